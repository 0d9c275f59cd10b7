package org.penumbra.view.draw.input;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.penumbra.data.Position;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.ink.ImageChange;
import org.penumbra.kit.window.FakeDataDesk;
import org.penumbra.live.engine.Background;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.FontScale;
import org.penumbra.view.shell.MainWindow;

/**
 * Shows the input of the drawing lab, to be looked at. Arguments: the data home, "dark", "size=WIDTHxHEIGHT",
 * "column=EM" (width of the column), "drawn", "changed", "noise", "test", "picture=FILE" (into a PNG file, then the end).
 */
final class InputDemo {

    private InputDemo() {}

    public static void main(String[] arguments) {
        System.setProperty("prism.disableRegionCaching", "true");
        Application.launch(Window.class, arguments);
    }

    /** A person who chooses nothing. */
    private static final class NoFile implements FilePicker {

        @Override
        public Optional<Path> toOpen(String title, Kind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String title, Kind kind, String proposedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }

    /** The window itself. */
    public static final class Window extends Application {

        private final InputModel model = new InputModel();
        private Background background;
        private InputSources sources;

        @Override
        public void start(Stage stage) {
            List<String> wanted = getParameters().getRaw();
            setUserAgentStylesheet(
                    wanted.contains("dark")
                            ? new PrimerDark().getUserAgentStylesheet()
                            : new PrimerLight().getUserAgentStylesheet());
            background = new Background("demo", Platform::runLater);
            sources = new InputSources(
                    model,
                    KnownImages.all(),
                    new FakeDataDesk(DataHome.in(Path.of(wanted.get(0)))),
                    new NoFile(),
                    background,
                    System.out::println,
                    4);
            InputPane pane = new InputPane(model, sources);
            String column = value("column", "25.6");
            pane.setStyle("-fx-min-width: %1$sem; -fx-pref-width: %1$sem; -fx-max-width: %1$sem;".formatted(column));
            String[] size = value("size", "360x744").split("x");
            Scene scene = new Scene(new HBox(pane), Double.parseDouble(size[0]), Double.parseDouble(size[1]));
            scene.getStylesheets().add(MainWindow.class.getResource("app.css").toExternalForm());
            FontScale.install(scene);
            scene.getRoot().setStyle("-fx-font-size: " + value("font", "13") + "px;");
            stage.setScene(scene);
            stage.show();
            PauseTransition looked = new PauseTransition(Duration.seconds(1));
            looked.setOnFinished(event -> fill(stage, wanted));
            looked.play();
        }

        private void fill(Stage stage, List<String> wanted) {
            for (int i = 0; i < (wanted.contains("test") ? 6 : 0); i++) {
                sources.randomTestImage();
                sources.randomLetter();
            }
            if (wanted.contains("drawn")) {
                draw();
            }
            if (wanted.contains("noise")) {
                sources.noiseImage();
                model.setNoiseImage(0.6);
            }
            if (wanted.contains("changed")) {
                model.modifiersProperty()
                        .set(Modifiers.NONE
                                .withRotation(30)
                                .withNoise(0.4)
                                .withShare(0.3)
                                .withHalf(Optional.of(ImageChange.Half.BOTTOM)));
            }
            if (!value("picture", "").isEmpty()) {
                PauseTransition wait = new PauseTransition(Duration.seconds(4));
                wait.setOnFinished(event -> {
                    for (int i = 0; i < model.history().entries().size(); i++) {
                        model.history().entries().get(i).note().set(i % 3 == 0 ? "unknown" : Integer.toString(i));
                    }
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    write(stage, Path.of(value("picture", "")));
                    Platform.exit();
                });
                wait.play();
            }
        }

        private void draw() {
            model.penDown(new Position(30, 30));
            for (double t = 0; t < 1; t += 0.02) {
                model.penTo(List.of(new Position(50 + 20 * Math.sin(7 * t - 1.2), 25 + 55 * t)));
            }
            model.penUp();
        }

        private String value(String key, String otherwise) {
            return getParameters().getRaw().stream()
                    .filter(one -> one.startsWith(key + "="))
                    .map(one -> one.substring(key.length() + 1))
                    .findFirst()
                    .orElse(otherwise);
        }

        private static void write(Stage stage, Path file) {
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

        @Override
        public void stop() {
            background.close();
        }
    }
}
