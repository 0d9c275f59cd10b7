package org.penumbra.live.draw;

/**
 * The nearest of a set of images.
 *
 * @param index    in the set
 * @param label    its class
 * @param distance {@code ||x - image||_2}, where the ink of a full pixel is 1
 * @param pixels   784, 0 to 1
 */
public record NearestImage(int index, int label, double distance, float[] pixels) {}
