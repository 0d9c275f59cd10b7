package org.penumbra.live.fooling;

/**
 * An image kept of a trial's way.
 *
 * @param step   steps (or generations) that led to it
 * @param score  y~ of the target for it
 * @param pixels 784, row by row; 0 is black, 255 (as a signed byte -1) white; not to be written to
 */
public record KeyImage(int step, double score, byte[] pixels) {}
