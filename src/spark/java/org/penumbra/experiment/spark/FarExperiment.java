package org.penumbra.experiment.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.spark.SparkFiles;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.catalogue.Experiments;
import org.penumbra.experiment.run.FailureWords;
import org.slf4j.LoggerFactory;

/**
 * An experiment by its name and settings, which are all that travels. Spark hands the tasks of a machine one and the same, so
 * that data and models are read there once.
 */
final class FarExperiment implements Serializable {

    private static final long serialVersionUID = 1;

    private final String name;
    private final String settings;
    private transient Experiment experiment;
    private transient Workshop workshop;

    FarExperiment(Experiment experiment) {
        name = experiment.about().name();
        settings = experiment.settings().json().toString();
    }

    /**
     * Computes a cell. What makes it fail is an answer, as it would fail on every other machine, too: only a machine that has not
     * enough memory says nothing, so that another may try.
     */
    CellAnswer compute(String id, CellWatcher watcher) {
        long start = System.nanoTime();
        try {
            prepare();
            Cell cell = experiment.cells().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            name + " has no cell " + id + " here; the machines run different versions of the program"));
            String result = experiment.run(cell, workshop, watcher).toString();
            return CellAnswer.found(result, (System.nanoTime() - start) / 1e9);
        } catch (VirtualMachineError noFaultOfTheCell) {
            throw noFaultOfTheCell;
        } catch (Throwable why) {
            LoggerFactory.getLogger(FarExperiment.class).warn("cell {} cannot be computed", id, why);
            return CellAnswer.failed(FailureWords.of(why));
        }
    }

    private synchronized void prepare() throws JsonProcessingException {
        if (experiment == null) {
            workshop = new Workshop(DataHome.in(Path.of(SparkFiles.getRootDirectory())));
            experiment = made(ExperimentSettings.of(new ObjectMapper().readTree(settings)));
        }
    }

    private Experiment made(ExperimentSettings chosen) {
        for (ExperimentSource source :
                ServiceLoader.load(ExperimentSource.class, FarExperiment.class.getClassLoader())) {
            Optional<Experiment> made = source.make(name, chosen);
            if (made.isPresent()) {
                return made.get();
            }
        }
        return Experiments.named(name).with(chosen);
    }
}
