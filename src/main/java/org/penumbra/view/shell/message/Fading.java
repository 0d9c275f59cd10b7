package org.penumbra.view.shell.message;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** Lets a card go after a time, which stands still while the pointer is over the card or the focus within it. */
final class Fading {

    private static final Duration FADE = Duration.millis(400);

    private final Node card;
    private final PauseTransition wait;
    private final FadeTransition fade;

    /**
     * @param time for which the card is seen
     * @param gone takes it away
     */
    Fading(Node card, Duration time, Runnable gone) {
        this.card = card;
        wait = new PauseTransition(time);
        fade = new FadeTransition(FADE, card);
        fade.setToValue(0);
        fade.setOnFinished(event -> gone.run());
        wait.setOnFinished(event -> fade.play());
        card.hoverProperty().subscribe(this::look);
        card.focusWithinProperty().subscribe(this::look);
    }

    private void look() {
        if (!card.isHover() && !card.isFocusWithin()) {
            wait.play();
            return;
        }
        wait.pause();
        if (wait.getCurrentTime().greaterThanOrEqualTo(wait.getDuration())) {
            // It had begun to go, and is looked at once more.
            fade.stop();
            card.setOpacity(1);
        }
    }
}
