package org.penumbra.view.rings;

import javafx.geometry.Orientation;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.view.rings.field.RingsSymbols;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.SliderPane;

/** Learning rate, sigma, lambda: they may change while it trains, and are in force from the next mini-batch on. */
final class TrainingSliders extends SliderPane {

    TrainingSliders(RingsModel model) {
        super(Orientation.VERTICAL);
        add(
                "learning-rate",
                "Learning rate",
                RingsSymbols.LEARNING_RATE,
                NumberScale.logarithmic(1e-5, 1).typedWithin(1e-9, PlaneTrainingSettings.LEARNING_RATE.max()),
                model.settings().learningRateProperty());
        add(
                "sigma",
                "Noise",
                RingsSymbols.SIGMA,
                NumberScale.linear(0, 0.5).typedWithin(0, PlaneTrainingSettings.SIGMA.max()),
                model.settings().sigmaProperty());
        add(
                "lambda",
                "Reconstruction",
                RingsSymbols.LAMBDA,
                NumberScale.logarithmic(0.1, 1000).withZero().typedWithin(0, PlaneTrainingSettings.LAMBDA.max()),
                model.settings().lambdaProperty());
    }
}
