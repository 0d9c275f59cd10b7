package org.penumbra.view.rings;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.view.widget.form.SettingProperty;

/** The numbers of the rings lab that may be changed while it trains, each by itself and those of a kind as one value. */
public final class RingsSettings {

    private final ReadOnlyObjectWrapper<ConfidenceSettings> confidence;
    private final ReadOnlyObjectWrapper<PlaneTrainingSettings> training;
    private final DoubleProperty alpha;
    private final DoubleProperty beta;
    private final DoubleProperty tau;
    private final DoubleProperty learningRate;
    private final DoubleProperty sigma;
    private final DoubleProperty lambda;

    RingsSettings(ConfidenceSettings startConfidence, PlaneTrainingSettings startTraining) {
        confidence = new ReadOnlyObjectWrapper<>(this, "confidence", startConfidence);
        alpha = new SettingProperty<>(
                this, "alpha", confidence, ConfidenceSettings::alpha, ConfidenceSettings::withAlpha);
        beta = new SettingProperty<>(this, "beta", confidence, ConfidenceSettings::beta, ConfidenceSettings::withBeta);
        tau = new SettingProperty<>(this, "tau", confidence, ConfidenceSettings::tau, ConfidenceSettings::withTau);
        training = new ReadOnlyObjectWrapper<>(this, "training", startTraining);
        learningRate = new SettingProperty<>(
                this,
                "learningRate",
                training,
                PlaneTrainingSettings::learningRate,
                PlaneTrainingSettings::withLearningRate);
        sigma = new SettingProperty<>(
                this, "sigma", training, PlaneTrainingSettings::sigma, PlaneTrainingSettings::withSigma);
        lambda = new SettingProperty<>(
                this, "lambda", training, PlaneTrainingSettings::lambda, PlaneTrainingSettings::withLambda);
    }

    /** Sensitivity to the reconstruction error, at least 0; a change repaints at once. */
    public DoubleProperty alphaProperty() {
        return alpha;
    }

    /** Sensitivity to positive curvature, at least 0; a change repaints at once. */
    public DoubleProperty betaProperty() {
        return beta;
    }

    /** Threshold on the scaled outputs, in (0, 1]; a change repaints at once. */
    public DoubleProperty tauProperty() {
        return tau;
    }

    /** Alpha, beta and tau as one value; changes whenever one of them does. */
    public ReadOnlyObjectProperty<ConfidenceSettings> confidenceProperty() {
        return confidence.getReadOnlyProperty();
    }

    void confidence(ConfidenceSettings wanted) {
        confidence.set(wanted);
    }

    /** Learning rate of Adam, positive; changeable while it trains. */
    public DoubleProperty learningRateProperty() {
        return learningRate;
    }

    /** Standard deviation of the corruption, data units, at least 0; changeable while it trains. */
    public DoubleProperty sigmaProperty() {
        return sigma;
    }

    /** Weight of the reconstruction loss, at least 0; changeable while it trains. */
    public DoubleProperty lambdaProperty() {
        return lambda;
    }

    /** Learning rate, sigma and lambda as one value, with the batch, which stays. */
    public ReadOnlyObjectProperty<PlaneTrainingSettings> trainingProperty() {
        return training.getReadOnlyProperty();
    }

    void training(PlaneTrainingSettings wanted) {
        training.set(wanted);
    }
}
