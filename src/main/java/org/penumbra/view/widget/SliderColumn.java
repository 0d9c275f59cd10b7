package org.penumbra.view.widget;

import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.VBox;

/** Numbers to set by hand, below each other in a narrow column, each with its slider and its symbol. */
public class SliderColumn extends VBox {

    public SliderColumn() {
        getStyleClass().add("sliders");
    }

    /**
     * Adds a slider at the end.
     *
     * @param id     of the slider in the scene
     * @param name   a word before the symbol
     * @param symbol explains the number
     * @param value  follows the slider, and the slider follows it
     */
    public final NumberSlider add(String id, String name, Symbol symbol, NumberScale scale, DoubleProperty value) {
        SymbolButton button = new SymbolButton(symbol, value.map(number -> NumberScale.text(number.doubleValue())));
        NumberSlider slider = new NumberSlider(name, button, scale, value.get());
        slider.setId(id);
        slider.stack();
        slider.valueProperty().bindBidirectional(value);
        slider.hint(symbol.name() + ". " + symbol.explanation());
        getChildren().add(slider);
        return slider;
    }
}
