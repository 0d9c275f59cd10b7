package org.penumbra.experiment.table;

import org.penumbra.archive.ShippedDetectors;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.Defaults;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.net.image.ImageModel;

/**
 * A row of a table: a model with what says "I don't know" of its outputs.
 *
 * @param id       in the ids of cells
 * @param name     for a person
 * @param model    a model that ships, by name
 * @param judge    what judges its outputs
 * @param patient  whether attacks on it are expected to take all the steps they are given
 * @param trials   how many trials it gets
 * @param paper    the paper's figures for it
 */
record TableRow(String id, String name, String model, Judge judge, boolean patient, Trials trials, PaperFigures paper) {

    /** What judges a model's outputs. */
    sealed interface Judge permits Own, Outputs, Shipped {}

    /**
     * What the model brings along.
     *
     * @param kappa by which alpha is found for each tau; NaN for a model without a decoder
     */
    record Own(double kappa) implements Judge {}

    /** The classifier's outputs alone, of a model that has a decoder. */
    record Outputs() implements Judge {}

    /**
     * A fitted detector that ships.
     *
     * @param detector its id
     */
    record Shipped(String detector) implements Judge {}

    /** How many trials a row gets. */
    enum Trials {
        /** As many as the paper's rows. */
        ALL,
        /** Fewer. */
        SOME
    }

    /** Whether scores lie on the scale of the classifier's outputs, so that tau is held against them. */
    boolean ofScore() {
        return !(judge instanceof Shipped shipped)
                || Threshold.of(Detectors.kind(shipped.detector()).about(), Defaults.TAU)
                        .ofScore();
    }

    /**
     * What judges, for a threshold.
     *
     * @param tau that alpha is found for; above 0
     */
    Fitted fitted(ImageModel network, double tau) {
        if (judge instanceof Shipped shipped) {
            return ShippedDetectors.find(model, shipped.detector())
                    .orElseThrow(() -> new ExperimentException("detector " + shipped.detector()
                            + ": expected one that ships fitted for " + model + ", but there is none"))
                    .requireFor(network, model, ShippedDetectors.source(model, shipped.detector()));
        }
        return judge instanceof Own own && network.doubts()
                ? ModelDetectors.of(network, new Calibration.ByKappa(own.kappa()), Defaults.WITHOUT_GAMMA, tau)
                : ModelDetectors.outputs(network);
    }
}
