package org.penumbra.view.draw.input;

import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.NumberSlider;

/**
 * What can be set about the input: the brush, other sources, what is changed. It keeps its width, so that a scroll bar beside
 * it moves nothing.
 */
final class InputSettings extends VBox {

    /** Room beside it for a scroll bar, px. */
    static final double BAR = 12;

    InputSettings(InputModel model, InputSources sources) {
        getStyleClass().add("input-settings");
        getChildren()
                .addAll(
                        new FitNote(model),
                        widthOrStrength(model),
                        new SourcesPane(sources),
                        new ModifiersPane(model, sources));
    }

    /** A drawing has a brush and an image of noise a strength; each has the place of the other, so that nothing moves. */
    private static StackPane widthOrStrength(InputModel model) {
        NumberSlider brush = brush(model);
        NumberSlider strength = strength(model);
        strength.visibleProperty().bind(model.baseProperty().map(Base.Noise.class::isInstance));
        brush.visibleProperty().bind(strength.visibleProperty().not());
        return new StackPane(brush, strength);
    }

    private static NumberSlider brush(InputModel model) {
        NumberSlider brush = new NumberSlider(
                "Brush, %",
                NumberScale.linear(InputModel.THINNEST_BRUSH, InputModel.THICKEST_BRUSH), InputModel.USUAL_BRUSH);
        brush.setId("brush");
        brush.hint("How wide all strokes are, in hundredths of the pad; the eraser is twice as wide");
        brush.valueProperty().bindBidirectional(model.brushWidthProperty());
        return brush;
    }

    private static NumberSlider strength(InputModel model) {
        NumberSlider strength = new NumberSlider("Strength", NumberScale.linear(0, 1), InputSources.USUAL_NOISE);
        strength.setId("noise-strength");
        strength.hint("Every pixel of the noise image lies between 0 and this");
        strength.valueProperty().addListener((observed, before, now) -> model.setNoiseImage(now.doubleValue()));
        model.baseProperty().addListener((observed, before, now) -> {
            if (now instanceof Base.Noise noise) {
                strength.setValue(noise.strength());
            }
        });
        return strength;
    }
}
