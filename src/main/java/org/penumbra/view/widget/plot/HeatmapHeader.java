package org.penumbra.view.widget.plot;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.penumbra.view.widget.ColourBar;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.symbol.Formula;

/**
 * What stands above a heatmap: its title, and the colour bar at the right. The title is never cut: the bar becomes shorter
 * for it, and where that is not enough, the header is {@link #setStacked stacked} and the bar lies below the title.
 */
final class HeatmapHeader {

    /** Lengths for letters of {@link ThemeColours#PLAIN_LETTER}, pixels. */
    private static final double ONE_ROW = 40;

    private static final double LEAST_BAR = 64;
    private static final double GAP = 8;
    private static final double BELOW_BAR = 3;
    private static final double BELOW_TITLE = 5;

    private final Button title = new Button();
    private final ColourBar bar;
    private double letter = ThemeColours.PLAIN_LETTER;
    private boolean stacked;

    /**
     * @param sign   as formulas write what is shown
     * @param name   the same in words
     * @param action of a click on the title
     */
    HeatmapHeader(String sign, String name, ColourBar bar, Runnable action) {
        this.bar = bar;
        title.getStyleClass().setAll("title");
        title.setTooltip(
                new Tooltip("Show this picture alone, or all again; a double click on the picture does the same"));
        title.setOnAction(event -> action.run());
        setTitle(sign, name);
    }

    /** Names what is shown from now on. */
    void setTitle(String sign, String name) {
        HBox formula = Formula.inline(sign);
        formula.getStyleClass().add("sign");
        title.setGraphic(formula);
        title.setText(name);
        title.setAccessibleText(Formula.plain(sign) + ", " + name + ": show it alone, or all again");
    }

    Button title() {
        return title;
    }

    ColourBar bar() {
        return bar;
    }

    /** The size of the letters, px, with which all lengths grow. */
    void setLetter(double size) {
        letter = size;
    }

    /** Whether the bar lies below the title. @return whether that is new */
    boolean setStacked(boolean wanted) {
        boolean changed = stacked != wanted;
        stacked = wanted;
        return changed;
    }

    /** Whether title and bar have no room side by side above a picture so wide. */
    boolean isTooNarrow(double side) {
        return title.prefWidth(-1) + GAP + grown(LEAST_BAR) > side;
    }

    /** Room it takes above a picture, pixels. */
    double height() {
        return height(stacked);
    }

    /** The same, stacked or not. */
    double height(boolean inTwoRows) {
        return inTwoRows
                ? Math.ceil(title.prefHeight(-1) + bar.prefHeight(-1) + BELOW_BAR + BELOW_TITLE)
                : grown(ONE_ROW);
    }

    /** The least width in which the title is whole, pixels. */
    double leastWidth() {
        return Math.ceil(title.prefWidth(-1));
    }

    /**
     * Lays it out above a picture.
     *
     * @param left  the picture's left edge
     * @param top   the header's upper edge
     * @param side  the picture's width
     * @param spare room at the left of the picture that a long title may take
     */
    void layout(double left, double top, double side, double spare) {
        double titleWidth = title.prefWidth(-1);
        double titleHeight = title.prefHeight(-1);
        double barHeight = bar.prefHeight(-1);
        double bottom = top + height();
        double barWidth = stacked ? side : Math.min(bar.prefWidth(-1), Math.max(0, side - titleWidth - GAP));
        bar.resizeRelocate(left + side - barWidth, bottom - barHeight - BELOW_BAR, barWidth, barHeight);
        double from = titleWidth <= side ? left : Math.max(left - spare, left + side - titleWidth);
        double titleTop = stacked ? top : bottom - titleHeight - BELOW_TITLE;
        title.resizeRelocate(Math.floor(from), titleTop, titleWidth, titleHeight);
    }

    private double grown(double length) {
        return Math.rint(length * letter / ThemeColours.PLAIN_LETTER);
    }
}
