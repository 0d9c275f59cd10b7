package org.penumbra.fooling;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some independent trials of one attack, taken step by step, so that a session may show them, pause and go on. For one
 * thread. It holds no native memory; the victim must stay open while it goes on.
 */
public interface FoolingRun {

    /** What is attempted. */
    FoolingSettings settings();

    /**
     * Shows the victim the present images of all trials still running, ends those that reach tau or have had their steps,
     * and moves the others. Trials that ended cost nothing more.
     *
     * @return whether a trial is left
     * @throws org.penumbra.fooling.victim.FoolingException when a score is not a number
     */
    boolean step();

    /** Steps (or generations) the trials still running have taken. */
    int steps();

    /** Trials still running. */
    int running();

    /** Inputs the victim has been shown. */
    long evaluations();

    /** Where a trial stands, with its best image. */
    Trial trial(int number);

    /** A copy of the image a trial shows the victim next, or of the last one: D numbers. */
    float[] present(int number);

    /** All trials, in order. */
    default List<Trial> trials() {
        return IntStream.range(0, settings().trials()).mapToObj(this::trial).toList();
    }
}
