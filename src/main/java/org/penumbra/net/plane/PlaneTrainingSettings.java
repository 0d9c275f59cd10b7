package org.penumbra.net.plane;

import org.penumbra.data.SettingProblem;

/**
 * How a network is trained; all but the batch may change while it runs.
 *
 * @param learningRate of Adam, positive
 * @param sigma        standard deviation of the Gaussian corruption added to each input, data units, at least 0
 * @param lambda       weight of the mean squared reconstruction error beside the cross-entropy, at least 0
 * @param batch        points a step, 1 to 8192
 */
public record PlaneTrainingSettings(double learningRate, double sigma, double lambda, int batch) {

    public PlaneTrainingSettings {
        if (!(learningRate > 0) || !Double.isFinite(learningRate)) {
            throw new SettingProblem("learning rate", "a number above 0", learningRate);
        }
        if (!(sigma >= 0) || !Double.isFinite(sigma)) {
            throw new SettingProblem("sigma", "a number of at least 0", sigma);
        }
        if (!(lambda >= 0) || !Double.isFinite(lambda)) {
            throw new SettingProblem("lambda", "a number of at least 0", lambda);
        }
        if (batch < 1 || batch > 8192) {
            throw new SettingProblem("batch", "1 to 8192 points", batch);
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
