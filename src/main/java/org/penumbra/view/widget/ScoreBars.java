package org.penumbra.view.widget;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.penumbra.confidence.RoundedScore;

/**
 * What a network says of each class, a row a class: y as a hollow bar, the scaled output y~ as a solid one inside it, the
 * threshold tau as a dashed line through all rows. The best class stands out. What the bars mean is told by their form,
 * not by colour alone.
 */
public final class ScoreBars extends Region {

    private static final double ROW = 14.5 / 13.0;
    /** For letters that can still be read. */
    private static final double LEAST_ROW = 1;
    /** Rows farther apart than that would not be seen together. */
    private static final double SPACIOUS = 1.4;

    private static final double LARGEST_LETTER = 12 / 13.0;
    private static final double GAP = 6;
    /** Shares that would read as 0.0 are written 0, which is calmer. */
    private static final double LEAST_TOLD = 0.001;

    private final Canvas canvas = new Canvas();
    private final TextLayer words = new TextLayer();
    private final PulseRedraw pulse = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::draw);
    private final ThemeColours colours = new ThemeColours(this::themeChanged);
    private List<String> classes = List.of();
    private List<String> measured = List.of();
    private Font plain;
    private Font bold;
    private double widest;
    private double number;
    private float[] y;
    private double confidence = Double.NaN;
    private double tau = Double.NaN;

    public ScoreBars() {
        getStyleClass().add("score-bars");
        WidgetStyles.apply(this);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, words, colours);
    }

    /** Shows names of classes without bars; one row each. */
    public void clear(List<String> names) {
        show(names, null, Double.NaN, Double.NaN);
    }

    /**
     * Shows an answer.
     *
     * @param names      of the classes
     * @param scores     y, one number a class, each 0 to 1; not copied, not to be written to afterwards
     * @param confidenceOfInput c~, by which y becomes y~, 0 to 1; NaN while it is not known: then y is shown alone
     * @param threshold  tau, 0 to 1, or NaN for no line
     */
    public void show(List<String> names, float[] scores, double confidenceOfInput, double threshold) {
        if (scores != null && scores.length != names.size()) {
            throw new IllegalArgumentException(
                    "scores: expected one for each of the " + names.size() + " classes, but got " + scores.length);
        }
        if (!names.equals(classes)) {
            classes = List.copyOf(names);
            requestLayout();
        }
        y = scores;
        confidence = confidenceOfInput;
        tau = threshold;
        setAccessibleText(inWords());
        pulse.request();
    }

    /** A share in per cent with one decimal, rounded down, so that what stays below a threshold also reads so. */
    static String percent(double share) {
        return Double.isNaN(share) ? "\u2013" : RoundedScore.percent(share);
    }

    private String inWords() {
        int best = best();
        return best < 0
                ? "Scores of the classes: none yet"
                : "Scores of the classes: " + classes.get(best) + " is highest, y " + percent(y[best]) + " %"
                        + (Double.isNaN(confidence) ? "" : ", scaled output " + percent(confidence * y[best]) + " %");
    }

    private int best() {
        int best = -1;
        for (int k = 0; y != null && k < y.length; k++) {
            if (best < 0 || y[k] > y[best] || Float.isNaN(y[k])) {
                best = k;
            }
        }
        return best;
    }

    private void themeChanged() {
        requestLayout();
        pulse.request();
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        words.begin();
        if (!classes.isEmpty() && canvas.getHeight() >= 1) {
            drawRows(graphics);
        }
        words.end();
    }

    private void drawRows(GraphicsContext graphics) {
        double row = canvas.getHeight() / classes.size();
        measure(letter(row));
        double left = Math.ceil(widest) + GAP;
        double right = canvas.getWidth() - Math.ceil(number) - GAP;
        int best = best();
        for (int k = 0; k < classes.size(); k++) {
            drawRow(graphics, k, k == best, row, left, right);
        }
        drawThreshold(graphics, left, right);
    }

    private void drawRow(GraphicsContext graphics, int k, boolean best, double row, double left, double right) {
        double middle = (k + 0.5) * row;
        TextLayer.Style style = new TextLayer.Style(
                best ? bold : plain, best ? colours.text() : colours.muted(), HPos.RIGHT, VPos.CENTER);
        words.write(classes.get(k), style, left - GAP, middle);
        double high = Math.max(3, Math.rint(0.62 * Math.min(row, 2 * letter(row))));
        double top = Math.rint(middle - high / 2);
        graphics.setStroke(colours.border());
        graphics.setLineWidth(1);
        graphics.strokeLine(left + 0.5, Math.rint(k * row), left + 0.5, Math.rint((k + 1) * row));
        if (y == null) {
            return;
        }
        Color colour = best ? colours.accent() : colours.muted();
        double scaled = confidence * y[k];
        bar(
                graphics,
                colour,
                left,
                top,
                Math.rint(clamped(y[k]) * (right - left)),
                high,
                Math.rint(clamped(scaled) * (right - left)));
        double told = Double.isNaN(confidence) ? y[k] : scaled;
        words.write(told < LEAST_TOLD ? "0" : percent(told), style, canvas.getWidth(), middle);
    }

    /** A hollow bar for y, inside it a solid one for y~. */
    private static void bar(
            GraphicsContext graphics, Color colour, double left, double top, double y, double high, double scaled) {
        if (y >= 1) {
            graphics.setFill(colour.deriveColor(0, 1, 1, 0.16));
            graphics.fillRect(left, top, y, high);
            graphics.setStroke(colour);
            graphics.strokeRect(left + 0.5, top + 0.5, Math.max(0, y - 1), high - 1);
        }
        if (scaled >= 1) {
            graphics.setFill(colour);
            graphics.fillRect(left, top, scaled, high);
        }
    }

    private void drawThreshold(GraphicsContext graphics, double left, double right) {
        if (Double.isNaN(tau)) {
            return;
        }
        double x = Math.floor(left + clamped(tau) * (right - left)) + 0.5;
        graphics.setStroke(colours.background());
        graphics.setLineWidth(3);
        graphics.strokeLine(x, 0, x, canvas.getHeight());
        graphics.setStroke(colours.text());
        graphics.setLineWidth(1);
        graphics.setLineDashes(4, 3);
        graphics.strokeLine(x, 0, x, canvas.getHeight());
        graphics.setLineDashes();
    }

    private double letter(double row) {
        return Math.min(LARGEST_LETTER * colours.letter(), row - 2);
    }

    private static double clamped(double share) {
        return Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
    }

    /** Fonts and widths of texts, which cost more than all the rest, only when they can have changed. */
    private void measure(double letter) {
        if (bold == null || bold.getSize() != letter || !measured.equals(classes)) {
            measured = classes;
            plain = Font.font(letter);
            bold = Font.font(null, FontWeight.BOLD, letter);
            widest = classes.stream()
                    .mapToDouble(name -> width(name, bold))
                    .max()
                    .orElse(0);
            number = width("100.0", bold);
        }
    }

    private static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.rint(16 * colours.letter());
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.rint(9 * colours.letter());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.rint(Math.max(2, classes.size()) * ROW * colours.letter());
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Math.rint(SPACIOUS * computePrefHeight(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.rint(Math.max(2, classes.size()) * LEAST_ROW * colours.letter());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        pulse.request();
    }
}
