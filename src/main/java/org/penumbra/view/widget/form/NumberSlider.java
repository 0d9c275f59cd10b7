package org.penumbra.view.widget.form;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.data.TypedNumber;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.WidgetStyles;

/**
 * A number to set by hand: its label, a slider, and the number itself beside it to type over. A text that is no number
 * in range turns the field red and says what is expected; Escape brings the number back.
 */
public final class NumberSlider extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double LABEL_WIDTH = 96;
    private static final double FIELD_WIDTH = 72;

    private final NumberScale scale;
    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private final HBox label = new HBox();
    private final Slider slider = new Slider(0, 1, 0);
    private final TextField field = new TextField();
    private final Label message = new Label();
    private boolean following;

    /**
     * @param text  names the number, shown at the left and read aloud
     * @param scale which numbers it takes
     * @param start the first value; must be one the scale takes
     */
    public NumberSlider(String text, NumberScale scale, double start) {
        this(text, null, scale, start);
    }

    /** @param symbol shown after the text, such as a {@link org.penumbra.view.widget.symbol.SymbolButton}; null for none */
    public NumberSlider(String text, Node symbol, NumberScale scale, double start) {
        if (!scale.takes(start)) {
            throw new IllegalArgumentException(text + ": expected " + scale.expected() + ", but got " + start);
        }
        this.scale = scale;
        getStyleClass().add("number-slider");
        WidgetStyles.apply(this);
        label.getStyleClass().add("label-box");
        label.setAlignment(Pos.CENTER_LEFT);
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        label.getChildren().add(new Label(text));
        if (symbol != null) {
            label.getChildren().add(symbol);
        }
        slider.setBlockIncrement(0.02);
        slider.setAccessibleText(text);
        slider.setMinWidth(48);
        HBox.setHgrow(slider, Priority.ALWAYS);
        field.setAccessibleText(text);
        field.setMinWidth(FIELD_WIDTH);
        field.setPrefWidth(FIELD_WIDTH);
        field.setAlignment(Pos.CENTER_RIGHT);
        message.getStyleClass().add("message");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.managedProperty().bind(message.visibleProperty());
        message.setVisible(false);
        HBox row = new HBox(label, slider, field);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, message);

        value.addListener((property, old, now) -> show());
        slider.valueProperty().addListener((property, old, now) -> slid(now.doubleValue()));
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((property, old, focused) -> left(focused));
        field.textProperty().addListener((property, old, now) -> forgive());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        value.set(start);
        show();
    }

    /** The number; whatever is set is shown, also beyond the slider's range. */
    public DoubleProperty valueProperty() {
        return value;
    }

    public double getValue() {
        return value.get();
    }

    public void setValue(double number) {
        value.set(number);
    }

    /** Puts the slider below label and number, as wide as both together: for a narrow column. */
    public void stack() {
        getStyleClass().add("stacked");
        label.setMinWidth(USE_PREF_SIZE);
        label.setPrefWidth(USE_COMPUTED_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = (HBox) slider.getParent();
        row.getChildren().remove(slider);
        getChildren().add(1, slider);
    }

    /** What the number does, shown while the pointer rests over the slider or the field. */
    public void hint(String text) {
        slider.setTooltip(new Tooltip(text));
        field.setTooltip(new Tooltip(text));
    }

    /** The field to type in. */
    TextField field() {
        return field;
    }

    /** What is wrong with the text in the field, or empty. */
    String message() {
        return message.isVisible() ? message.getText() : "";
    }

    Slider slider() {
        return slider;
    }

    private void slid(double position) {
        if (!following) {
            value.set(scale.value(position));
        }
    }

    private void show() {
        following = true;
        // While the thumb is held it stays under the pointer, though the value is rounded.
        if (!slider.isValueChanging() && !slider.isPressed()) {
            slider.setValue(scale.position(value.get()));
        }
        field.setText(NumberScale.text(value.get()));
        following = false;
        forgive();
    }

    private void typed() {
        if (field.getText().strip().equals(NumberScale.text(value.get()))) {
            show();
            return;
        }
        double number;
        try {
            number = TypedNumber.of(field.getText());
        } catch (IllegalArgumentException noNumber) {
            complain();
            return;
        }
        if (!scale.takes(number)) {
            complain();
            return;
        }
        value.set(number);
        show();
    }

    private void left(boolean focused) {
        if (!focused) {
            typed();
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            show();
            field.selectAll();
            event.consume();
        }
    }

    private void complain() {
        message.setText("\u201c" + field.getText().strip() + "\u201d: "
                + (TypedNumber.isAmbiguous(field.getText())
                        ? TypedNumber.expectedInstead(field.getText())
                        : "expected " + scale.expected())
                + ". Escape brings back " + NumberScale.text(value.get()) + ".");
        message.setVisible(true);
        field.pseudoClassStateChanged(WRONG, true);
        field.setAccessibleHelp(message.getText());
    }

    private void forgive() {
        message.setVisible(false);
        field.pseudoClassStateChanged(WRONG, false);
        field.setAccessibleHelp(null);
    }
}
