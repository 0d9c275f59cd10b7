package org.penumbra.view.widget.chart;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.penumbra.paint.ClassColours;
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.RestedRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;

/**
 * How a number is spread over one or more populations, as filled steps over one another: of each population the share in
 * every bin. One value of special interest is marked, and a limit. It is redrawn at most twenty times a second, however often the
 * value moves.
 */
public final class Histogram extends VBox {

    /** What is drawn of each population when there are more: the colours begin again. */
    private static final int COLOURS = 4;

    private static final Duration REST = Duration.millis(50);

    private final ThemeColours colours = new ThemeColours(this::changed);
    private final FlowPane legend = new FlowPane();
    private final HBox head = new HBox(legend);
    private final HistogramChart chart;
    private final RestedRedraw redraw = new RestedRedraw(this, REST, this::draw);
    private List<Population> populations = List.of();
    private Mark mark;
    private Mark limit;

    /**
     * Numbers that are looked at together.
     *
     * @param name   in the legend
     * @param values any number of them, each at least 0; not to be written to
     */
    public record Population(String name, float[] values) {}

    /**
     * A value with a label.
     *
     * @param value on the axis of the populations' numbers; where it is not finite, nothing is drawn
     * @param label a few words
     */
    public record Mark(double value, String label) {}

    /**
     * @param number what is counted, with its symbol and unit: the title of the lower axis
     * @param share  what the bins hold: the title of the upright axis
     */
    public Histogram(String number, String share) {
        getStyleClass().add("histogram");
        WidgetStyles.apply(this);
        chart = new HistogramChart(number, share);
        legend.getStyleClass().add("legend");
        head.getStyleClass().add("head");
        HBox.setHgrow(legend, Priority.ALWAYS);
        setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(colours, head, chart);
        setMinHeight(0);
    }

    /** Shows populations in place of those shown before. */
    public void show(List<Population> shown) {
        populations = List.copyOf(shown);
        legend.getChildren().clear();
        for (int i = 0; i < populations.size(); i++) {
            legend.getChildren().add(entry(i, populations.get(i)));
        }
        chart.show(populations);
        changed();
    }

    /** Shows or hides all but the title and the legend. */
    public void setChartVisible(boolean shown) {
        chart.setVisible(shown);
    }

    /** Marks a value, or none for null. */
    public void mark(Mark value) {
        mark = value;
        changed();
    }

    /** Marks a limit with a dashed line, or none for null. */
    public void limit(Mark value) {
        limit = value;
        changed();
    }

    /** What is marked now, or null. */
    public Mark mark() {
        return mark;
    }

    /** The limit that is marked now, or null. */
    public Mark limit() {
        return limit;
    }

    /** What is shown now. */
    public List<Population> populations() {
        return populations;
    }

    /** The colour of a population by its place, on light and on dark. */
    static Color colour(int population) {
        return Argb.colour(ClassColours.argb(population % COLOURS));
    }

    private static HBox entry(int index, Population population) {
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        String rgb = colour(index).toString().substring(2, 8);
        swatch.setStyle("-fx-background-color: #" + rgb + "66; -fx-border-color: #" + rgb + "; -fx-border-width: 2px;");
        Label name = new Label(population.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox entry = new HBox(swatch, name);
        entry.getStyleClass().add("entry");
        return entry;
    }

    /** Asks for a redraw, at once or when the chart has rested. */
    private void changed() {
        redraw.request();
    }

    private void draw() {
        setAccessibleText(
                "Histogram" + (mark == null ? "" : "; " + mark.label()) + (limit == null ? "" : "; " + limit.label()));
        chart.draw(colours, mark, limit);
    }

    /** The drawing itself. */
    HistogramChart chart() {
        return chart;
    }
}
