package org.penumbra.experiment.report;

import java.io.IOException;
import org.penumbra.data.CsvTable;

/**
 * The figures of a report as comma-separated values, one line each, with all their digits: what programs and spreadsheets take
 * in without being told what stands where. What is not known is left empty.
 */
final class ReportTables {

    private ReportTables() {}

    /** The figures of a table, row by row. */
    static void write(FigureTable table, Appendable target) throws IOException {
        CsvTable csv = new CsvTable(target, "row", "column", "unit", "ours", "interval", "paper", "note");
        for (FigureTable.Row row : table.rows()) {
            for (int i = 0; i < row.entries().size(); i++) {
                FigureTable.Column column = table.columns().get(i);
                FigureTable.Entry entry = row.entries().get(i);
                csv.line(
                        row.name(),
                        column.name(),
                        column.unit(),
                        known(entry.value()),
                        known(entry.interval()),
                        known(entry.paper()),
                        entry.note());
            }
        }
    }

    /** The places of curves, one curve after the other. The columns of the places are named as the axes are. */
    static void write(Curves curves, Appendable target) throws IOException {
        CsvTable csv = new CsvTable(
                target, "curve", "of", curves.x().name(), curves.y().name(), "interval");
        for (Curves.Curve curve : curves.curves()) {
            for (int i = 0; i < curve.x().size(); i++) {
                csv.line(
                        curve.name(),
                        curve.paper() ? "paper" : "ours",
                        known(curve.x().get(i)),
                        known(curve.y().get(i)),
                        curve.interval().isEmpty()
                                ? null
                                : known(curve.interval().get(i)));
            }
        }
    }

    private static Double known(double figure) {
        return Double.isNaN(figure) ? null : (Double) figure;
    }
}
