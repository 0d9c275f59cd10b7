package org.penumbra.view.widget;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.penumbra.paint.ArgbImage;

/** A part of the window as a picture that can be written to a file. Belongs to the JavaFX thread. */
public final class NodePicture {

    private NodePicture() {}

    /**
     * A node as it is seen now; what lies outside of it is transparent.
     *
     * @param scale pixels of the picture for one of the window, above 0
     */
    public static ArgbImage of(Node shown, double scale) {
        SnapshotParameters scaled = new SnapshotParameters();
        scaled.setTransform(new Scale(scale, scale));
        scaled.setFill(Color.TRANSPARENT);
        WritableImage image = shown.snapshot(scaled, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new ArgbImage(pixels, width, height);
    }
}
