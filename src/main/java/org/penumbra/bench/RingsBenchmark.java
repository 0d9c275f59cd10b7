package org.penumbra.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.engine.Speed;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;
import org.penumbra.view.rings.HeatmapsPane;
import org.penumbra.view.rings.RingsModel;

/**
 * Measures the rings lab as a person meets it: the engine alone, then the whole window at 1280 x 800, drawn in memory by
 * software, while it trains and while a slider moves.
 */
final class RingsBenchmark {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int SLIDER_MOVES = 60;
    /** Until the JIT has compiled what draws the window; on two cores it takes its time. */
    private static final long WARM_UP_MILLIS = 15_000;

    private final Preset preset = Presets.find("rings");
    private final PrintStream out;
    private final int seconds;

    /**
     * @param out     where the figures go, one a line
     * @param seconds how long each measurement lasts, 1 to 600
     */
    RingsBenchmark(PrintStream out, int seconds) {
        this.out = out;
        this.seconds = seconds;
    }

    /** Measures and prints. Starts the toolkit without a screen, so once in a process. */
    public void run() throws InterruptedException {
        Grid grid = new Grid(preset.region(), RingsModel.CELLS, RingsModel.CELLS);
        out.printf(
                Locale.ROOT,
                "Penumbra, rings lab; %d processors, Java %s, %s %s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        RingsEngineBenchmark engine = new RingsEngineBenchmark(preset.setup(), grid);
        RingsEngineBenchmark.Times times = engine.measure(3.0 * seconds);
        line("training step, batch " + preset.setup().training().batch(), times.stepMillis(), "ms");
        line("the same with DL4J's stock layers", times.stockStepMillis(), "ms");
        line("stock layers take", times.stockStepMillis() / times.stepMillis(), "times as long");
        line(
                "one set of fields " + grid.columns() + " x " + grid.rows() + ", Jacobian included",
                times.fieldsMillis(),
                "ms");
        double before = engine.stepsPerSecondUnseen(seconds, preset.confidence());
        Seen seen = seen();
        double after = engine.stepsPerSecondUnseen(seconds, preset.confidence());
        double unseen = (before + after) / 2;
        line("training without fields", unseen, "steps/s");
        line("training with fields in the window", seen.stepsPerSecond, "steps/s");
        line("  that is", 100 * seen.stepsPerSecond / unseen, "% of the speed without");
        line("fields shown while training", seen.framesPerSecond, "sets/s");
        line("longest hold of the UI thread", seen.longestHold, "ms");
        line("slider to four repainted pictures, median", seen.repaint.get(seen.repaint.size() / 2), "ms");
        line(
                "slider to four repainted pictures, 95th percentile",
                seen.repaint.get(seen.repaint.size() * 95 / 100),
                "ms");
        line("slider to four repainted pictures, longest", seen.repaint.get(seen.repaint.size() - 1), "ms");
        line("  of which painting, last", seen.painting, "ms");
    }

    private void line(String what, double figure, String unit) {
        out.printf(Locale.ROOT, "%-58s %10.2f %s%n", what, figure, unit);
    }

    /** What the window showed. */
    private record Seen(
            double stepsPerSecond, double framesPerSecond, double longestHold, List<Double> repaint, double painting) {}

    private Seen seen() throws InterruptedException {
        try (HeadlessWindow window = new HeadlessWindow(preset, WIDTH, HEIGHT)) {
            RingsModel model = window.model();
            int[] frames = new int[1];
            window.onUiThread(() -> {
                model.frameProperty().addListener((value, old, now) -> frames[0]++);
                model.chooseSpeed(Speed.FASTEST);
                model.play();
                return null;
            });
            Thread.sleep(WARM_UP_MILLIS);
            long[] start = window.onUiThread(
                    () -> new long[] {model.statusProperty().get().step(), frames[0], System.nanoTime()});
            double hold = longestHold(seconds);
            long[] end = window.onUiThread(
                    () -> new long[] {model.statusProperty().get().step(), frames[0], System.nanoTime()});
            double elapsed = (end[2] - start[2]) / 1e9;
            List<Double> repaint = repaintTimes(window);
            HeatmapsPane heatmaps = (HeatmapsPane) window.stage().getScene().lookup(".heatmaps-pane");
            return new Seen(
                    (end[0] - start[0]) / elapsed,
                    (end[1] - start[1]) / elapsed,
                    hold,
                    repaint,
                    heatmaps.lastRepaintMillis());
        }
    }

    /** The longest time the UI thread took to answer a question that was put to it again and again, ms. */
    private static double longestHold(int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long longest = 0;
        while (System.nanoTime() < end) {
            CountDownLatch answered = new CountDownLatch(1);
            long asked = System.nanoTime();
            Platform.runLater(answered::countDown);
            if (!answered.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the UI thread did not answer for 10 s");
            }
            longest = Math.max(longest, System.nanoTime() - asked);
            Thread.sleep(2);
        }
        return longest / 1e6;
    }

    /** Moves alpha while it trains: from the change of the value to the end of the pulse that painted it, ms, sorted. */
    private static List<Double> repaintTimes(HeadlessWindow window) throws InterruptedException {
        RingsModel model = window.model();
        List<Double> times = new ArrayList<>();
        for (int move = 0; move < SLIDER_MOVES; move++) {
            double alpha = 5 + move;
            CountDownLatch painted = new CountDownLatch(1);
            long[] span = new long[2];
            window.onUiThread(() -> {
                Runnable[] listener = new Runnable[1];
                listener[0] = () -> {
                    span[1] = System.nanoTime();
                    window.stage().getScene().removePostLayoutPulseListener(listener[0]);
                    painted.countDown();
                };
                window.stage().getScene().addPostLayoutPulseListener(listener[0]);
                span[0] = System.nanoTime();
                model.settings().alphaProperty().set(alpha);
                return null;
            });
            if (!painted.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window did not repaint for 10 s");
            }
            times.add((span[1] - span[0]) / 1e6);
            Thread.sleep(7);
        }
        Collections.sort(times);
        return times;
    }
}
