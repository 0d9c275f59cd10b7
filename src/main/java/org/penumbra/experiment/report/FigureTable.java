package org.penumbra.experiment.report;

import java.util.List;
import java.util.Optional;

/**
 * A table of figures, each with the paper's beside it where the paper has it.
 *
 * @param id      name of its file, unique in its report: "accuracy" becomes accuracy.csv; letters a to z, digits and single
 *                hyphens
 * @param heading above it
 * @param caption what its figures are, and how they came about
 * @param columns of figures, from left to right
 * @param rows    from top to bottom, as many entries as there are columns
 */
public record FigureTable(String id, String heading, String caption, List<Column> columns, List<Row> rows)
        implements ReportPart {

    public FigureTable {
        PartId.require(id);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.entries().size() != columns.size()) {
                throw new IllegalArgumentException(heading + ", " + row.name() + ": expected " + columns.size()
                        + " entries, but got " + row.entries().size());
            }
        }
    }

    /**
     * A column.
     *
     * @param name     above it
     * @param unit     of its figures: "%", "steps"; empty for a pure number
     * @param decimals digits after the point that are shown
     */
    public record Column(String name, String unit, int decimals) {}

    /**
     * A row.
     *
     * @param name    in front of it
     * @param entries one a column
     */
    public record Row(String name, List<Entry> entries) {
        public Row {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A figure, in the unit of its column.
     *
     * @param value    ours; NaN while it is not known
     * @param interval half of the 95 % interval's width; NaN where nothing was repeated
     * @param paper    the paper's; NaN where it has none
     * @param note     what has to be said of this figure; may be empty
     */
    public record Entry(double value, double interval, double paper, String note) {

        /** A figure alone. */
        public static Entry of(double value) {
            return new Entry(value, Double.NaN, Double.NaN, "");
        }

        /** A figure beside the paper's. */
        public static Entry of(double value, double paper) {
            return new Entry(value, Double.NaN, paper, "");
        }

        /** None, and why. */
        public static Entry none(String why) {
            return new Entry(Double.NaN, Double.NaN, Double.NaN, why);
        }

        /** Ours less the paper's, where both are known. */
        public Optional<Double> difference() {
            return Double.isNaN(value) || Double.isNaN(paper) ? Optional.empty() : Optional.of(value - paper);
        }
    }
}
