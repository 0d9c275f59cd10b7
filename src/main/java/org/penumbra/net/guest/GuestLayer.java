package org.penumbra.net.guest;

/**
 * A layer or vertex of a guest, to be chosen among.
 *
 * @param name  unique in the network
 * @param type  what DL4J calls its kind: "DenseLayer"
 * @param units numbers it gives for an image, where it gives a vector and the configuration says how long; 0 otherwise
 */
public record GuestLayer(String name, String type, int units) {}
