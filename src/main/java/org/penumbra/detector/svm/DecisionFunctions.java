package org.penumbra.detector.svm;

/** What some machines decide of inputs, f of each. Immutable; threads may share it. */
public sealed interface DecisionFunctions permits RadialFunctions, LinearFunctions {

    /** Numbers an input has. */
    int width();

    /** How many machines there are. */
    int count();

    /**
     * What all machines decide of some inputs.
     *
     * @param inputs of {@link #width} numbers each
     * @return inputs x {@link #count}, row-major
     */
    double[] of(FeatureRows inputs);
}
