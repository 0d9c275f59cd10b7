package org.penumbra.view.draw.input;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.layout.HBox;
import org.penumbra.data.Position;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.ink.ImageChange;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.Demo;
import org.penumbra.kit.window.FakeDataDesk;
import org.penumbra.live.engine.Background;

/**
 * Shows the input of the drawing lab, to be looked at. Arguments: those of every {@link Demo}, and "column=EM" (width of the
 * column), "font=PX", "drawn", "changed", "noise", "test".
 */
final class InputDemo extends Demo {

    private final InputModel model = new InputModel();
    private Background background;
    private InputSources sources;

    private InputDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new InputDemo(arguments).run();
    }

    @Override
    protected void open() {
        background = new Background("demo", Platform::runLater);
        sources = new InputSources(
                model,
                KnownImages.all(),
                new FakeDataDesk(data()),
                new ChosenFiles(),
                background,
                System.out::println,
                4);
        InputPane pane = new InputPane(model, sources);
        String column = value("column", "25.6");
        pane.setStyle("-fx-min-width: %1$sem; -fx-pref-width: %1$sem; -fx-max-width: %1$sem;".formatted(column));
        HBox all = new HBox(pane);
        fill(all, "360x744");
        all.setStyle("-fx-font-size: " + value("font", "13") + "px;");
    }

    @Override
    protected void perform() throws Exception {
        pause(1);
        on(this::choose);
        if (!value("picture", "").isEmpty()) {
            pause(3);
            on(this::note);
        }
        super.perform();
    }

    private void choose() {
        for (int i = 0; i < (has("test") ? 6 : 0); i++) {
            sources.randomTestImage();
            sources.nextLetter();
        }
        if (has("drawn")) {
            draw();
        }
        if (has("noise")) {
            sources.noiseImage();
            model.setNoiseImage(0.6);
        }
        if (has("changed")) {
            model.modifiersProperty()
                    .set(Modifiers.NONE
                            .withRotation(30)
                            .withNoise(0.4)
                            .withShare(0.3)
                            .withHalf(Optional.of(ImageChange.Half.BOTTOM)));
        }
    }

    /** Writes notes to what is in the history. */
    private void note() {
        for (int i = 0; i < model.history().entries().size(); i++) {
            model.history().entries().get(i).note().set(i % 3 == 0 ? "unknown" : Integer.toString(i));
        }
    }

    private void draw() {
        model.penDown(new Position(30, 30));
        for (double t = 0; t < 1; t += 0.02) {
            model.penTo(List.of(new Position(50 + 20 * Math.sin(7 * t - 1.2), 25 + 55 * t)));
        }
        model.penUp();
    }

    @Override
    protected void close() {
        background.close();
    }
}
