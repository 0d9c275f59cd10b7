package org.penumbra.view.lab;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Play, as wide as there is room, and behind it what else a run can be told: a step, an end, the same once more. */
public final class TransportRow extends HBox {

    /** What the next press of play does. */
    public enum Press {
        PLAY("Play", Feather.PLAY),
        PAUSE("Pause", Feather.PAUSE),
        AGAIN("Again", Feather.REFRESH_CW),
        START("Start", Feather.PLAY),
        GO_ON("Go on", Feather.PLAY);

        private final String words;
        private final Feather icon;

        Press(String words, Feather icon) {
            this.words = words;
            this.icon = icon;
        }

        /** Pause while something plays, otherwise play. */
        public static Press of(boolean playing) {
            return playing ? PAUSE : PLAY;
        }
    }

    private final Button play = new Button();
    /** Kept, as what it is made of may know it weakly. */
    private final ObservableValue<Press> next;

    /**
     * @param hint   what playing means here, with its key
     * @param next   what the next press does
     * @param press  plays or pauses
     * @param others the buttons behind it
     */
    public TransportRow(String hint, ObservableValue<Press> next, Runnable press, Button... others) {
        this.next = next;
        getStyleClass().add("row");
        play.setId("play");
        play.getStyleClass().addAll("accent", "play");
        play.setMaxWidth(Double.MAX_VALUE);
        setHgrow(play, Priority.ALWAYS);
        play.setTooltip(new Tooltip(hint));
        play.setOnAction(event -> press.run());
        getChildren().add(play);
        getChildren().addAll(others);
        next.subscribe(now -> show());
    }

    /** The button itself. */
    public Button play() {
        return play;
    }

    private void show() {
        play.setText(next.getValue().words);
        play.setGraphic(new FontIcon(next.getValue().icon));
    }
}
