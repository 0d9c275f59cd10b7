package org.penumbra.view.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.FigureTable.Column;
import org.penumbra.experiment.report.FigureTable.Entry;
import org.penumbra.experiment.report.FigureTable.Row;

/** A table of a report: below each figure of ours that of the paper, where it has one, and the difference of the two. */
final class TableCard extends ReportCard<FigureTable> {

    private final GridPane grid = new GridPane();
    private final VBox notes = new VBox();
    private FigureTable shown;

    TableCard(FigureTable first) {
        super(first.heading());
        grid.getStyleClass().add("figures");
        notes.getStyleClass().add("notes");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("figures-scroll");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(scroll, notes);
        show(first);
    }

    @Override
    void show(FigureTable table) {
        if (table.equals(shown)) {
            return;
        }
        shown = table;
        caption(table.caption());
        grid.getChildren().clear();
        List<String> said = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            grid.add(right(head(table.columns().get(column)), "column-name"), column + 1, 0);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            Row one = table.rows().get(row);
            Label name = new Label(one.name());
            name.getStyleClass().add("row-name");
            name.setMinWidth(USE_PREF_SIZE);
            grid.add(name, 0, row + 1);
            for (int column = 0; column < table.columns().size(); column++) {
                grid.add(
                        figure(
                                one.entries().get(column),
                                table.columns().get(column).decimals(),
                                said),
                        column + 1,
                        row + 1);
            }
        }
        notes.getChildren().clear();
        for (int number = 1; number <= said.size(); number++) {
            notes.getChildren().add(note(number, said.get(number - 1)));
        }
    }

    private static String head(Column column) {
        return column.unit().isEmpty() ? column.name() : column.name() + " (" + column.unit() + ")";
    }

    private static VBox figure(Entry entry, int decimals, List<String> said) {
        String mark = entry.note().isEmpty() ? "" : " " + raised(number(entry.note(), said));
        VBox both = new VBox(right(ours(entry, decimals) + mark, "figure"));
        if (!Double.isNaN(entry.paper())) {
            both.getChildren().add(right(paper(entry, decimals), "paper-figure"));
        }
        return both;
    }

    private static String ours(Entry entry, int decimals) {
        if (Double.isNaN(entry.value())) {
            return "\u2013";
        }
        String value = text(entry.value(), decimals);
        return Double.isNaN(entry.interval()) ? value : value + " \u00b1 " + text(entry.interval(), decimals);
    }

    private static String paper(Entry entry, int decimals) {
        String value = "paper " + text(entry.paper(), decimals);
        return entry.difference()
                .map(difference -> value + ", \u0394 " + (difference > 0 ? "+" : "") + text(difference, decimals))
                .orElse(value);
    }

    static String text(double value, int decimals) {
        // Without the sign of a zero.
        double rounded = Math.rint(value * Math.pow(10, decimals)) == 0 ? 0 : value;
        return String.format(Locale.ROOT, "%." + decimals + "f", rounded).replace('-', '\u2212');
    }

    /** The number of a note; the same words have the same number. */
    private static int number(String note, List<String> said) {
        int there = said.indexOf(note);
        if (there >= 0) {
            return there + 1;
        }
        said.add(note);
        return said.size();
    }

    private static String raised(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf(
                        "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(digit - '0')))
                .reduce("", String::concat);
    }

    private static Label note(int number, String text) {
        Label label = new Label(raised(number) + " " + PlainWords.of(text));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label right(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
