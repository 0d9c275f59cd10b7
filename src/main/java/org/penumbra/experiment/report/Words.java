package org.penumbra.experiment.report;

/**
 * Sentences.
 *
 * @param heading above them
 * @param text    paragraphs in Markdown without headlines, with empty lines between them
 */
public record Words(String heading, String text) implements ReportPart {}
