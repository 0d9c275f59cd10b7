package org.penumbra.detector.svm;

/** What some machines decide of inputs, f of each. Immutable; threads may share it. */
public sealed interface DecisionFunctions permits RadialFunctions, LinearFunctions {

    /** Numbers an input has. */
    int width();

    /** How many machines there are. */
    int count();

    /** Rows of the training inputs that are the support vectors of a machine; not to be written to. */
    int[] support(int machine);

    /** The same, whose support vectors are no longer told by their places but by the rows that stand there. */
    DecisionFunctions withRows(int[] rows);

    /**
     * What all machines decide of some inputs.
     *
     * @param inputs of {@link #width} numbers each
     * @return inputs x {@link #count}, row-major
     */
    double[] of(FeatureRows inputs);
}
