package org.penumbra.experiment.report;

import java.util.List;

/**
 * What an experiment found.
 *
 * @param title    of the experiment
 * @param question that it answers
 * @param parts    in the order in which they are read
 */
public record Report(String title, String question, List<ReportPart> parts) {

    public Report {
        parts = List.copyOf(parts);
    }
}
