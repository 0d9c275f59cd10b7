package org.penumbra.fooling;

import java.util.List;

/** An attack that nobody watches. */
final class WholeRun {

    private WholeRun() {}

    /** The trials of a run, after it went on until none was left. */
    static List<Trial> of(FoolingRun run) {
        while (run.step()) {
            // each step ends some trials or brings all nearer to their last step
        }
        return run.trials();
    }
}
