package org.penumbra.view.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.penumbra.archive.Models;
import org.penumbra.data.Position;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.live.draw.AnswerSession;
import org.penumbra.net.image.ImageModel;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.draw.input.Base;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.penumbra.view.shell.ModelEntry;

/**
 * Shows the drawing lab with the models that ship, to be looked at. Arguments: "dark", "noise" or "empty" in place of a
 * digit, "fashion" (models), "common" (one alpha), "bare" (a model that cannot be calibrated),
 * "tour", "tau=0.99", "cards=6", "live" (circles are drawn all the time; prints
 * what that costs), "picture=FILE" (the window into a PNG file, then
 * the end), "size=WIDTHxHEIGHT", "wait=SECONDS"
 * (so long between looking whether all is settled).
 */
final class DrawDemo {

    private DrawDemo() {}

    public static void main(String[] arguments) {
        System.setProperty("prism.disableRegionCaching", "true");
        Application.launch(Window.class, arguments);
    }

    /** The window itself. */
    public static final class Window extends Application {

        private MainWindow window;
        private DrawLab lab;
        private boolean settledBefore;

        @Override
        public void start(Stage stage) {
            MemoryPreferences memory = new MemoryPreferences();
            memory.put("theme", has("dark") ? "dark" : "light");
            LabEntry entry = new LabEntry("Draw", "", context -> lab = new DrawLab(AnswerSession::new, context));
            window = new MainWindow(
                    stage,
                    List.of(entry),
                    ImageDataPart.of(DataHome.in(Path.of("/tmp/none")), DataSources.shipped()),
                    memory);
            String size = value("size", "1280x800");
            stage.setWidth(Integer.parseInt(size.replaceAll("x.*", "")));
            stage.setHeight(Integer.parseInt(size.replaceAll(".*x", "")));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            set(lab.model());
            if (has("live")) {
                new Scribbler().start();
            }
            if (has("tour")) {
                ((Button) stage.getScene().lookup("#tour")).fire();
            }
            if (!value("picture", "").isEmpty()) {
                PauseTransition wait = new PauseTransition(Duration.seconds(Double.parseDouble(value("wait", "1"))));
                wait.setOnFinished(event -> {
                    // Once more after all has come, so that the last of it has been drawn.
                    boolean settled = lab.model().cards().stream().allMatch(this::isSettled);
                    if (settled && settledBefore) {
                        write(stage, Path.of(value("picture", "")));
                    } else {
                        settledBefore = settled;
                        wait.playFromStart();
                    }
                });
                wait.play();
            }
        }

        /** Draws circles with every pulse, and prints now and then what that costs the UI's thread. */
        private final class Scribbler extends AnimationTimer {

            private int pulses;
            private int answers;
            private int asked;
            private long since;
            private long busy;

            Scribbler() {
                lab.model().cards().get(0).answerProperty().addListener((observed, before, now) -> answers++);
            }

            @Override
            public void handle(long now) {
                double angle = 0.06 * pulses;
                Position at = new Position(50 + 30 * Math.cos(angle), 50 + 30 * Math.sin(angle));
                if (pulses % 100 == 0) {
                    lab.input().clear();
                    lab.input().penDown(at);
                } else {
                    lab.input().penTo(List.of(at));
                }
                asked++;
                if (++pulses % 50 == 0) {
                    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    System.out.printf(
                            Locale.ROOT,
                            "%.0f pulses/s, %.0f answers/s, %.1f ms of the UI's thread a pulse%n",
                            asked * 1e9 / (now - since),
                            answers * 1e9 / (now - since),
                            (used - busy) / 1e6 / asked);
                    since = now;
                    busy = used;
                    answers = 0;
                    asked = 0;
                }
            }
        }

        private boolean isSettled(DrawCard card) {
            boolean answered = card.answerProperty().get() != null
                    && !card.answerProperty().get().gammaDue();
            return (has("empty") || answered) && !(card.testedProperty().get() instanceof Tested.Waiting);
        }

        private void set(DrawModel model) {
            if (has("fashion")) {
                for (DrawCard card : new ArrayList<>(model.cards())) {
                    model.others().stream()
                            .filter(one ->
                                    one.name().equals("fashion-" + card.entry().name()))
                            .findFirst()
                            .ifPresent(one -> model.exchange(card, one));
                }
            }
            while (model.cards().size() < Integer.parseInt(value("cards", "0"))) {
                model.add(model.others().get(0));
            }
            model.tauProperty().set(Double.parseDouble(value("tau", "0.9")));
            if (has("bare")) {
                ImageModel dae = Models.load("mnist-dae-asym");
                model.exchange(
                        model.cards().get(3),
                        new ModelEntry(
                                "bare",
                                new ImageModel(
                                        dae.settings(),
                                        dae.classes(),
                                        dae.parameters(),
                                        new float[0],
                                        dae.provenance())));
            }
            if (has("common")) {
                model.alphaProperty().set(40);
            }
            if (!has("empty")) {
                lab.input().choose(input());
            }
        }

        private Base input() {
            float[] image = new BuiltInDigits(4, 1, 3).make().training().image(3);
            Random random = new Random(7);
            for (int i = 0; has("noise") && i < image.length; i++) {
                image[i] = 0.5f * random.nextFloat() + 0.5f * image[i];
            }
            return new Base.Still(has("noise") ? "noise 0.50" : "built-in digit", image);
        }

        private boolean has(String word) {
            return getParameters().getRaw().contains(word);
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
            Platform.exit();
        }

        @Override
        public void stop() {
            window.close();
        }
    }
}
