package org.penumbra.net.image;

/**
 * What one must know of a network for images to read its answers, whatever it is built of.
 *
 * @param classes     k, at least 1
 * @param omega       units a class under the softmax, at least 1; more than 1 for COOL alone
 * @param code        features of the code, the numbers that the class head sees; 0 where they cannot be read
 * @param reconstructs whether it reconstructs its input, and so has a reconstruction error
 */
public record ImageShape(int classes, int omega, int code, boolean reconstructs) {

    public ImageShape {
        if (classes < 1 || omega < 1 || code < 0) {
            throw new IllegalArgumentException("expected at least 1 class, 1 unit a class and 0 features, but got "
                    + classes + ", " + omega + " and " + code);
        }
    }

    /** Units under the softmax: classes * omega; unit {@code k * omega + j} is the j-th of class k. */
    public int units() {
        return classes * omega;
    }

    /** Whether several units stand for a class, as in COOL. */
    public boolean isOvercomplete() {
        return omega > 1;
    }
}
