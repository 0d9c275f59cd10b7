package org.penumbra.view.train.card;

import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.penumbra.paint.DivergingColours;
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.PixelPicture;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.ThemeColours;

/** Square kernels as tiles, each weight a square: blue below 0, orange above. */
final class FiltersView extends Region {

    private static final int SIDE = 5;
    private static final int WEIGHTS = SIDE * SIDE;
    private static final int GAP = 7;

    private final ImageView view = new ImageView();
    private PixelPicture picture = new PixelPicture(1, 1);
    private final ThemeColours colours = new ThemeColours(this::changed);
    private final PulseRedraw redraw = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::draw);
    private float[] filters = new float[0];
    private double most;

    FiltersView() {
        getStyleClass().add("filters-view");
        setMinSize(0, 0);
        // A picture that changes would ask its parent for a layout, and a layout for the picture, for ever.
        view.setManaged(false);
        view.setAccessibleText("Weights of the first layer's filters, each a small square of pixels");
        getChildren().addAll(colours, view);
    }

    /** @param kernels n x 25, row by row */
    void show(float[] kernels) {
        filters = kernels;
        most = 0;
        for (float weight : kernels) {
            most = Math.max(most, Math.abs(weight));
        }
        changed();
    }

    /** The largest weight without its sign. */
    double most() {
        return most;
    }

    private void changed() {
        redraw.request();
    }

    private void draw() {
        int count = filters.length / WEIGHTS;
        view.setVisible(count > 0);
        if (count == 0) {
            return;
        }
        int columns = columns(count);
        int rows = (count + columns - 1) / columns;
        int tile = SIDE * cell(columns, rows) + GAP;
        if (picture.columns() != columns * tile || picture.rows() != rows * tile) {
            picture = new PixelPicture(columns * tile, rows * tile);
            view.setImage(picture.image());
        }
        DivergingColours map = new DivergingColours(Argb.of(colours.background()));
        int frame = Argb.of(colours.border());
        for (int i = 0; i < count; i++) {
            paintTile(map, frame, i, i % columns * tile + i / columns * tile * picture.columns(), tile - GAP);
        }
        picture.changed();
        view.setX(Math.rint((getWidth() - picture.columns()) / 2));
        view.setY(Math.rint((getHeight() - picture.rows()) / 2));
    }

    /** One image rather than hundreds of rectangles: the kernels change with every frame. */
    private void paintTile(DivergingColours map, int frame, int filter, int corner, int side) {
        int[] row = new int[side + 2];
        row[0] = frame;
        row[side + 1] = frame;
        int[] pixels = picture.pixels();
        int cell = side / SIDE;
        for (int y = 0; y < side; y++) {
            if (y % cell == 0) {
                for (int x = 0; x < SIDE; x++) {
                    Arrays.fill(
                            row,
                            1 + x * cell,
                            1 + (x + 1) * cell,
                            map.argb(filters[filter * WEIGHTS + y / cell * SIDE + x] / most));
                }
            }
            System.arraycopy(row, 0, pixels, corner + (y + 1) * picture.columns(), row.length);
        }
        Arrays.fill(pixels, corner, corner + side + 2, frame);
        int last = corner + (side + 1) * picture.columns();
        Arrays.fill(pixels, last, last + side + 2, frame);
    }

    /** As many as make the tiles largest, in few rows. */
    private int columns(int count) {
        int best = 1;
        for (int columns = 1; columns <= count; columns++) {
            if (cell(columns, (count + columns - 1) / columns) >= cell(best, (count + best - 1) / best)) {
                best = columns;
            }
        }
        return best;
    }

    /** Side of a weight's square, pixels. */
    private int cell(int columns, int rows) {
        double room = Math.min(getWidth() / columns, getHeight() / rows);
        return Math.max(1, (int) Math.floor((room - GAP) / SIDE));
    }

    @Override
    protected void layoutChildren() {
        changed();
    }
}
