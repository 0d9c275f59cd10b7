package org.penumbra.view.widget;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.paint.ColourMap;

/**
 * An image of 28 x 28 pixels with sharp pixels at any size: light ink on black as the networks see it, or any numbers in
 * the colours of a map. It is as large a square as there is room for. Belongs to the JavaFX thread.
 */
public final class DigitView extends Region {

    private static final int SIDE = ImageSettings.SIDE;

    private final int[] colours = new int[ImageSettings.PIXELS];
    private final ImageView view = new ImageView();
    private final Region frame = new Region();
    private final int zoom;
    private PixelPicture picture = new PixelPicture(SIDE, SIDE);
    private float[] shown;
    private Tooltip reading;

    /** @param zoom how many times as high and wide as the image it would like to be, at least 1 */
    public DigitView(int zoom) {
        this.zoom = zoom;
        getStyleClass().add("digit-view");
        WidgetStyles.apply(this);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setImage(picture.image());
        view.setPreserveRatio(false);
        view.setAccessibleRole(AccessibleRole.NODE);
        frame.getStyleClass().add("frame");
        frame.setMouseTransparent(true);
        getChildren().addAll(view, frame);
        clear();
    }

    /**
     * Shows an image.
     *
     * @param pixels 784, row by row from the top, 0 (black) to 1 (white); what lies outside gets the nearer end
     */
    public void show(float[] pixels) {
        check(pixels);
        shown = pixels;
        for (int i = 0; i < colours.length; i++) {
            int grey = Math.round(255 * Math.max(0, Math.min(1, pixels[i])));
            colours[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
        }
        paint();
    }

    /**
     * Shows numbers in colours.
     *
     * @param values 784, row by row from the top
     * @param map    its darkest colour stands for 0
     * @param most   the number of the lightest colour, above 0
     */
    public void show(float[] values, ColourMap map, double most) {
        check(values);
        if (!(most > 0)) {
            throw new IllegalArgumentException("the greatest number: expected one above 0, but got " + most);
        }
        shown = values;
        for (int i = 0; i < colours.length; i++) {
            colours[i] = map.argb(values[i] / most);
        }
        paint();
    }

    /** Shows nothing: a black square. */
    public void clear() {
        shown = null;
        Arrays.fill(colours, 0xFF000000);
        paint();
    }

    /** Lets the pointer read the number of a pixel, told in a tooltip: "row 12, column 5: |r−x| 0.83". */
    public void readOut(String quantity) {
        reading = new Tooltip();
        Tooltip.install(this, reading);
        addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> reading.setText(reading(quantity, event.getX(), event.getY())));
    }

    /** What the pixel under a place of this node holds, in words. */
    String reading(String quantity, double x, double y) {
        int column = pixel(x - view.getX(), view.getFitWidth());
        int row = pixel(y - view.getY(), view.getFitHeight());
        String place = "row " + (row + 1) + ", column " + (column + 1);
        return shown == null
                ? place
                : String.format(Locale.ROOT, "%s: %s %.2f", place, quantity, shown[row * SIDE + column]);
    }

    /** The colour of a pixel as it is shown, opaque ARGB. */
    int argb(int row, int column) {
        return colours[row * SIDE + column];
    }

    /** Paints at the screen's own resolution: an image that JavaFX enlarges is blurred by some of its renderers. */
    private void paint() {
        int side = picture.columns();
        int[] target = picture.pixels();
        for (int y = 0; y < side; y++) {
            int row = y * SIDE / side * SIDE;
            for (int x = 0; x < side; x++) {
                target[y * side + x] = colours[row + x * SIDE / side];
            }
        }
        picture.changed();
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private static int pixel(double at, double size) {
        return (int) Math.max(0, Math.min(SIDE - 1, Math.floor(at * SIDE / size)));
    }

    private static void check(float[] pixels) {
        if (pixels.length != ImageSettings.PIXELS) {
            throw new IllegalArgumentException(
                    "image: expected " + ImageSettings.PIXELS + " pixels, but got " + pixels.length);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return zoom * SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return zoom * SIDE;
    }

    @Override
    protected double computeMinWidth(double height) {
        return SIDE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return SIDE;
    }

    @Override
    protected void layoutChildren() {
        double side = Math.floor(Math.min(getWidth(), getHeight()));
        double left = snapPositionX((getWidth() - side) / 2);
        double top = snapPositionY((getHeight() - side) / 2);
        int pixels = Math.max(1, (int) Math.round(side * density()));
        if (pixels != picture.columns()) {
            picture = new PixelPicture(pixels, pixels);
            view.setImage(picture.image());
            paint();
        }
        view.setX(left);
        view.setY(top);
        view.setFitWidth(side);
        view.setFitHeight(side);
        frame.resizeRelocate(left, top, side, side);
    }
}
