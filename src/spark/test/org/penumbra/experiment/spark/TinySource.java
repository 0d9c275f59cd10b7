package org.penumbra.experiment.spark;

import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.kit.CountingExperiment;

/** Makes the tests' experiments on machines that have only its name and settings. */
public final class TinySource implements ExperimentSource {

    static final int CELLS = 40;
    static final int FAILING = 7;
    /** Of a cell's work. */
    static final int MILLIS = 100;

    /** For {@link java.util.ServiceLoader}. */
    public TinySource() {}

    static CountingExperiment counting(ExperimentSettings settings) {
        return new CountingExperiment(settings, CELLS, FAILING, MILLIS);
    }

    @Override
    public Optional<Experiment> make(String name, ExperimentSettings settings) {
        return Stream.<Experiment>of(counting(settings), new PixelExperiment(settings))
                .filter(made -> made.about().name().equals(name))
                .findFirst();
    }
}
