package org.penumbra.experiment.openset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.confidence.ConfidenceDetector;
import org.penumbra.detector.cool.Cool;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.experiment.measure.CellRecipe;

/** The networks that meet unknown classes. */
enum OpenSetNetwork {
    CNN("cnn", "CNN", "max softmax"),
    COOL("cool", "COOL", "product of the units"),
    DAE("dae-sym", "dAE sym", "c\u0303 y");

    /** Corruption of the autoencoder, as its preset for MNIST has it. */
    private static final double SIGMA = 0.1;

    private static final String CONFIDENCE = ConfidenceDetector.KIND.id();
    /** Whose scores are probabilities; they are measured at the paper's thresholds and come with the network. */
    private static final Set<String> OUTPUTS = Set.of(MaxSoftmax.KIND.id(), Cool.KIND.id(), CONFIDENCE);

    private final String id;
    private final String title;
    private final String score;

    OpenSetNetwork(String id, String title, String score) {
        this.id = id;
        this.title = title;
        this.score = score;
    }

    /** In the ids of cells. */
    String id() {
        return id;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** What its own score is called. */
    String score() {
        return score;
    }

    /** How it is trained. */
    CellRecipe recipe(int steps) {
        return switch (this) {
            case CNN -> CellRecipe.cnn(steps);
            case COOL -> CellRecipe.cool(steps);
            case DAE -> CellRecipe.autoencoder(steps, SIGMA, 0);
        };
    }

    /** The id of the detector that holds its own score. */
    String own() {
        return switch (this) {
            case CNN -> MaxSoftmax.KIND.id();
            case COOL -> Cool.KIND.id();
            case DAE -> CONFIDENCE;
        };
    }

    /** Detectors that are fitted on it, in the order of the catalogue; COOL is measured by its own score alone. */
    List<String> fitted() {
        List<String> ids = new ArrayList<>();
        if (this != COOL) {
            for (DetectorKind kind : ImageDetectors.suiting(recipe(1).shape(2).shape())) {
                if (!OUTPUTS.contains(kind.id())) {
                    ids.add(kind.id());
                }
            }
        }
        return ids;
    }
}
