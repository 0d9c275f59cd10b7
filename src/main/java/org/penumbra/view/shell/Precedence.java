package org.penumbra.view.shell;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import org.penumbra.live.engine.GiveWay;

/**
 * Lets the lab that is seen go before those that are not. While a hand draws or drags, these rest, so that no point of a
 * stroke is lost; while the lab that is seen runs, or somebody uses the window, they take a small part of the machine; and
 * while nobody needs it they have all of it, so that a training of minutes gets on.
 */
final class Precedence {

    /** After so long without a hand on mouse or keys nobody needs the machine, nanoseconds. */
    private static final long QUIET = 5_000_000_000L;

    private final Map<Lab, GiveWay> told = new IdentityHashMap<>();
    private final LongSupplier clock;
    private long used;
    private boolean held;

    /** @param scene in which hands are looked for */
    Precedence(Scene scene) {
        this(scene, System::nanoTime);
    }

    /** @param clock nanoseconds that only go on */
    Precedence(Scene scene, LongSupplier clock) {
        this.clock = clock;
        used = clock.getAsLong();
        scene.addEventFilter(InputEvent.ANY, this::heard);
    }

    private void heard(InputEvent event) {
        used = clock.getAsLong();
        if (event instanceof MouseEvent mouse) {
            held = mouse.isPrimaryButtonDown() || mouse.isSecondaryButtonDown() || mouse.isMiddleButtonDown();
        } else if (event instanceof TouchEvent touch) {
            held = touch.getTouchPoints().stream().anyMatch(point -> point.getState() != TouchPoint.State.RELEASED);
        }
    }

    /** Another lab is shown, and has much to do at first. */
    void entered() {
        used = clock.getAsLong();
    }

    /**
     * Tells the labs how far to give way; called once a pulse.
     *
     * @param labs all that are opened
     * @param open the one that is seen
     */
    void pulse(Iterable<Lab> labs, Lab open) {
        GiveWay unseen = unseen(open);
        for (Lab lab : labs) {
            GiveWay how = lab == open ? GiveWay.NOT : unseen;
            if (told.put(lab, how) != how) {
                lab.giveWay(how);
            }
        }
    }

    private GiveWay unseen(Lab open) {
        // A hand whose end was never heard, as over another window, does not hold up a training for ever.
        boolean lately = clock.getAsLong() - used < QUIET;
        return lately && held ? GiveWay.WHOLLY : lately || open.isRunning() ? GiveWay.PARTLY : GiveWay.NOT;
    }
}
