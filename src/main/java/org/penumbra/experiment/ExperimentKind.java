package org.penumbra.experiment;

import java.util.function.Function;

/**
 * A kind of experiment, before anybody has chosen how it is to run.
 *
 * @param about what it is
 * @param maker makes one from settings; throws an {@link ExperimentException} for settings it cannot have
 */
public record ExperimentKind(About about, Function<ExperimentSettings, Experiment> maker) {

    /** The experiment with these settings. */
    public Experiment with(ExperimentSettings settings) {
        return maker.apply(settings);
    }
}
