package org.penumbra.view.widget.form;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.symbol.Symbol;

/** Alpha, beta and tau: what turns an answer of a network into a verdict. Their sliders have these names as ids. */
public final class ConfidenceSliders extends SliderPane {

    /** The symbols with what a lab has to say of them, and the numbers. */
    public ConfidenceSliders(
            Orientation orientation,
            Symbol alphaSymbol,
            DoubleProperty alpha,
            Symbol betaSymbol,
            DoubleProperty beta,
            Symbol tauSymbol,
            DoubleProperty tau) {
        super(orientation);
        add(
                "alpha",
                "Error",
                alphaSymbol,
                NumberScale.logarithmic(0.1, 1000).withZero().typedWithin(0, ConfidenceSettings.ALPHA.max()),
                alpha);
        add(
                "beta",
                "Curvature",
                betaSymbol,
                NumberScale.logarithmic(0.01, 100).withZero().typedWithin(0, ConfidenceSettings.BETA.max()),
                beta);
        add("tau", "Threshold", tauSymbol, NumberScale.linear(0.01, 1).typedWithin(1e-6, 1), tau);
    }
}
