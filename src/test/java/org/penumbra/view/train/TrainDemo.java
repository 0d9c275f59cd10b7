package org.penumbra.view.train;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.penumbra.data.home.DataHome;
import org.penumbra.live.train.TrainingEngine;
import org.penumbra.live.train.TrainingSession;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.Lab;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.penumbra.view.shell.Shortcut;
import org.penumbra.view.shell.TourStep;

/**
 * Draws the training lab into pictures, to be looked at, on a screen in memory. Arguments: a folder for the pictures, the
 * data home ("usual" for the usual places), WIDTHxHEIGHT, and maybe "dark", "fake" (an
 * engine of formulas), "measure" (what being seen costs the training) and "preset=NAME".
 */
final class TrainDemo {

    private final Path folder;
    private Stage stage;
    private MainWindow window;
    private TrainLab lab;
    private TrainingEngine engine;

    private TrainDemo(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        String[] size = wanted.get(2).split("x");
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.disableRegionCaching", "true");
        System.setProperty("headless.geometry", wanted.get(2) + "-32");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        TrainDemo demo = new TrainDemo(Path.of(wanted.get(0)));
        String preset = wanted.stream()
                .filter(word -> word.startsWith("preset="))
                .map(word -> word.substring(7))
                .findFirst()
                .orElse("built-in-dae-sym");
        demo.open(
                wanted.get(1),
                Integer.parseInt(size[0]),
                Integer.parseInt(size[1]),
                preset,
                wanted.contains("dark"),
                wanted.contains("fake"));
        if (wanted.contains("measure")) {
            demo.measure();
        }
        demo.run(wanted.get(2) + (wanted.contains("dark") ? "-dark" : "-light") + "-" + preset);
        demo.on(() -> {
            demo.window.close();
            return null;
        });
        Platform.exit();
    }

    private void open(String home, int width, int height, String preset, boolean dark, boolean fake) {
        on(() -> {
            MemoryPreferences memory = new MemoryPreferences();
            memory.put("theme", dark ? "dark" : "light");
            stage = new Stage();
            stage.setWidth(width);
            stage.setHeight(height);
            LabEntry entry = new LabEntry(
                    "Train",
                    "",
                    context -> lab = new TrainLab(
                            ImagePresets.load(preset),
                            () -> engine = fake ? new FakeTraining() : new TrainingSession(),
                            context));
            LabEntry nothing = new LabEntry("Nothing", "", context -> new Nothing());
            window = new MainWindow(
                    stage,
                    List.of(entry, nothing),
                    ImageDataPart.of(
                            DataHome.ofProcess(home.equals("usual") ? null : Path.of(home)), DataSources.shipped()),
                    memory);
            stage.show();
            return null;
        });
    }

    /** Training speed with the lab open and with another one open, in turns; and the longest hold of the UI thread. */
    private void measure() throws InterruptedException {
        await(() -> lab.model().frameProperty().get() != null);
        press("Train");
        on(() -> {
            lab.model().play();
            return null;
        });
        Thread.sleep(15_000);
        for (int round = 0; round < 4; round++) {
            for (String open : new String[] {"Nothing", "Train"}) {
                press(open);
                Thread.sleep(2000);
                long steps = engine.status().step();
                long start = System.nanoTime();
                long longest = 0;
                double drawing = drawingSeconds();
                while (System.nanoTime() - start < 10_000_000_000L) {
                    long asked = System.nanoTime();
                    on(() -> null);
                    longest = Math.max(longest, System.nanoTime() - asked);
                    Thread.sleep(2);
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
            stage.getScene().getRoot().lookupAll(".lab").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals(name))
                    .forEach(ToggleButton::fire);
            return null;
        });
    }

    /** A lab that shows nothing. */
    private static final class Nothing implements Lab {

        private final Pane view = new Pane();

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public List<Node> tools() {
            return List.of();
        }

        @Override
        public ObservableValue<String> title() {
            return new SimpleStringProperty("Nothing");
        }

        @Override
        public List<Shortcut> shortcuts() {
            return List.of();
        }

        @Override
        public List<TourStep> tour() {
            return List.of();
        }

        @Override
        public void pulse() {
            // nothing to show
        }

        @Override
        public void close() {
            // nothing to end
        }
    }

    private void run(String name) throws InterruptedException, IOException {
        Thread.sleep(500);
        picture(name + "-0-reading");
        await(() -> lab.model().frameProperty().get() != null);
        picture(name + "-1-begin");
        on(() -> {
            lab.actions().togglePlay();
            return null;
        });
        Thread.sleep(9000);
        picture(name + "-2-running");
        on(() -> {
            lab.model().pause();
            lab.model().curves().keep(lab.model().setupProperty().get());
            lab.model().checkpoint();
            lab.actions().draft().sigma().textProperty().set("0.2x");
            return null;
        });
        picture(name + "-3-kept");
        on(() -> {
            lab.actions().draft().sigma().textProperty().set("0.2");
            lab.actions().draft().apply();
            return null;
        });
        await(() -> lab.model().setupProperty().get().preset().training().sigma() == 0.2);
        on(() -> {
            lab.model().play();
            return null;
        });
        Thread.sleep(9000);
        on(() -> {
            lab.model().stop();
            return null;
        });
        await(() -> lab.model().resultProperty().get() != null);
        picture(name + "-4-stopped");
        on(() -> {
            lab.actions().draft().sourceProperty().set(new ImageSource.Stored("mnist"));
            lab.actions().draft().apply();
            return null;
        });
        picture(name + "-5-missing");
    }

    private void await(Callable<Boolean> condition) throws InterruptedException {
        while (!on(condition)) {
            Thread.sleep(100);
        }
    }

    private void picture(String name) throws InterruptedException, IOException {
        Thread.sleep(700);
        ArgbImage picture = on(() -> {
            WritableImage image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return new ArgbImage(pixels, width, height);
        });
        PngFile.write(picture, folder.resolve(name + ".png"));
    }

    private <T> T on(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
