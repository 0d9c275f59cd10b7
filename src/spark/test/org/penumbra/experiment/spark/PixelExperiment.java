package org.penumbra.experiment.spark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.penumbra.data.image.ImageData;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;

/** Counts images of two data sets whose files have the same names. */
record PixelExperiment(ExperimentSettings settings) implements Experiment {

    static final String NAME = "pixels";

    @Override
    public About about() {
        return new About(NAME, "Pixels", "How many are there?", "a test");
    }

    @Override
    public Needs needs() {
        return new Needs(List.of("mnist", "fashion-mnist"), List.of());
    }

    @Override
    public List<Cell> cells() {
        return needs().data().stream()
                .map(name -> new Cell(name, name, "images", 1))
                .toList();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        ImageData data = workshop.data(cell.id());
        return JsonNodeFactory.instance
                .objectNode()
                .put("training", data.training().count())
                .put("test", data.test().count())
                // Of a module of the JDK that is found as a service only.
                .put(
                        "random",
                        RandomGeneratorFactory.of("L64X128MixRandom")
                                .create(settings.seed())
                                .nextInt());
    }

    @Override
    public Report report(Results results) {
        return new Report(about().title(), about().question(), List.of());
    }
}
