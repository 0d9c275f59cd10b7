package org.penumbra.command.rings;

/**
 * What a headless run leaves besides its files.
 *
 * @param summary the figures
 * @param words   the figures in words, a few lines
 */
public record RingsResult(RingsSummary summary, String words) {}
