package org.penumbra.view.train;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import javafx.scene.control.ToggleButton;
import org.penumbra.kit.window.Demo;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.live.train.TrainingEngine;
import org.penumbra.live.train.TrainingSession;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.LabEntry;

/**
 * Draws the training lab into pictures, to be looked at, on a screen in memory. Arguments: those of every {@link Demo},
 * "pictures=DIR" (a folder for them), and maybe "fake" (an engine of formulas), "measure" (what being seen costs the
 * training) and "preset=NAME".
 */
final class TrainDemo extends Demo {

    private final String preset = value("preset", "built-in-dae-sym");
    private TrainLab lab;
    private TrainingEngine engine;

    private TrainDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new TrainDemo(arguments).run();
    }

    @Override
    protected boolean isInMemory() {
        return true;
    }

    @Override
    protected void open() {
        fill(
                ImageDataPart.of(data(), DataSources.shipped()),
                new LabEntry(
                        "Train",
                        "",
                        context -> lab = new TrainLab(
                                ImagePresets.load(preset),
                                () -> engine = has("fake") ? new FakeTraining() : new TrainingSession(),
                                context)),
                new LabEntry("Empty", "", context -> new EmptyLab()));
    }

    @Override
    protected void perform() throws Exception {
        if (has("measure")) {
            measure();
        }
        train(value("size", "1280x800") + (has("dark") ? "-dark" : "-light") + "-" + preset);
        end();
    }

    /** Training speed with the lab open and with another one open, in turns; and the longest hold of the UI thread. */
    private void measure() throws InterruptedException {
        await(() -> lab.model().frameProperty().get() != null);
        press("Train");
        on(() -> {
            lab.model().play();
        });
        pause(15);
        for (int round = 0; round < 4; round++) {
            for (String open : new String[] {"Empty", "Train"}) {
                press(open);
                pause(2);
                long steps = engine.status().step();
                long start = System.nanoTime();
                long longest = 0;
                double drawing = drawingSeconds();
                while (System.nanoTime() - start < 10_000_000_000L) {
                    long asked = System.nanoTime();
                    on(() -> {});
                    longest = Math.max(longest, System.nanoTime() - asked);
                    pause(0.002);
                }
                System.out.printf(
                        "%s: %.2f steps/s, longest hold %.1f ms, shown %.1f %%, drawing took %.2f s of one "
                                + "processor in 10 s%n",
                        open,
                        (engine.status().step() - steps) * 1e9 / (System.nanoTime() - start),
                        longest / 1e6,
                        100 * engine.status().shownShare(),
                        drawingSeconds() - drawing);
            }
        }
    }

    /** Processor time of the threads that draw the window. */
    private static double drawingSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double nanos = 0;
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null
                    && (info.getThreadName().startsWith("JavaFX")
                            || info.getThreadName().startsWith("Quantum"))) {
                nanos += threads.getThreadCpuTime(info.getThreadId());
            }
        }
        return nanos / 1e9;
    }

    private void press(String name) {
        on(() -> {
            stage().getScene().getRoot().lookupAll(".lab").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals(name))
                    .forEach(ToggleButton::fire);
        });
    }

    private void train(String name) throws InterruptedException, IOException {
        pause(0.5);
        picture(name + "-0-reading");
        await(() -> lab.model().frameProperty().get() != null);
        picture(name + "-1-begin");
        on(() -> {
            lab.actions().togglePlay();
        });
        pause(9);
        picture(name + "-2-running");
        on(() -> {
            lab.model().pause();
            lab.model().curves().keep(lab.model().setupProperty().get());
            lab.model().checkpoint();
            lab.actions().draft().sigma().textProperty().set("0.2x");
        });
        picture(name + "-3-kept");
        on(() -> {
            lab.actions().draft().sigma().textProperty().set("0.2");
            lab.actions().draft().apply();
        });
        await(() -> lab.model().setupProperty().get().preset().training().sigma() == 0.2);
        on(() -> {
            lab.model().play();
        });
        pause(9);
        on(() -> {
            lab.model().stop();
        });
        await(() -> lab.model().resultProperty().get() != null);
        picture(name + "-4-stopped");
        on(() -> {
            lab.actions().draft().sourceProperty().set(new ImageSource.Stored("mnist"));
            lab.actions().draft().apply();
        });
        picture(name + "-5-missing");
    }

    private void picture(String name) throws InterruptedException, IOException {
        pause(0.7);
        write(Path.of(value("pictures", ".")).resolve(name + ".png"));
    }
}
