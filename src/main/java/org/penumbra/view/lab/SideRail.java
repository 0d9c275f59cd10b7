package org.penumbra.view.lab;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is left of a folded side pane: a slim strip that opens it again and keeps play within reach. */
final class SideRail extends VBox {

    /** @param unfold opens the side pane */
    SideRail(Runnable unfold) {
        getStyleClass().add("side-rail");
        Button open = button(Feather.CHEVRONS_RIGHT, "Show the side pane (F9)");
        open.setId("unfold");
        open.setOnAction(event -> unfold.run());
        getChildren().add(open);
    }

    /** Adds a small play button that does what the large one does. */
    void addPlay(Button play) {
        Button small = button(Feather.PLAY, "Play");
        small.setId("rail-play");
        small.getStyleClass().remove("flat");
        small.getStyleClass().add("accent");
        small.accessibleTextProperty().bind(play.textProperty());
        small.tooltipProperty().bind(play.tooltipProperty());
        small.disableProperty().bind(play.disableProperty());
        small.setOnAction(event -> play.fire());
        // One icon cannot stand in two places, so the small button has its own of the same kind.
        play.graphicProperty().subscribe(icon -> {
            if (icon instanceof FontIcon shown) {
                small.setGraphic(new FontIcon(shown.getIconCode()));
            }
        });
        getChildren().add(small);
    }

    private static Button button(Feather icon, String meaning) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }
}
