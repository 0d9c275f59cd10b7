package org.penumbra.experiment.spark;

import java.util.Optional;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;

/** Makes experiments that the program's catalogue does not hold; found by {@link java.util.ServiceLoader} on every machine. */
public interface ExperimentSource {

    /** The experiment of a name; empty where it is none of this source. */
    Optional<Experiment> make(String name, ExperimentSettings settings);
}
