package org.penumbra.view.train.card;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** What a card shows, and in its place a few words as long as there is nothing to show. */
final class Awaited extends StackPane {

    /** What comes at once is not announced: the words would flash. */
    private static final Duration AT_ONCE = Duration.millis(400);

    private final Label words = new Label();
    private final PauseTransition pause = new PauseTransition(AT_ONCE);

    Awaited(Region... shown) {
        setMinSize(0, 0);
        words.getStyleClass().add("awaited");
        words.setWrapText(true);
        words.setVisible(false);
        getChildren().addAll(shown);
        getChildren().add(words);
        pause.setOnFinished(event -> words.setVisible(true));
    }

    /** Says why there is nothing to see; nothing where there is something. */
    void say(String why) {
        if (why.isEmpty()) {
            pause.stop();
            words.setVisible(false);
        } else if (!words.isVisible() || !why.equals(words.getText())) {
            words.setText(why);
            pause.playFromStart();
        }
    }
}
