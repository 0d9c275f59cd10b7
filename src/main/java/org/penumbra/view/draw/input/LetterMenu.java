package org.penumbra.view.draw.input;

import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button for any letter, with a menu of all of them. */
final class LetterMenu extends SplitMenuButton {

    private static final int COLUMNS = 9;

    LetterMenu(InputSources sources) {
        setId("letter");
        setText("Letter");
        setGraphic(new FontIcon(Feather.TYPE));
        setTooltip(new Tooltip(
                "A letter, which no network here has learned, and with every press another (L). It begins with those that "
                        + "mnist-dae-sym doubts most; the arrow lets you choose one"));
        setOnAction(event -> sources.nextLetter());
        GridPane table = new GridPane();
        table.getStyleClass().add("letters");
        for (int i = 0; i < Letters.ALL.length(); i++) {
            char letter = Letters.ALL.charAt(i);
            Button button = new Button(Character.toString(letter));
            button.setId("letter-" + letter);
            button.getStyleClass().addAll("flat", "small");
            button.setOnAction(event -> {
                hide();
                sources.letter(letter);
            });
            table.add(
                    button,
                    i % (Letters.ALL.length() / 2) % COLUMNS,
                    i / (Letters.ALL.length() / 2) * 3 + i % (Letters.ALL.length() / 2) / COLUMNS);
        }
        CustomMenuItem item = new CustomMenuItem(table, false);
        item.getStyleClass().add("letters-item");
        getItems().add(item);
    }
}
