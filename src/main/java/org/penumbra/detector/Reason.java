package org.penumbra.detector;

import java.util.List;
import org.penumbra.confidence.Verdict;

/** Why a fitted detector trusts an answer or does not, as values; sentences are made of them elsewhere. */
public sealed interface Reason {

    /** The classifier's highest output, and nothing else. */
    record Outputs(double highest) implements Reason {}

    /** The factors of the confidence. */
    record Factors(Verdict verdict) implements Reason {}

    /**
     * The nearest known inputs.
     *
     * @param rows      which of the inputs it was fitted on, nearest first
     * @param labels    their classes
     * @param distances to them, in the units of what is compared
     * @param share     of known inputs that are at least as far from theirs, in (0, 1]
     */
    record Neighbours(int[] rows, int[] labels, double[] distances, double share) implements Reason {}

    /**
     * On which side of the boundary round the known inputs it lies.
     *
     * @param nearest  the class whose boundary holds it best; -1 where there is one boundary for all
     * @param decision f, above 0 inside
     */
    record Boundary(int nearest, double decision) implements Reason {}

    /**
     * Where it lies between the two planes of the class that holds it best.
     *
     * @param score at the class's machine
     * @param near  the plane towards the other classes
     * @param far   the plane beyond the class
     */
    record Slab(int nearest, double score, double near, double far) implements Reason {}

    /**
     * How it lies in the tails of three distributions.
     *
     * @param included  probability of belonging to the class by its nearest members, P_eta
     * @param notOthers probability of not belonging to the others, P_psi
     * @param near      probability of lying near the class at all, P_O
     */
    record Tails(int likeliest, double included, double notOthers, double near) implements Reason {}

    /**
     * How far its activations are from those of its class.
     *
     * @param distance from the mean activations
     * @param beyond   share of the class's far tail that is nearer, 0 to 1
     * @param unknown  probability of the unknown class
     */
    record Activations(int likeliest, double distance, double beyond, double unknown) implements Reason {}

    /**
     * How far it is from the nearest class.
     *
     * @param distance squared, in standard deviations
     * @param share    of known inputs that are at least as far, in (0, 1]
     */
    record Distance(int nearest, double distance, double share) implements Reason {}

    /**
     * A score of all outputs together.
     *
     * @param score of the input
     * @param share of known inputs that have at most this one, in (0, 1]
     */
    record Energy(double score, double share) implements Reason {}

    /**
     * How well the autoencoder gives the input back.
     *
     * @param error     {@code ||r(x) - x||_2}, units of the input
     * @param share     of known inputs whose error is at least as large, or with both sides at least as far from the usual; in (0, 1]
     * @param bothSides whether a small error is strange, too
     */
    record Reconstruction(double error, double share, boolean bothSides) implements Reason {}

    /**
     * How well the autoencoder gives the input back for what there is to give back.
     *
     * @param error  {@code ||r(x) - x||_2}, units of the input
     * @param length {@code ||x||_2}, units of the input
     * @param share  of known inputs whose error is at least as large for their length, in (0, 1]
     */
    record RelativeReconstruction(double error, double length, double share) implements Reason {}

    /** The probability of the class that was learnt from inputs of no class. */
    record Background(double probability) implements Reason {}

    /**
     * The density of the data where it is known.
     *
     * @param density  at the place, 1 / unit of area
     * @param distance from the nearest place that the data have, data units
     */
    record Density(double density, double distance) implements Reason {}

    /** What each juror says, in the order of the jury. */
    record Jurors(List<Juror> jurors) implements Reason {

        public Jurors {
            jurors = List.copyOf(jurors);
        }

        /** The juror that is the strangest to it. */
        public Juror strictest() {
            return jurors.stream()
                    .min((one, other) -> Double.compare(one.share(), other.share()))
                    .orElseThrow();
        }
    }

    /**
     * One of a jury.
     *
     * @param name  of the detector
     * @param share of known inputs that look at least this strange to it, in (0, 1]
     */
    record Juror(String name, double share) {}
}
