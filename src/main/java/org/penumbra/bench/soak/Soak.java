package org.penumbra.bench.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.penumbra.data.home.DataHome;
import org.penumbra.preset.Presets;
import org.penumbra.view.PenumbraApplication;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.penumbra.view.shell.message.Failure;

/** Opens the program's window, on a display or on a screen in memory, and lets a {@link Hand} use it for minutes. */
final class Soak {

    private static final int LABS = 5;
    private static final long TICK_MILLIS = 10;
    /** A hand does something every so many ticks. */
    private static final int TICKS_OF_A_STEP = 4;

    private static final long PATIENCE_MILLIS = 3000;
    /** Samples are this many, at least so far apart. */
    private static final int SAMPLES = 12;

    private static final double BILLION = 1e9;

    private final Duration time;
    private final long seed;
    private final double pauseLimit;
    private final Consumer<String> told;
    private final AtomicLong frames = new AtomicLong();
    private final List<Sample> samples = new ArrayList<>();
    private final long start = System.nanoTime();
    private Stage stage;
    private MainWindow window;
    private Hand hand;
    private Pauses pauses;
    private long actions;

    /**
     * @param time       how long the hand uses the window, the first fifth of it before the first sample
     * @param pauseLimit a longer pause is counted, ms
     * @param told       hears how far it is
     */
    Soak(Duration time, long seed, double pauseLimit, Consumer<String> told) {
        this.time = time;
        this.seed = seed;
        this.pauseLimit = pauseLimit;
        this.told = told;
    }

    /**
     * Does all of it and closes the window.
     *
     * @param folder for what is saved
     */
    SoakReport run(Path folder) throws InterruptedException {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        pauses = new Pauses(onWindowsThread(Thread::currentThread), pauseLimit);
        AnimationTimer counter = onWindowsThread(() -> open(folder));
        for (int lab = 1; lab <= LABS; lab++) {
            take(onWindowsThread(this.opening(lab)), PATIENCE_MILLIS);
        }
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        long warm = begun + time.toNanos() / 5;
        long apart = (end - warm) / SAMPLES;
        long nextSample = warm;
        long framesBefore = frames.get();
        while (System.nanoTime() < end) {
            take(onWindowsThread(() -> hand.next()), 0);
            actions++;
            if (System.nanoTime() >= nextSample) {
                sample();
                nextSample += apart;
            }
        }
        sample();
        double perSecond = (frames.get() - framesBefore) / ((System.nanoTime() - begun) / BILLION);
        List<String> errors = errors().stream().map(Failure::details).toList();
        onWindowsThread(() -> {
            counter.stop();
            window.close();
            stage.hide();
            return null;
        });
        return new SoakReport(
                seed,
                actions,
                perSecond,
                pauses.longest(),
                pauses.tooLong(),
                pauses.places(),
                List.copyOf(samples),
                errors);
    }

    private Supplier<List<Runnable>> opening(int lab) {
        return () -> hand.openLab(lab);
    }

    private AnimationTimer open(Path folder) {
        stage = new Stage();
        window = new MainWindow(
                stage,
                PenumbraApplication.labs(Presets.load("rings")),
                ImageDataPart.of(DataHome.in(folder.resolve("data")), DataSources.shipped()),
                new MemoryPreferences(),
                new ChosenByNobody(folder));
        stage.show();
        hand = new Hand(stage, seed, action -> {});
        AnimationTimer counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.incrementAndGet();
            }
        };
        counter.start();
        return counter;
    }

    /** Takes one step after the other, and asks the window's thread all the while whether it is there. */
    private void take(List<Runnable> all, long waitMillis) throws InterruptedException {
        Deque<Runnable> steps = new ArrayDeque<>(all);
        for (int tick = 0; !steps.isEmpty() || tick * TICK_MILLIS < waitMillis; tick++) {
            if (tick % TICKS_OF_A_STEP == 0 && !steps.isEmpty()) {
                Platform.runLater(steps.poll());
            }
            pauses.ask();
            Thread.sleep(TICK_MILLIS);
        }
    }

    /** The same lab is open for every sample, with nothing over it, and the window has come to rest. */
    private void sample() throws InterruptedException {
        take(onWindowsThread(opening(1)), PATIENCE_MILLIS);
        // A collection for the sample stops all threads, which is nobody's pause.
        pauses.settle();
        samples.add(Sample.now((System.nanoTime() - start) / BILLION, count()));
        told.accept(samples.get(samples.size() - 1).toString());
    }

    private long count() {
        return errors().stream().mapToLong(Failure::count).sum();
    }

    private List<Failure> errors() {
        return window.failures();
    }

    private static <T> T onWindowsThread(Supplier<T> work) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window failed: " + e.getCause(), e.getCause());
        }
    }
}
