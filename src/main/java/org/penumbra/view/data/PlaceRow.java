package org.penumbra.view.data;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A folder with a word before it and a button that copies it. */
final class PlaceRow extends HBox {

    private final Label word = new Label();
    private final PathField path;

    /** @param meaning for those who hear the window instead of seeing it */
    PlaceRow(String meaning) {
        getStyleClass().add("place");
        setAlignment(Pos.CENTER_LEFT);
        word.getStyleClass().add("field-label");
        word.setMinWidth(USE_PREF_SIZE);
        path = new PathField(meaning);
        HBox.setHgrow(path, Priority.ALWAYS);
        Button copy = new Button(null, new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("button-icon", "flat", "small", "copy");
        copy.setTooltip(new Tooltip("Copy the folder's path"));
        copy.setAccessibleText("Copy: " + meaning);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(path.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(word, path, copy);
    }

    void show(String before, Path folder) {
        word.setText(before);
        path.show(folder);
        setVisible(true);
    }
}
