package org.penumbra.data.image;

/**
 * What an IDX file of images holds.
 *
 * @param count   images, at least 1
 * @param rows    pixels an image is high
 * @param columns pixels an image is wide
 * @param pixels  images one after the other, each row by row from the top, unsigned bytes
 * @param md5     of the unpacked bytes, header included, in hexadecimal
 * @param sha256  of the same bytes, in hexadecimal
 */
public record IdxImages(int count, int rows, int columns, byte[] pixels, String md5, String sha256) {}
