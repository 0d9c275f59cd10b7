package org.penumbra.view.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.penumbra.paint.ArgbImage;
import org.penumbra.view.widget.PixelPicture;

/** A QR picture, as large as there is room; every square has the same whole number of pixels of the window. */
final class QrView extends Region {

    private static final int LEAST = 2;

    private final ArgbImage squares;
    private final ImageView view = new ImageView();
    private int scale;

    /** @param squares a pixel a square, the empty ones around included */
    QrView(ArgbImage squares, String words) {
        this.squares = squares;
        getStyleClass().add("qr");
        setId("qr");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
        view.setSmooth(false);
        getChildren().add(view);
    }

    @Override
    protected double computeMinWidth(double height) {
        return (double) LEAST * squares.width();
    }

    @Override
    protected double computeMinHeight(double width) {
        return (double) LEAST * squares.height();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int fits = (int) Math.max(1, Math.floor(Math.min(getWidth(), getHeight()) / squares.width()));
        if (fits != scale) {
            scale = fits;
            view.setImage(image(squares.scaled(fits)));
        }
        double side = (double) scale * squares.width();
        view.relocate(Math.rint((getWidth() - side) / 2), Math.rint((getHeight() - side) / 2));
    }

    /** How many pixels of the window a square has. */
    int scale() {
        return scale;
    }

    private static Image image(ArgbImage picture) {
        PixelPicture pixels = new PixelPicture(picture.width(), picture.height());
        // All are opaque, so premultiplied they are the same.
        System.arraycopy(picture.argb(), 0, pixels.pixels(), 0, picture.argb().length);
        pixels.changed();
        return pixels.image();
    }
}
