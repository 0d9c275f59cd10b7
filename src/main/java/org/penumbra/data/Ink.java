package org.penumbra.data;

/**
 * How much ink lies where, without paper.
 *
 * @param width  pixels
 * @param height pixels
 * @param amount from 0 (none) to 1, row by row from the top
 */
record Ink(int width, int height, float[] amount) {}
