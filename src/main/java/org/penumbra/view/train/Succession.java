package org.penumbra.view.train;

/**
 * What ends the present run waits here for the checkpoint that is kept first. Only what was asked for last takes the run's
 * place.
 */
final class Succession {

    private final Runnable asking;
    private boolean asked;
    private boolean byHand;
    private Runnable successor;

    /** @param asking asks the engine for a checkpoint */
    Succession(Runnable asking) {
        this.asking = asking;
    }

    /** A person asks for a checkpoint. */
    void keepByHand() {
        asked = true;
        byHand = true;
        asking.run();
    }

    /** One is kept, unless it is on its way already. */
    void keep() {
        if (!asked) {
            asked = true;
            asking.run();
        }
    }

    /**
     * Ends the run, when no checkpoint is on its way.
     *
     * @param keeping whether one is to be kept first
     */
    void replace(boolean keeping, Runnable next) {
        successor = next;
        if (keeping) {
            keep();
        }
        if (!asked) {
            goOn();
        }
    }

    /** Whether a person asked for the checkpoint that comes next. */
    boolean isByHand() {
        return byHand || !asked;
    }

    /** Whether another run waits to take the present one's place. */
    boolean isNear() {
        return successor != null;
    }

    /** The checkpoint has come, or none will. */
    void goOn() {
        Runnable next = successor;
        successor = null;
        asked = false;
        byHand = false;
        if (next != null) {
            next.run();
        }
    }
}
