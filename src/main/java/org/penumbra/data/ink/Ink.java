package org.penumbra.data.ink;

/**
 * How much ink lies where, without paper.
 *
 * @param width  pixels
 * @param height pixels
 * @param amount from 0 (none) to 1, row by row from the top
 */
public record Ink(int width, int height, float[] amount) {}
