package org.penumbra.view.fooling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.penumbra.data.home.DataHome;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.fooling.FoolingSession;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;

/**
 * Shows the fooling lab without a screen, to be looked at. Arguments are done one after another: light, dark,
 * size=WIDTHxHEIGHT, target=N (-1 for all), protocol=NAME, steps=N, speed=N, tau=N, add=MODEL, replace=OLD/NEW, play,
 * pause, watch=VICTIM/TRIAL, remove=MODEL, wait=SECONDS, picture=FILE (the window), sheet=FILE (what an export writes).
 */
final class FoolingDemo {

    private final MemoryPreferences memory = new MemoryPreferences();
    private Stage stage;
    private MainWindow window;
    private FoolingLab lab;

    private FoolingDemo() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.disableRegionCaching", "true");
        System.setProperty("headless.geometry", "2560x1600-32");
        Platform.startup(() -> {});
        FoolingDemo demo = new FoolingDemo();
        demo.open();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts[0].equals("wait")) {
                Thread.sleep((long) (1000 * Double.parseDouble(parts[1])));
            } else {
                demo.run(() -> demo.perform(parts[0], parts.length == 1 ? "" : parts[1]));
            }
        }
        demo.run(demo.window::close);
        Platform.exit();
    }

    private void run(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException | Error problem) {
                done.completeExceptionally(problem);
            }
        });
        done.join();
    }

    private void open() throws InterruptedException {
        run(() -> {
            stage = new Stage();
            stage.setWidth(1280);
            stage.setHeight(800);
            window = new MainWindow(
                    stage,
                    List.of(
                            new LabEntry("Rings", "", context -> lab = lab(context)),
                            new LabEntry("Fooling", "", context -> lab)),
                    ImageDataPart.of(DataHome.in(Path.of("data")), DataSources.shipped()),
                    memory);
            stage.show();
        });
        while (lab.model().planProperty().get() == null) {
            Thread.sleep(20);
        }
    }

    private static FoolingLab lab(org.penumbra.view.shell.LabContext context) {
        return new FoolingLab(FoolingSession::new, context);
    }

    private void perform(String what, String value) {
        FoolingModel model = lab.model();
        String[] two = value.split("/");
        switch (what) {
            case "light", "dark" -> {
                if (!window.theme().name().equalsIgnoreCase(what)) {
                    ((javafx.scene.control.Button) stage.getScene().lookup("#theme")).fire();
                }
            }
            case "size" -> {
                stage.setWidth(Integer.parseInt(value.replaceAll("x.*", "")));
                stage.setHeight(Integer.parseInt(value.replaceAll(".*x", "")));
            }
            case "target" -> model.targetProperty().set(Integer.parseInt(value));
            case "protocol" -> model.protocolProperty().set(Protocol.valueOf(value.toUpperCase(java.util.Locale.ROOT)));
            case "steps" -> model.mostStepsProperty().set(Integer.parseInt(value));
            case "speed" -> model.speedProperty().set(new Speed(Double.parseDouble(value)));
            case "tau" -> model.tauProperty().set(Double.parseDouble(value));
            case "add" -> model.victims().add(entry(value));
            case "replace" -> model.victims().replace(two[0], entry(two[1]));
            case "play" -> model.play();
            case "pause" -> model.pause();
            case "watch" ->
                model.watchedProperty()
                        .set(new FoolingModel.Watched(Integer.parseInt(two[0]), Integer.parseInt(two[1])));
            case "picture" -> picture(Path.of(value));
            case "remove" -> model.victims().remove(value);
            case "sheet" ->
                model.record(recording -> {
                    try {
                        PngFile.write(
                                new FoolingSheets(
                                                recording,
                                                model.protocolProperty().get().unit())
                                        .last(),
                                Path.of(value));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            default -> throw new IllegalArgumentException("unknown: " + what);
        }
    }

    private org.penumbra.view.shell.ModelEntry entry(String name) {
        return lab.context().models().find(name).orElseThrow();
    }

    private void picture(Path file) {
        WritableImage image = stage.getScene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            PngFile.write(new ArgbImage(pixels, width, height), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
