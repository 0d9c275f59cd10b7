package org.penumbra.view.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.penumbra.data.DataHome;
import org.penumbra.live.TrainingSession;
import org.penumbra.paint.Picture;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.ImagePresets;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;

/**
 * Draws the training lab into pictures, to be looked at, on a screen in memory. Arguments: a folder for the pictures, the
 * data home ("usual" for the usual places), WIDTHxHEIGHT, and maybe "dark", "fake" (an
 * engine of formulas) and "preset=NAME".
 */
final class TrainDemo {

    private final Path folder;
    private Stage stage;
    private MainWindow window;
    private TrainLab lab;

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
        Platform.startup(() -> { });
        Platform.setImplicitExit(false);
        TrainDemo demo = new TrainDemo(Path.of(wanted.get(0)));
        String preset = wanted.stream().filter(word -> word.startsWith("preset=")).map(word -> word.substring(7))
                .findFirst().orElse("built-in-dae-sym");
        demo.open(wanted.get(1), Integer.parseInt(size[0]), Integer.parseInt(size[1]), preset, wanted.contains("dark"),
                wanted.contains("fake"));
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
            LabEntry entry = new LabEntry("Train", "", context -> lab = new TrainLab(ImagePresets.load(preset),
                    fake ? FakeTraining::new : TrainingSession::new, context));
            window = new MainWindow(stage, List.of(entry), ImageDataPart.of(DataHome.ofProcess(home.equals("usual") ? null
                    : Path.of(home)), DataSources.shipped()), memory);
            stage.show();
            return null;
        });
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
        picture(name + "-4-stopped");
    }

    private void await(Callable<Boolean> condition) throws InterruptedException {
        while (!on(condition)) {
            Thread.sleep(100);
        }
    }

    private void picture(String name) throws InterruptedException, IOException {
        Thread.sleep(700);
        Picture picture = on(() -> {
            WritableImage image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return new Picture(pixels, width, height);
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
