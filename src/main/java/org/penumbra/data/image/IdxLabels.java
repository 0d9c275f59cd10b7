package org.penumbra.data.image;

/**
 * What an IDX file of labels holds.
 *
 * @param labels one byte an image, each below the number of classes asked for
 * @param md5    of the unpacked bytes, header included, in hexadecimal
 * @param sha256 of the same bytes, in hexadecimal
 */
public record IdxLabels(byte[] labels, String md5, String sha256) {}
