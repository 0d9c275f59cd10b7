package org.penumbra.view.train.card;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.TextLayer;
import org.penumbra.view.widget.ThemeColours;

/**
 * A confusion matrix: a row a class, a column an answer. Right answers are blue, wrong ones orange, each the stronger the
 * larger its share of the row. The counts stand in the cells: in smaller letters where they have many digits, and in
 * thousands where even those would not fit.
 */
final class ConfusionView extends Region {

    private static final double LEFT_SHARE = 0.3;
    /** Smallest cell that holds a number, in letters. */
    private static final double ROOM = 0.8;
    /** Size of a number's letters where there is room, and at least before it is told in thousands; in base letters. */
    private static final double SIZE = 12.0 / 13;

    private static final double SMALL = 0.5;
    /** Width of a digit in heights of its letters. */
    private static final double DIGIT = 0.62;

    private final Canvas canvas = new Canvas();
    private final TextLayer words = new TextLayer();
    private final Consumer<Cell> reader;
    private final ThemeColours colours = new ThemeColours(this::changed);
    private final PulseRedraw redraw = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::draw);
    private int[][] counts = new int[0][];
    private List<String> names = List.of();
    private int pointedRow = -1;
    private int pointedColumn = -1;
    private double left;
    private double top;
    private double cell;
    private Font font = Font.getDefault();

    /**
     * A cell of the matrix.
     *
     * @param label   its row
     * @param answer  its column
     * @param count   images in it
     * @param ofLabel images in its row
     */
    record Cell(int label, int answer, int count, int ofLabel) {}

    /** @param reader told which cell the pointer is over and whenever its number changes; null when it is over none */
    ConfusionView(Consumer<Cell> reader) {
        this.reader = reader;
        getStyleClass().add("confusion-view");
        setMinSize(0, 0);
        getChildren().addAll(colours, canvas, words);
        setOnMouseMoved(event ->
                point((int) Math.floor((event.getY() - top) / cell), (int) Math.floor((event.getX() - left) / cell)));
        setOnMouseExited(event -> point(-1, -1));
    }

    /** Shows counts {@code [label][answer]}; none takes them away. */
    void show(int[][] shown, List<String> classes) {
        counts = shown;
        names = classes;
        changed();
        tell();
    }

    /** The counts shown. */
    int[][] counts() {
        return counts;
    }

    private void changed() {
        redraw.request();
    }

    private void point(int row, int column) {
        boolean inside = row >= 0 && column >= 0 && row < counts.length && column < counts.length;
        int nextRow = inside ? row : -1;
        int nextColumn = inside ? column : -1;
        if (nextRow != pointedRow || nextColumn != pointedColumn) {
            pointedRow = nextRow;
            pointedColumn = nextColumn;
            changed();
            tell();
        }
    }

    private void tell() {
        boolean inside = pointedRow >= 0 && pointedRow < counts.length && pointedColumn < counts.length;
        reader.accept(
                !inside
                        ? null
                        : new Cell(
                                pointedRow,
                                pointedColumn,
                                counts[pointedRow][pointedColumn],
                                Arrays.stream(counts[pointedRow]).sum()));
    }

    private void draw() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        words.begin();
        if (counts.length > 0) {
            drawMatrix(to);
        }
        words.end();
    }

    private void drawMatrix(GraphicsContext to) {
        measure();
        font = Font.font(Font.getDefault().getFamily(), Math.rint(colours.letter() * SIZE));
        for (int row = 0; row < counts.length; row++) {
            int sum = Math.max(1, Arrays.stream(counts[row]).sum());
            for (int column = 0; column < counts.length; column++) {
                drawCell(to, row, column, (double) counts[row][column] / sum);
            }
        }
        writeNames();
    }

    private void measure() {
        double letter = colours.letter();
        int longest = names.stream().mapToInt(String::length).max().orElse(1);
        double wanted = (Math.min(longest, 11) * 0.55 + 1) * letter;
        left = Math.rint(Math.min(wanted, LEFT_SHARE * getWidth()));
        top = Math.rint(1.4 * letter);
        double room = Math.min(getWidth() - left - 1, getHeight() - top - 1);
        cell = Math.max(1, counts.length > 25 ? room / counts.length : Math.floor(room / counts.length));
        left = Math.rint(Math.max(left, (getWidth() - left - cell * counts.length) / 2 + left));
    }

    private void drawCell(GraphicsContext to, int row, int column, double share) {
        double x = left + column * cell;
        double y = top + row * cell;
        double gap = cell > 8 ? 1 : 0;
        Color full = row == column ? colours.accent() : colours.orange();
        // The square root lets single mistakes be seen beside hundreds of right answers.
        Color ground = colours.border().interpolate(colours.background(), 0.6);
        Color fill = ground.interpolate(full, share == 0 ? 0 : 0.12 + 0.88 * Math.sqrt(share));
        to.setFill(fill);
        to.fillRect(x, y, cell - gap, cell - gap);
        if (row == pointedRow && column == pointedColumn) {
            to.setStroke(colours.text());
            to.setLineWidth(2);
            to.strokeRect(x + 1, y + 1, cell - gap - 2, cell - gap - 2);
        }
        if (counts[row][column] > 0 && cell >= ROOM * colours.letter()) {
            write(counts[row][column], ink(fill), x + (cell - gap) / 2, y + (cell - gap) / 2);
        }
    }

    private void write(int count, Color ink, double x, double y) {
        double room = cell - 3;
        String whole = Integer.toString(count);
        String number = room < SMALL * colours.letter() * DIGIT * whole.length() ? shortened(count) : whole;
        double size = Math.min(SIZE * colours.letter(), room / (DIGIT * number.length()));
        Font letters = Font.font(font.getFamily(), size);
        words.write(number, new TextLayer.Style(letters, ink, HPos.CENTER, VPos.CENTER), x, y, room);
    }

    /** In thousands or millions, rounded: "2k" for 1 996. */
    static String shortened(int count) {
        if (count < 1000) {
            return Integer.toString(count);
        }
        return count < 999_500 ? Math.round(count / 1e3) + "k" : Math.round(count / 1e6) + "M";
    }

    /** Black or white, whichever is read more easily on a ground: the contrast is at least 4.58 to 1. */
    static Color ink(Color ground) {
        return contrast(Color.BLACK, ground) >= contrast(Color.WHITE, ground) ? Color.BLACK : Color.WHITE;
    }

    /** The contrast of two colours, 1 to 21, as WCAG 2 defines it. */
    static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private void writeNames() {
        double letter = colours.letter();
        if (cell < letter || names.size() != counts.length) {
            return;
        }
        for (int k = 0; k < counts.length; k++) {
            double middle = k * cell + cell / 2;
            words.write(
                    cut(names.get(k), (int) Math.max(2, (left - 8) / (0.5 * letter))),
                    style(colours.muted(), HPos.RIGHT),
                    left - 6,
                    top + middle);
            String name = names.get(k);
            int letters = Math.max(1, (int) (cell / (0.6 * letter)));
            words.write(
                    name.substring(0, Math.min(name.length(), letters)),
                    style(colours.muted(), HPos.CENTER),
                    left + middle,
                    top / 2);
        }
    }

    private TextLayer.Style style(Color colour, HPos across) {
        return new TextLayer.Style(font, colour, across, VPos.CENTER);
    }

    private static String cut(String name, int letters) {
        return name.length() <= letters ? name : name.substring(0, letters - 1) + "\u2026";
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        changed();
    }
}
