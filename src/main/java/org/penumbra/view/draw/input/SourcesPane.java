package org.penumbra.view.draw.input;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.view.widget.ActionButton;

/** Where an input can come from other than the pad. */
final class SourcesPane extends VBox {

    SourcesPane(InputSources sources) {
        getStyleClass().add("sources");
        Button noise = new ActionButton(
                "noise-image",
                "Noise",
                Feather.GRID,
                "An image of nothing but noise; each press another",
                () -> sources.noiseImage());
        Button open = new ActionButton(
                "open-picture",
                "Open\u2026",
                Feather.IMAGE,
                "Open a picture of a digit, dark on light or light on dark: PNG, JPEG, GIF, BMP, WebP or TIFF (O)",
                () -> sources.pictures().open());
        Button paste = new ActionButton(
                "paste-picture",
                "Paste",
                Feather.CLIPBOARD,
                "Paste a copied picture (Ctrl+V). One can also be dropped on the pad",
                () -> sources.pictures().take(Clipboard.getSystemClipboard()));
        getChildren()
                .addAll(
                        row(new TestImageMenu(sources), new LetterMenu(sources)),
                        row(noise, open, paste),
                        missing(sources.tests()));
    }

    /** Tells that a data set could be had, while none is here. */
    private static Hyperlink missing(TestImages tests) {
        Hyperlink get = new Hyperlink();
        get.setId("get-data");
        get.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> tests.missing()
                                .map(origin -> "Test images are built in. Get " + origin.title() + "\u2026")
                                .orElse(""),
                        tests.here()));
        get.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> tests.here().size() == 1 && tests.missing().isPresent(), tests.here()));
        get.managedProperty().bind(get.visibleProperty());
        get.setOnAction(event -> {
            get.setVisited(false);
            tests.missing().ifPresent(tests::get);
        });
        return get;
    }

    private static HBox row(ButtonBase... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("row");
        for (ButtonBase button : buttons) {
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        return row;
    }
}
