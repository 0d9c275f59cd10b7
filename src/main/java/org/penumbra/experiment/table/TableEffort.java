package org.penumbra.experiment.table;

import java.util.List;
import org.penumbra.experiment.ExperimentSettings;

/**
 * How much is done for a table.
 *
 * @param block  trials a cell, of rows that get all
 * @param blocks cells of those
 * @param some   trials of the other rows, one cell
 * @param limits of steps that are reported, rising; trials go on to the last one
 */
record TableEffort(int block, int blocks, int some, List<Integer> limits) {

    /** As likely the paper's limit as any, as a mean of 902 steps with 30.5 % success says. */
    static final int LIKELY = 1_000;

    /** The paper's number of trials, a class. */
    private static final int FULL_BLOCK = 50;

    private static final int FULL_BLOCKS = 4;
    private static final int FULL_LIMIT = 10_000;
    private static final int QUICK_BLOCK = 20;
    private static final int QUICK_SOME = 10;

    TableEffort {
        limits = List.copyOf(limits);
    }

    /** By the settings; their repeats are blocks of 50 trials. */
    static TableEffort of(ExperimentSettings settings) {
        return settings.quick()
                ? new TableEffort(QUICK_BLOCK, 1, QUICK_SOME, List.of(LIKELY))
                : new TableEffort(FULL_BLOCK, settings.repeatsOr(FULL_BLOCKS), FULL_BLOCK, List.of(LIKELY, FULL_LIMIT));
    }

    /** Steps after which a trial is given up. */
    int limit() {
        return limits.get(limits.size() - 1);
    }
}
