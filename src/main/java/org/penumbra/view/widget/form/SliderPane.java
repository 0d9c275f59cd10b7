package org.penumbra.view.widget.form;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/** Numbers to set by hand, each with its slider and its symbol: below each other in a column, or side by side. */
public class SliderPane extends GridPane {

    private final Orientation orientation;
    private int count;

    /** @param orientation vertical for below each other */
    public SliderPane(Orientation orientation) {
        this.orientation = orientation;
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
        place(slider);
        return slider;
    }

    private void place(NumberSlider slider) {
        boolean across = orientation == Orientation.HORIZONTAL;
        if (across || count == 0) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        add(slider, across ? count : 0, across ? 0 : count);
        count++;
        if (across) {
            // Equal shares, whatever is typed into them.
            getColumnConstraints().forEach(column -> column.setPercentWidth(100.0 / count));
        }
    }
}
