package org.penumbra.view;

import java.io.IOException;
import java.nio.file.Path;
import org.penumbra.data.Position;
import org.penumbra.live.Speed;
import org.penumbra.paint.GifFile;
import org.penumbra.paint.Picture;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Presets;
import org.penumbra.view.rings.RingsModel;

/** Makes the pictures of the README: the window while it learns, as an animation, and what it has learnt. */
public final class ReadmePictures {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int FRAMES = 48;
    private static final int FRAME_MILLIS = 160;
    private static final double STEPS_PER_SECOND = 250;
    private static final long LEARNT = 6000;
    private static final Position RING_CENTRE = new Position(1, 1);

    private ReadmePictures() {
    }

    /**
     * Writes penumbra.gif and penumbra.png. Starts the toolkit without a screen, so once in a process.
     *
     * @param folder an existing folder
     */
    public static void make(Path folder) throws IOException, InterruptedException {
        try (HeadlessWindow window = new HeadlessWindow(Presets.find("rings"), WIDTH, HEIGHT)) {
            RingsModel model = window.model();
            Thread.sleep(2000);
            window.onUiThread(() -> {
                model.speedProperty().set(new Speed(STEPS_PER_SECOND));
                model.play();
                return null;
            });
            try (GifFile gif = GifFile.open(folder.resolve("penumbra.gif"), FRAME_MILLIS)) {
                for (int frame = 0; frame < FRAMES; frame++) {
                    gif.add(halved(window.picture()));
                    Thread.sleep(FRAME_MILLIS);
                }
            }
            window.onUiThread(() -> {
                model.speedProperty().set(Speed.FASTEST);
                return null;
            });
            while (window.onUiThread(() -> model.statusProperty().get().step()) < LEARNT) {
                Thread.sleep(20);
            }
            window.onUiThread(() -> {
                model.pause();
                // Where y is sure, c~ is not, and Gamma says why.
                model.pointerProperty().set(RING_CENTRE);
                return null;
            });
            Thread.sleep(1000);
            PngFile.write(window.picture(), folder.resolve("penumbra.png"));
        }
    }

    /** Half as wide and high, each pixel the mean of four. */
    private static Picture halved(Picture picture) {
        int width = picture.width() / 2;
        int height = picture.height() / 2;
        int[] pixels = new int[width * height];
        int[] from = picture.argb();
        for (int i = 0; i < pixels.length; i++) {
            int at = 2 * (i / width) * picture.width() + 2 * (i % width);
            pixels[i] = mean(from[at], from[at + 1], from[at + picture.width()], from[at + picture.width() + 1]);
        }
        return new Picture(pixels, width, height);
    }

    private static int mean(int... pixels) {
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int sum = 2;
            for (int pixel : pixels) {
                sum += pixel >>> shift & 0xFF;
            }
            result |= sum / 4 << shift;
        }
        return result;
    }
}
