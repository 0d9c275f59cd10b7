package org.penumbra.experiment.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Set<String> headings = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (ReportPart part : parts) {
            if (!headings.add(part.heading()) || !file(part).map(files::add).orElse(true)) {
                throw new IllegalArgumentException(
                        title + ": expected parts with headings and ids of their own, but there are two of \""
                                + part.heading() + "\" or of its id");
            }
        }
    }

    private static Optional<String> file(ReportPart part) {
        if (part instanceof FigureTable table) {
            return Optional.of(table.id());
        }
        return part instanceof Curves curves ? Optional.of(curves.id()) : Optional.empty();
    }
}
