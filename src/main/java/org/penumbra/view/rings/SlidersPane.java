package org.penumbra.view.rings;

import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.VBox;
import org.penumbra.preset.Preset;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.NumberSlider;
import org.penumbra.view.widget.Symbol;
import org.penumbra.view.widget.SymbolButton;

/** Numbers that may change while it trains, each with its slider and its symbol. */
final class SlidersPane extends VBox {

    private SlidersPane() {
        getStyleClass().add("sliders");
    }

    /** Alpha, beta, tau: they repaint at once, also while paused. */
    static SlidersPane confidence(RingsModel model) {
        SlidersPane pane = new SlidersPane();
        pane.add("alpha", "Error", Symbols.ALPHA,
                NumberScale.logarithmic(0.1, 1000).withZero().typedWithin(0, Preset.ALPHA.max()), model.alphaProperty());
        pane.add("beta", "Curvature", Symbols.BETA,
                NumberScale.logarithmic(0.01, 100).withZero().typedWithin(0, Preset.BETA.max()), model.betaProperty());
        pane.add("tau", "Threshold", Symbols.TAU, NumberScale.linear(0.01, 1).typedWithin(1e-6, 1),
                model.tauProperty());
        return pane;
    }

    /** Learning rate, sigma, lambda: in force from the next mini-batch on. */
    static SlidersPane training(RingsModel model) {
        SlidersPane pane = new SlidersPane();
        pane.add("learning-rate", "Learning rate", Symbols.LEARNING_RATE,
                NumberScale.logarithmic(1e-5, 1).typedWithin(1e-9, Preset.LEARNING_RATE.max()),
                model.learningRateProperty());
        pane.add("sigma", "Noise", Symbols.SIGMA, NumberScale.linear(0, 0.5).typedWithin(0, Preset.SIGMA.max()),
                model.sigmaProperty());
        pane.add("lambda", "Reconstruction", Symbols.LAMBDA,
                NumberScale.logarithmic(0.1, 1000).withZero().typedWithin(0, Preset.LAMBDA.max()),
                model.lambdaProperty());
        return pane;
    }

    private void add(String id, String name, Symbol symbol, NumberScale scale, DoubleProperty value) {
        SymbolButton button = new SymbolButton(symbol, value.map(number -> NumberScale.text(number.doubleValue())));
        NumberSlider slider = new NumberSlider(name, button, scale, value.get());
        slider.setId(id);
        slider.stack();
        slider.valueProperty().bindBidirectional(value);
        slider.hint(symbol.name() + ". " + symbol.explanation());
        getChildren().add(slider);
    }
}
