package org.penumbra.view.widget;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** Redraws what is costly: at most ten times a second however often it is asked to, and always once after the last. */
public final class RestedRedraw {
    private static final Duration REST = Duration.millis(100);

    private final PulseRedraw pulse;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Runnable redraw;
    private boolean stale;

    /**
     * @param node   whose scene gives the pulse
     * @param redraw the work, done after layout; it must not need another one
     */
    public RestedRedraw(Node node, Runnable redraw) {
        this.redraw = redraw;
        pulse = new PulseRedraw(node, PulseRedraw.Moment.AFTER_LAYOUT, this::draw);
        rest.setOnFinished(event -> {
            if (stale) {
                request();
            }
        });
    }

    /** Asks for a redraw, in the next pulse or when it has rested. */
    public void request() {
        stale = true;
        if (rest.getStatus() != Animation.Status.RUNNING) {
            pulse.request();
        }
    }

    private void draw() {
        stale = false;
        rest.playFromStart();
        redraw.run();
    }
}
