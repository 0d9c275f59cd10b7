package org.penumbra.live.train;

import java.util.List;

/**
 * The losses of steps that followed one another, each that which is minimised, before the step: the mean cross-entropy plus
 * lambda times the mean squared reconstruction error of its batch.
 *
 * @param first  number of the first of these steps, from 1 on
 * @param losses of this step and those after it; may be none
 */
public record StepTrace(long first, List<Double> losses) {

    /** Of no step. */
    static final StepTrace NONE = new StepTrace(1, List.of());

    public StepTrace {
        losses = List.copyOf(losses);
    }
}
