package org.penumbra.net.plane;

import org.penumbra.data.Range;
import org.penumbra.data.SettingProblem;

/**
 * How a network is trained; all but the batch may change while it runs.
 *
 * @param learningRate of Adam, above 0, at most 1000
 * @param sigma        standard deviation of the Gaussian corruption added to each input, data units, 0 to 10
 * @param lambda       weight of the mean squared reconstruction error beside the cross-entropy, 0 to 1e6
 * @param batch        points a step, 1 to 8192
 */
public record PlaneTrainingSettings(double learningRate, double sigma, double lambda, int batch) {

    /** Of Adam; far too high ones are allowed, to be seen failing. */
    public static final Range LEARNING_RATE = Range.above(0, 1000);
    /** Standard deviations of the corruption, data units. */
    public static final Range SIGMA = Range.of(0, 10);
    /** Weights of the reconstruction loss. */
    public static final Range LAMBDA = Range.of(0, 1e6);
    /** Most points a step. */
    public static final int MOST_BATCH = 8192;

    public PlaneTrainingSettings {
        LEARNING_RATE.require("learning rate", learningRate);
        SIGMA.require("sigma", sigma);
        LAMBDA.require("lambda", lambda);
        if (batch < 1 || batch > MOST_BATCH) {
            throw new SettingProblem("batch", "1 to " + MOST_BATCH + " points", batch);
        }
    }

    /** The same with another learning rate. */
    public PlaneTrainingSettings withLearningRate(double value) {
        return new PlaneTrainingSettings(value, sigma, lambda, batch);
    }

    /** The same with another corruption. */
    public PlaneTrainingSettings withSigma(double value) {
        return new PlaneTrainingSettings(learningRate, value, lambda, batch);
    }

    /** The same with another weight of the reconstruction. */
    public PlaneTrainingSettings withLambda(double value) {
        return new PlaneTrainingSettings(learningRate, sigma, value, batch);
    }
}
