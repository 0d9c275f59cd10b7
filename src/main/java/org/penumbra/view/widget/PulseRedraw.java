package org.penumbra.view.widget;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Redraws at most once a pulse however often it is asked to, and only while its node is in a scene. Whatever changes
 * calls {@link #request}; the work is done in the next pulse.
 */
public final class PulseRedraw {

    /** BEFORE_LAYOUT: for what others draw from. AFTER_LAYOUT: for what must know its size. */
    public enum Moment {
        BEFORE_LAYOUT,
        AFTER_LAYOUT
    }

    private final Node node;
    private final Moment moment;
    private final Runnable redraw;
    private final Runnable pulse = this::pulse;
    private boolean wanted = true;

    /**
     * @param node   whose scene gives the pulse
     * @param moment when in the pulse to redraw
     * @param redraw the work; it must not need another layout
     */
    public PulseRedraw(Node node, Moment moment, Runnable redraw) {
        this.node = node;
        this.moment = moment;
        this.redraw = redraw;
        ChangeListener<Scene> follow = (scene, old, now) -> {
            detach(old);
            attach(now);
        };
        node.sceneProperty().addListener(follow);
        attach(node.getScene());
    }

    /** Asks for a redraw in the next pulse. */
    public void request() {
        if (!wanted) {
            wanted = true;
            if (node.getScene() != null) {
                Platform.requestNextPulse();
            }
        }
    }

    private void attach(Scene scene) {
        if (scene == null) {
            return;
        }
        if (moment == Moment.BEFORE_LAYOUT) {
            scene.addPreLayoutPulseListener(pulse);
        } else {
            scene.addPostLayoutPulseListener(pulse);
        }
        Platform.requestNextPulse();
    }

    private void detach(Scene scene) {
        if (scene != null) {
            scene.removePreLayoutPulseListener(pulse);
            scene.removePostLayoutPulseListener(pulse);
        }
    }

    private void pulse() {
        if (wanted) {
            wanted = false;
            redraw.run();
        }
    }
}
