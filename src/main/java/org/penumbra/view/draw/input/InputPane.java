package org.penumbra.view.draw.input;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.WidgetStyles;
import org.penumbra.view.widget.form.NumberSlider;

/** Everything about the input: the pad and what the networks see, other sources, what is changed, what was tried. */
public final class InputPane extends VBox {

    private final InputModel model;
    private final InputSources sources;
    private final PadPane pad;
    private final SourcesPane sourcesPane;
    private final ModifiersPane modifiersPane;
    private final HistoryStrip history;

    public InputPane(InputModel model, InputSources sources) {
        this.model = model;
        this.sources = sources;
        getStyleClass().add("input-pane");
        WidgetStyles.apply(this);
        getStylesheets().add(InputPane.class.getResource("input.css").toExternalForm());
        pad = new PadPane(model, sources.pictures());
        sourcesPane = new SourcesPane(model, sources);
        modifiersPane = new ModifiersPane(model, sources);
        history = new HistoryStrip(model);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(title(), pad, new FitNote(model), brush(), sourcesPane, modifiersPane, space, history);
    }

    /** The pad and what the networks see. */
    PadPane pad() {
        return pad;
    }

    /** The buttons of other sources. */
    SourcesPane sources() {
        return sourcesPane;
    }

    /** The sliders and buttons that change the image. */
    ModifiersPane modifiers() {
        return modifiersPane;
    }

    /** What was tried. */
    HistoryStrip history() {
        return history;
    }

    /** Keys for the lab that holds this pane, wherever its focus is. */
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.repeating("Ctrl+Z", "Take the last stroke back", model::undo, "Shortcut+Z"),
                Shortcut.repeating("Ctrl+Y", "Draw it again", model::redo, "Shortcut+Y", "Shortcut+Shift+Z"),
                Shortcut.repeating("N", "A random test image", sources::randomTestImage, "N"),
                Shortcut.repeating("L", "A random letter", sources::randomLetter, "L"),
                Shortcut.of(
                        "I",
                        "Invert the image",
                        () -> model.modifiersProperty()
                                .set(model.modifiersProperty()
                                        .get()
                                        .withInverted(
                                                !model.modifiersProperty().get().inverted())),
                        "I"),
                Shortcut.of("O", "Open a picture", sources.pictures()::open, "O"),
                Shortcut.of(
                        "Ctrl+V",
                        "Paste a picture",
                        () -> sources.pictures().take(Clipboard.getSystemClipboard()),
                        "Shortcut+V"));
    }

    private Label title() {
        Label title = new Label();
        title.setId("input-title");
        title.getStyleClass().add("input-title");
        title.setWrapText(true);
        title.textProperty()
                .bind(model.inputProperty()
                        .map(input -> input.title().substring(0, 1).toUpperCase(Locale.ROOT)
                                + input.title().substring(1)));
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.textProperty().bind(title.textProperty());
        title.setTooltip(whole);
        return title;
    }

    private NumberSlider brush() {
        NumberSlider brush = new NumberSlider(
                "Brush, %",
                NumberScale.linear(InputModel.THINNEST_BRUSH, InputModel.THICKEST_BRUSH), InputModel.USUAL_BRUSH);
        brush.setId("brush");
        brush.hint("How wide all strokes are, in hundredths of the pad");
        brush.valueProperty().bindBidirectional(model.brushWidthProperty());
        return brush;
    }
}
