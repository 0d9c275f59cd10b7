package org.penumbra.bench;

import java.util.function.Consumer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.penumbra.paint.ArgbImage;
import org.penumbra.preset.Preset;

/** The program's window on a screen that exists in memory alone, for measuring and for pictures. */
final class HeadlessWindow extends OpenedWindow {

    private final int width;
    private final int height;

    /**
     * Starts the toolkit, once in a process, and opens the window.
     *
     * @param preset what the rings lab shows
     */
    HeadlessWindow(Preset preset, int width, int height) {
        super(preset, screenInMemory(width, height));
        this.width = width;
        this.height = height;
    }

    /** Chooses the screen, which has to be done before the toolkit starts, and makes the window as large. */
    private static Consumer<Stage> screenInMemory(int width, int height) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.disableRegionCaching", "true");
        System.setProperty("headless.geometry", width + "x" + height + "-32");
        return stage -> {
            stage.setWidth(width);
            stage.setHeight(height);
        };
    }

    /** What the window shows at this moment. */
    ArgbImage picture() {
        return onUiThread(() -> {
            WritableImage image = stage().getScene().snapshot(new WritableImage(width, height));
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return new ArgbImage(pixels, width, height);
        });
    }
}
