package org.penumbra.experiment.report;

/** A part of a report. */
public sealed interface ReportPart permits Words, FigureTable, Curves {

    /** The headline above it; unique in its report. */
    String heading();
}
