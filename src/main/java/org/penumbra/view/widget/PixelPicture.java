package org.penumbra.view.widget;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * An image whose pixels are an array one writes into: no copy lies between what is painted and what is drawn.
 * Belongs to the JavaFX thread.
 */
public final class PixelPicture {
    private final int columns;
    private final int rows;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    /** A transparent picture of columns x rows pixels, both at least 1. */
    public PixelPicture(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        IntBuffer ints = IntBuffer.allocate(columns * rows);
        pixels = ints.array();
        buffer = new PixelBuffer<>(columns, rows, ints, PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** The pixels themselves, row by row from the top, premultiplied ARGB. Call {@link #changed} after writing. */
    public int[] pixels() {
        return pixels;
    }

    /** Makes what was written visible with the next pulse. */
    public void changed() {
        buffer.updateBuffer(whole -> null);
    }

    /** The image that shows the pixels. */
    public Image image() {
        return image;
    }
}
