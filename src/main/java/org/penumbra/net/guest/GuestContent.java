package org.penumbra.net.guest;

/**
 * What a file of DL4J's ModelSerializer holds, as plain values.
 *
 * @param configuration the layers, looked at
 * @param parameters    all weights and biases, in DL4J's own order
 * @param sha256        of the parameters as single-precision numbers, the lowest byte first; lower-case hexadecimal
 */
public record GuestContent(GuestConfiguration configuration, float[] parameters, String sha256) {}
