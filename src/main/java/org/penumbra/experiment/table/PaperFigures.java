package org.penumbra.experiment.table;

import java.util.List;
import java.util.Map;

/**
 * A row of one of the paper's tables, in percent and steps; NaN where the paper has no figure. Source: G. Spigler, Denoising
 * Autoencoders for Overgeneralization in Neural Networks, tables of MNIST and Fashion-MNIST.
 *
 * @param accuracy at tau 0, 90 and 99 %, percent
 * @param fooled   share of trials that fooled at tau 90 and 99 %, percent
 * @param steps    mean number of steps of those
 */
record PaperFigures(List<Double> accuracy, List<Double> fooled, List<Double> steps) {

    private static final double NONE = Double.NaN;

    /** A row that the paper does not have. */
    static final PaperFigures UNKNOWN = of(NONE, NONE, NONE, NONE, NONE, NONE, NONE);

    /** MNIST, by the row's model. */
    static final Map<String, PaperFigures> MNIST = Map.of(
            "cnn", of(99.35, 99.23, 99.00, 100, 63.5, 99, 187.1),
            "cool", of(99.33, 98.10, 93.54, 34.5, 238.8, 4.5, 313.4),
            "dae-sym", of(98.98, 98.11, 96.80, 0, NONE, 0, NONE),
            "dae-asym", of(99.14, 98.41, NONE, 0, NONE, NONE, NONE));

    /** Fashion-MNIST, likewise. */
    static final Map<String, PaperFigures> FASHION = Map.of(
            "cnn", of(91.65, 90.91, 89.27, 100, 113.0, 30.5, 902.0),
            "cool", of(91.23, 87.00, 65.30, 0, NONE, 0, NONE),
            "dae-sym", of(91.59, 77.80, 64.87, 0, NONE, 0, NONE));

    PaperFigures {
        accuracy = List.copyOf(accuracy);
        fooled = List.copyOf(fooled);
        steps = List.copyOf(steps);
    }

    private static PaperFigures of(
            double at0, double at90, double at99, double fooled90, double steps90, double fooled99, double steps99) {
        return new PaperFigures(List.of(at0, at90, at99), List.of(fooled90, fooled99), List.of(steps90, steps99));
    }
}
