package org.penumbra.view.widget;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Redraws what is costly: at most so many times a second however often it is asked to, and always once after it was asked
 * last.
 */
public final class RestedRedraw {
    private static final Duration TENTH = Duration.millis(100);

    private final PulseRedraw pulse;
    private final PauseTransition rest;
    private final Runnable redraw;
    private boolean stale;

    /** At most ten times a second. */
    public RestedRedraw(Node node, Runnable redraw) {
        this(node, TENTH, redraw);
    }

    /**
     * @param node   whose scene gives the pulse
     * @param pause  between two redraws
     * @param redraw the work, done after layout; it must not need another one
     */
    public RestedRedraw(Node node, Duration pause, Runnable redraw) {
        this.redraw = redraw;
        rest = new PauseTransition(pause);
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

    /** Asks for a redraw in the next pulse, also while it rests: for what a person would see too late otherwise. */
    public void requestAtOnce() {
        stale = true;
        pulse.request();
    }

    private void draw() {
        stale = false;
        rest.playFromStart();
        redraw.run();
    }
}
