package org.penumbra.data.home;

/**
 * How far a download is.
 *
 * @param file   the name of the file
 * @param number which file it is, from 1 on
 * @param files  how many there are
 * @param done   bytes of this file that are here, those of an earlier attempt included
 * @param total  bytes it has, as the mirror says; -1 when it does not say
 */
public record FetchProgress(String file, int number, int files, long done, long total) {}
