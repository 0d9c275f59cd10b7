package org.penumbra.view.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.penumbra.experiment.Cell;
import org.penumbra.live.experiments.CellState;
import org.penumbra.view.widget.ThemeColours;

/**
 * All cells of an experiment, with the names of rows at the left and of columns above. The tiles are as large as the room
 * allows. It is one stop of the tab key; the arrow keys go from cell to cell, and the pointer looks at any.
 */
final class CellGrid extends Region {

    /** Least and largest side of a tile, letters. */
    private static final double LEAST = 1.35;

    private static final double MOST = 2.6;
    private static final double GAP = 4;
    /** Between rows: many are to be seen at a time. */
    private static final double GAP_DOWN = 2;
    /** Between names and tiles. */
    private static final double ASIDE = 8;

    private final ThemeColours colours = new ThemeColours(this::requestLayout);
    private final ReadOnlyIntegerWrapper looked = new ReadOnlyIntegerWrapper(this, "looked", 0);
    private final List<CellTile> tiles = new ArrayList<>();
    private final List<Label> rowNames = new ArrayList<>();
    private final List<Label> columnNames = new ArrayList<>();
    private List<Cell> cells = List.of();
    private CellPlaces places = CellPlaces.of(List.of());
    /** Which cell the keyboard is at. */
    private int cursor;

    private double room;
    private double roomDown;

    CellGrid() {
        getStyleClass().add("cell-grid");
        setFocusTraversable(true);
        setAccessibleText("Cells of the experiment");
        getChildren().add(colours);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> look(cursor));
        looked.addListener((observed, before, now) -> mark(before.intValue(), now.intValue()));
    }

    /** Which cell is told about: the one under the pointer, else the one the keyboard is at. */
    ReadOnlyIntegerProperty lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /** Tells the grid how much room it has; where it needs more it is scrolled. */
    void fit(double width, double height) {
        if (room != width || roomDown != height) {
            room = width;
            roomDown = height;
            requestLayout();
        }
    }

    void show(List<CellState> states) {
        List<Cell> shown = states.stream().map(CellState::cell).toList();
        if (!shown.equals(cells)) {
            build(shown);
        }
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).show(states.get(i));
        }
    }

    /** What a screen reader says of the grid. */
    void say(String words) {
        setAccessibleText("Cells of the experiment; arrow keys go from one to the next. " + words);
    }

    private void build(List<Cell> shown) {
        cells = shown;
        places = CellPlaces.of(shown);
        tiles.clear();
        rowNames.clear();
        columnNames.clear();
        places.rows().forEach(name -> rowNames.add(name(name)));
        places.columns().forEach(name -> columnNames.add(name(name)));
        for (int i = 0; i < shown.size(); i++) {
            CellTile tile = new CellTile();
            int place = i;
            tile.setId("cell-" + shown.get(i).id());
            tile.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> look(place));
            tile.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                cursor = place;
                requestFocus();
                event.consume();
            });
            tiles.add(tile);
        }
        getChildren().setAll(colours);
        getChildren().addAll(rowNames);
        getChildren().addAll(columnNames);
        getChildren().addAll(tiles);
        cursor = 0;
        looked.set(-1);
        look(0);
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("grid-name");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void look(int place) {
        looked.set(Math.min(place, tiles.size() - 1));
    }

    private void mark(int before, int now) {
        if (before >= 0 && before < tiles.size()) {
            tiles.get(before).mark(false);
        }
        if (now >= 0) {
            tiles.get(now).mark(true);
        }
    }

    private void pressed(KeyEvent event) {
        int next = switch (event.getCode()) {
            case RIGHT -> places.next(cursor, 1, 0);
            case LEFT -> places.next(cursor, -1, 0);
            case DOWN -> places.next(cursor, 0, 1);
            case UP -> places.next(cursor, 0, -1);
            case HOME -> 0;
            case END -> tiles.size() - 1;
            default -> -1;
        };
        if (next >= 0 && !tiles.isEmpty()) {
            event.consume();
            cursor = next;
            look(cursor);
        }
    }

    /** The tile of a cell, to be brought into sight. */
    Region tile(int place) {
        return tiles.get(place);
    }

    /**
     * Sizes for the room there is.
     *
     * @param names  width of the names at the left
     * @param head   height of the names above
     * @param widths of a tile in each column
     * @param side   height of a tile
     * @param turned whether the names above stand upright
     */
    private record Sizes(double names, double head, double[] widths, double side, boolean turned) {}

    private Sizes sizes() {
        double letter = colours.letter();
        double names = 0;
        double least = 0;
        for (Label label : rowNames) {
            names = Math.max(names, Math.ceil(label.prefWidth(-1)));
            least = Math.max(least, Math.ceil(label.prefHeight(-1)));
        }
        double longest = 0;
        double all = 0;
        for (Label label : columnNames) {
            double width = Math.ceil(label.prefWidth(-1));
            longest = Math.max(longest, width);
            all += Math.max(width, places.most() * (LEAST * letter + GAP)) + ASIDE;
        }
        double inner = room - snappedLeftInset() - snappedRightInset();
        boolean turned = names + ASIDE + all > inner;
        double head = turned ? longest : least;
        int across = Math.max(1, columnNames.size() * places.most());
        double wide = (inner - names - ASIDE) / across - GAP;
        double innerDown = roomDown - snappedTopInset() - snappedBottomInset();
        double high = (innerDown - head - ASIDE) / Math.max(1, rowNames.size()) - GAP_DOWN;
        double side = Math.floor(clamp(turned ? Math.min(wide, high) : high, letter));
        side = Math.max(side, Math.min(least, MOST * letter));
        double[] widths = new double[columnNames.size()];
        for (int column = 0; column < widths.length; column++) {
            double name = turned ? 0 : Math.ceil(columnNames.get(column).prefWidth(-1)) + ASIDE - GAP;
            widths[column] =
                    turned ? Math.floor(clamp(wide, letter)) : Math.max(Math.floor(name / places.most()), side);
        }
        return new Sizes(names, head, widths, side, turned);
    }

    private static double clamp(double side, double letter) {
        return Math.max(LEAST * letter, Math.min(MOST * letter, side));
    }

    private double start(Sizes sizes, int column) {
        double x = sizes.names() + ASIDE;
        for (int before = 0; before < column; before++) {
            x += places.most() * (sizes.widths()[before] + GAP);
        }
        return x;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + start(sizes(), columnNames.size()) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        Sizes sizes = sizes();
        return snappedTopInset()
                + sizes.head()
                + ASIDE
                + rowNames.size() * (sizes.side() + GAP_DOWN)
                + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Sizes sizes = sizes();
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double down = top + sizes.head() + ASIDE;
        for (int row = 0; row < rowNames.size(); row++) {
            Label label = rowNames.get(row);
            double height = Math.ceil(label.prefHeight(-1));
            double y = down + row * (sizes.side() + GAP_DOWN) + (sizes.side() - height) / 2;
            label.resizeRelocate(left, snapPositionY(y), sizes.names(), height);
        }
        for (int column = 0; column < columnNames.size(); column++) {
            place(columnNames.get(column), sizes, column, left + start(sizes, column), top);
        }
        for (int i = 0; i < tiles.size(); i++) {
            double width = sizes.widths()[places.column().get(i)];
            double x = left
                    + start(sizes, places.column().get(i))
                    + places.beside().get(i) * (width + GAP);
            tiles.get(i).resizeRelocate(x, down + places.row().get(i) * (sizes.side() + GAP_DOWN), width, sizes.side());
        }
    }

    private void place(Label label, Sizes sizes, int column, double x, double top) {
        double width = Math.ceil(label.prefWidth(-1));
        double height = Math.ceil(label.prefHeight(-1));
        double all = places.most() * (sizes.widths()[column] + GAP) - GAP;
        label.setRotate(sizes.turned() ? -90 : 0);
        if (sizes.turned()) {
            // A label turns about its middle.
            label.resizeRelocate(
                    snapPositionX(x + all / 2 - width / 2),
                    snapPositionY(top + sizes.head() - width / 2 - height / 2),
                    width,
                    height);
        } else {
            label.resizeRelocate(snapPositionX(x), top, width, height);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "grid of %d cells", cells.size());
    }
}
