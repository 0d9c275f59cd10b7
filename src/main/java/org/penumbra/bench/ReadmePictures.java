package org.penumbra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.console.ResultNames;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.fooling.FoolingFrame;
import org.penumbra.live.fooling.FoolingStatus;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.GifFile;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Presets;
import org.penumbra.view.draw.DrawLab;
import org.penumbra.view.fooling.FoolingLab;
import org.penumbra.view.fooling.FoolingModel;
import org.penumbra.view.rings.RingsModel;
import org.penumbra.view.train.TrainLab;
import org.penumbra.view.train.TrainModel;

/**
 * Makes the pictures of the README: the rings while they are learnt, as an animation, and when they have been; the drawing
 * lab on a scribble; the training lab at work; an attack on three models.
 */
final class ReadmePictures {

    /** What is written. */
    static final ResultNames NAMES =
            ResultNames.of("pictures", "penumbra.png", "penumbra.gif", "draw.png", "train.png", "fooling.png");

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int FRAMES = 48;
    private static final int FRAME_MILLIS = 160;
    private static final double STEPS_PER_SECOND = 250;
    private static final long LEARNT = 6000;
    private static final Position RING_CENTRE = new Position(1, 1);
    private static final long SETTLING_MILLIS = 4000;
    private static final double EPOCHS = 3.3;
    /** Far more than a network without a decoder needs, so that it can be seen what holds. */
    private static final int ATTACK_STEPS = 400;

    private static final Stroke THREE = stroke(
            33, 26, 44, 19, 56, 19, 63, 28, 59, 39, 49, 46, 42, 47, 54, 49, 64, 56, 66, 69, 57, 79, 44, 81, 31, 76);
    private static final Stroke ZIGZAG = stroke(21, 32, 32, 68, 43, 32, 54, 68, 64, 32, 75, 68, 82, 36);

    private ReadmePictures() {}

    /**
     * Writes penumbra.gif, penumbra.png, draw.png, train.png and fooling.png. Starts the toolkit without a screen, so once in a process.
     *
     * @param folder receives them, and puts them in their places when it is finished
     */
    public static void make(OutputFolder folder) throws InterruptedException {
        try (HeadlessWindow window = new HeadlessWindow(Presets.find("rings"), WIDTH, HEIGHT)) {
            Thread.sleep(2000);
            rings(window, folder);
            draw(window, folder);
            train(window, folder);
            fooling(window, folder);
        }
    }

    private static void rings(HeadlessWindow window, OutputFolder folder) throws InterruptedException {
        RingsModel model = window.model();
        window.onUiThread(() -> {
            model.speedProperty().set(new Speed(STEPS_PER_SECOND));
            model.play();
            return null;
        });
        List<ArgbImage> frames = new ArrayList<>();
        while (frames.size() < FRAMES) {
            frames.add(halved(window.picture()));
            Thread.sleep(FRAME_MILLIS);
        }
        folder.write(
                "penumbra.gif",
                stream -> GifFile.write(stream, "penumbra.gif", FRAME_MILLIS, gif -> {
                    for (ArgbImage frame : frames) {
                        gif.add(frame);
                    }
                }));
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
            model.look().pointerProperty().set(RING_CENTRE);
            return null;
        });
        Thread.sleep(1000);
        write(window, "penumbra.png", folder);
    }

    private static void draw(HeadlessWindow window, OutputFolder folder) throws InterruptedException {
        DrawLab lab = window.onUiThread(() -> window.open("Draw", DrawLab.class));
        // The models are read, the engine warms up.
        Thread.sleep(SETTLING_MILLIS);
        for (List<Stroke> drawing : List.of(List.of(THREE), List.of(ZIGZAG))) {
            window.onUiThread(() -> {
                lab.draw(drawing);
                return null;
            });
            Thread.sleep(SETTLING_MILLIS);
        }
        write(window, "draw.png", folder);
    }

    private static void train(HeadlessWindow window, OutputFolder folder) throws InterruptedException {
        TrainModel model =
                window.onUiThread(() -> window.open("Train", TrainLab.class).model());
        window.onUiThread(() -> {
            model.play();
            return null;
        });
        while (window.onUiThread(() -> model.statusProperty().get().epochs()) < EPOCHS) {
            Thread.sleep(100);
        }
        Thread.sleep(FRAME_MILLIS);
        write(window, "train.png", folder);
    }

    private static void fooling(HeadlessWindow window, OutputFolder folder) throws InterruptedException {
        FoolingModel model =
                window.onUiThread(() -> window.open("Fooling", FoolingLab.class).model());
        while (window.onUiThread(() -> model.planProperty().get() == null)) {
            Thread.sleep(100);
        }
        window.onUiThread(() -> {
            model.mostStepsProperty().set(ATTACK_STEPS);
            model.play();
            return null;
        });
        while (!window.onUiThread(() -> ended(model.frameProperty().get()))) {
            stopIfFailed(window.onUiThread(() -> model.statusProperty().get()));
            Thread.sleep(100);
        }
        // The chart follows the frame.
        Thread.sleep(1000);
        write(window, "fooling.png", folder);
    }

    private static boolean ended(FoolingFrame frame) {
        return frame != null && frame.victims().stream().allMatch(victim -> victim.running() == 0);
    }

    private static void stopIfFailed(FoolingStatus status) {
        if (status.state() == FoolingStatus.State.FAILED) {
            throw new IllegalStateException("fooling.png: " + status.message());
        }
    }

    private static void write(HeadlessWindow window, String name, OutputFolder folder) throws InterruptedException {
        ArgbImage picture = window.picture();
        folder.write(name, stream -> PngFile.write(picture, stream));
    }

    private static Stroke stroke(double... places) {
        return new Stroke(IntStream.range(0, places.length / 2)
                .mapToObj(i -> new Position(places[2 * i], places[2 * i + 1]))
                .toList());
    }

    /** Half as wide and high, each pixel the mean of four. */
    private static ArgbImage halved(ArgbImage picture) {
        int width = picture.width() / 2;
        int height = picture.height() / 2;
        int[] pixels = new int[width * height];
        int[] from = picture.argb();
        for (int i = 0; i < pixels.length; i++) {
            int at = 2 * (i / width) * picture.width() + 2 * (i % width);
            pixels[i] = mean(from[at], from[at + 1], from[at + picture.width()], from[at + picture.width() + 1]);
        }
        return new ArgbImage(pixels, width, height);
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
