package org.penumbra.view.train.card;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.PixelPicture;
import org.penumbra.view.widget.ThemeColours;

/**
 * Images of 28 x 28 pixels beside one another, each in the middle of a column, light on black. They are one picture, as
 * they all change at once: many small ones would each have to be redrawn with all that lies below them.
 */
final class ImageRow extends Region {

    private static final int SIDE = ImageSettings.SIDE;

    private final ImageView view = new ImageView();
    private final ThemeColours colours;
    private PixelPicture picture = new PixelPicture(1, 1);
    private float[] shown = new float[0];
    private double column = SIDE;
    private double side = SIDE;

    /**
     * @param what    the images are, for those who cannot see them
     * @param colours of the frame
     */
    ImageRow(String what, ThemeColours colours) {
        this.colours = colours;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(what);
        setManaged(false);
        // A picture that changes would ask its parent for a layout.
        view.setManaged(false);
        view.setPreserveRatio(false);
        view.setMouseTransparent(true);
        getChildren().add(view);
    }

    /**
     * Shows images.
     *
     * @param images n x 784, row by row from the top, 0 (black) to 1 (white); what lies outside gets the nearer end
     */
    void show(float[] images) {
        if (images != shown) {
            shown = images;
            paint();
        }
    }

    /**
     * Places them.
     *
     * @param columnWidth pixels from one image to the next
     * @param imageSide   how high and wide each is, pixels
     */
    void place(double x, double y, double columnWidth, double imageSide) {
        relocate(x, y);
        if (columnWidth != column || imageSide != side) {
            column = columnWidth;
            side = imageSide;
            paint();
        }
    }

    /** Paints at the screen's own resolution: an image that JavaFX enlarges is blurred by some of its renderers. */
    void paint() {
        int count = shown.length / ImageSettings.PIXELS;
        double density = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        int width = Math.max(1, (int) Math.ceil(count * column * density));
        int height = Math.max(1, (int) Math.round(side * density));
        if (picture.columns() != width || picture.rows() != height) {
            picture = new PixelPicture(width, height);
            view.setImage(picture.image());
            view.setFitWidth(width / density);
            view.setFitHeight(height / density);
            resize(width / density, height / density);
        }
        Arrays.fill(picture.pixels(), 0);
        int frame = Argb.of(colours.border());
        for (int i = 0; i < count; i++) {
            paint(i, (int) Math.round((i * column + (column - side) / 2) * density), height, frame);
        }
        picture.changed();
    }

    private void paint(int image, int left, int size, int frame) {
        int[] pixels = picture.pixels();
        for (int y = 0; y < size; y++) {
            int from = image * ImageSettings.PIXELS + y * SIDE / size * SIDE;
            int to = y * picture.columns() + left;
            for (int x = 0; x < size; x++) {
                boolean edge = x == 0 || y == 0 || x == size - 1 || y == size - 1;
                pixels[to + x] = edge ? frame : grey(shown[from + x * SIDE / size]);
            }
        }
    }

    private static int grey(float level) {
        return 0xFF000000 | Math.round(255 * Math.max(0, Math.min(1, level))) * 0x010101;
    }
}
