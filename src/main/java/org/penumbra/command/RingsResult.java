package org.penumbra.command;

/**
 * What a headless run leaves besides its files.
 *
 * @param summary the figures
 * @param words   the figures in words, a few lines
 */
record RingsResult(RingsSummary summary, String words) {}
