package org.penumbra.view.draw.input;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.Clipboard;
import org.penumbra.view.shell.key.Shortcut;

/** The keys of everything about the input. */
record InputKeys(InputModel model, InputSources sources, LargePicture large) {

    List<Shortcut> all() {
        return List.of(
                Shortcut.repeating("Ctrl+Z", "Take the last stroke back", model::undo, "Shortcut+Z"),
                Shortcut.repeating("Ctrl+Y", "Draw it again", model::redo, "Shortcut+Y", "Shortcut+Shift+Z"),
                Shortcut.of("E", "Eraser, or the pen again", this::turnPen, "E"),
                Shortcut.of("S", "The small picture large, the large one small", large::swap, "S"),
                Shortcut.repeating("N", "A random test image", sources::randomTestImage, "N"),
                Shortcut.repeating("L", "Another letter", sources::nextLetter, "L"),
                Shortcut.of("I", "Invert the image", this::invert, "I"),
                Shortcut.of("O", "Open a picture", sources.pictures()::open, "O"),
                Shortcut.of(
                        "Ctrl+V",
                        "Paste a picture",
                        () -> sources.pictures().take(Clipboard.getSystemClipboard()),
                        "Shortcut+V"));
    }

    private void turnPen() {
        BooleanProperty erasing = model.erasingProperty();
        erasing.set(!erasing.get());
    }

    private void invert() {
        Modifiers now = model.modifiersProperty().get();
        model.modifiersProperty().set(now.withInverted(!now.inverted()));
    }
}
