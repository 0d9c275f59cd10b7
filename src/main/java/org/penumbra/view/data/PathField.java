package org.penumbra.view.data;

import java.nio.file.Path;
import javafx.scene.control.TextField;

/** A path that can be selected and copied, and not changed. */
final class PathField extends TextField {

    PathField(String accessibleText) {
        getStyleClass().add("path");
        setEditable(false);
        setAccessibleText(accessibleText);
        focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                deselect();
            }
        });
    }

    void show(Path path) {
        String text = path.toAbsolutePath().normalize().toString();
        if (!text.equals(getText())) {
            setText(text);
        }
    }
}
