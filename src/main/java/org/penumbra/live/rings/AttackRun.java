package org.penumbra.live.rings;

import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.net.plane.PlaneTraining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine thread's side of an attack: both points take sixty steps a second between the steps of training, slowly
 * enough for the eye and so few that training hardly notices.
 */
final class AttackRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AttackRun.class);
    private static final long INTERVAL = 1_000_000_000 / 60;
    /** Steps missed, as while the engine helped with a frame, are caught up with, but no more than so many. */
    private static final int CAUGHT_UP = 3;

    private static final long NEVER = Long.MAX_VALUE;

    private final int generation;
    private final AttackPlan plan;
    private final PlaneWalk prediction;
    private final PlaneWalk scaled;
    private String problem = "";
    private long next;

    /**
     * Sets both points down; its first {@link #step} finds them at the start.
     *
     * @param generation the run
     * @param training   whose network is attacked; stays the caller's, to be closed after this
     */
    AttackRun(int generation, PlaneTraining training, AttackPlan plan) {
        this.generation = generation;
        this.plan = plan;
        prediction = new PlaneWalk(training, plan, Attacked.PREDICTION);
        scaled = new PlaneWalk(training, plan, Attacked.SCALED);
        next = System.nanoTime();
    }

    /** Nanoseconds until the points move again, 0 if now; forever once both have ended. */
    long untilNextStep() {
        return over() ? NEVER : Math.max(0, next - System.nanoTime());
    }

    boolean over() {
        return !prediction.walking() && !scaled.walking();
    }

    /** Moves both. An attack that breaks off says so in its frame; the training it looks at is none the worse. */
    void step() {
        next = Math.max(next, System.nanoTime() - CAUGHT_UP * INTERVAL) + INTERVAL;
        try {
            prediction.step();
            scaled.step();
        } catch (FoolingException e) {
            LOG.warn("The attack {} broke off", plan, e);
            problem = e.getMessage();
            stop();
        }
    }

    void stop() {
        prediction.stop();
        scaled.stop();
    }

    AttackFrame frame() {
        return new AttackFrame(generation, plan, prediction.path(), scaled.path(), problem);
    }

    @Override
    public void close() {
        prediction.close();
        scaled.close();
    }
}
