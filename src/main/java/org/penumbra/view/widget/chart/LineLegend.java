package org.penumbra.view.widget.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.StrokeLineCap;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/** One row a line of a chart: a piece of it, its name, which explains itself, and its newest number. */
public final class LineLegend extends VBox {
    private static final double SAMPLE = 26;

    /**
     * A row of the legend.
     *
     * @param symbol what the line shows
     * @param style  as it is drawn
     */
    public record Entry(Symbol symbol, LineStyle style) {}

    private final List<Entry> entries;
    private final List<javafx.scene.shape.Line> samples = new ArrayList<>();
    private final List<StringProperty> numbers = new ArrayList<>();

    public LineLegend(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        getStyleClass().add("curve-legend");
        for (Entry entry : entries) {
            javafx.scene.shape.Line sample = new javafx.scene.shape.Line(0, 0, SAMPLE, 0);
            sample.setStrokeWidth(entry.style().width());
            sample.setStrokeLineCap(StrokeLineCap.BUTT);
            for (float dash : entry.style().dashes()) {
                sample.getStrokeDashArray().add((double) dash);
            }
            StringProperty text = new SimpleStringProperty("");
            Label number = new Label();
            number.getStyleClass().add("number");
            number.setMinWidth(USE_PREF_SIZE);
            number.textProperty().bind(text);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(sample, new SymbolButton(entry.symbol(), text), space, number);
            row.getStyleClass().add("row");
            getChildren().add(row);
            samples.add(sample);
            numbers.add(text);
        }
    }

    /**
     * Shows numbers, or none, in the theme's colours.
     *
     * @param newest one a row; or of no length while there are none
     */
    public void show(double[] newest, ThemeColours colours) {
        for (int i = 0; i < entries.size(); i++) {
            samples.get(i).setStroke(entries.get(i).style().colour().apply(colours));
            numbers.get(i).set(newest.length == 0 ? "" : number(newest[i]));
        }
    }

    /** Shows a row or takes it away, from 0 on. */
    public void showRow(int row, boolean shown) {
        getChildren().get(row).setVisible(shown);
        getChildren().get(row).setManaged(shown);
    }

    /** Four digits that count; losses span many powers of ten. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\u2013" : "infinite";
        }
        if (value == 0) {
            return "0";
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3);
        return NumberScale.text(Math.rint(value / unit) * unit);
    }
}
