package org.penumbra.view.lab;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.penumbra.live.engine.Speed;

/** A row of buttons, one a speed, of which one is chosen. */
public final class SpeedButtons extends VBox {

    private final ObservableValue<Speed> chosen;
    private final Consumer<Speed> choose;
    private final String fastest;

    /**
     * @param chosen  follows the buttons, and they follow it
     * @param fastest what the button without a limit explains
     * @param speeds  steps a second, infinite for no limit
     */
    public SpeedButtons(ObjectProperty<Speed> chosen, String fastest, double... speeds) {
        this(chosen, chosen::set, fastest, speeds);
    }

    /**
     * @param chosen  the buttons follow it
     * @param choose  told of each press, also of the button that is chosen
     * @param fastest what the button without a limit explains
     * @param speeds  steps a second, infinite for no limit
     */
    public SpeedButtons(ObservableValue<Speed> chosen, Consumer<Speed> choose, String fastest, double... speeds) {
        this.chosen = chosen;
        this.choose = choose;
        this.fastest = fastest;
        SegmentedButton segments = new SegmentedButton();
        segments.getStyleClass().add("segments");
        // The arrow keys would press the buttons of a group without telling anybody: the speed would stay as it is.
        segments.setToggleGroup(null);
        segments.setMaxWidth(Double.MAX_VALUE);
        for (double steps : speeds) {
            ToggleButton button = button(new Speed(steps));
            // The skin gives each its own width; equal ones line up with what stands above.
            button.prefWidthProperty().bind(segments.widthProperty().divide(speeds.length));
            segments.getButtons().add(button);
        }
        Label label = new Label("Steps a second");
        label.getStyleClass().add("field-label");
        getChildren().addAll(label, segments);
        getStyleClass().add("labelled");
    }

    private ToggleButton button(Speed speed) {
        double steps = speed.stepsPerSecond();
        boolean unlimited = Double.isInfinite(steps);
        ToggleButton button = new ToggleButton(unlimited ? "max" : Integer.toString((int) steps));
        button.setId("speed-" + button.getText());
        button.setTooltip(new Tooltip(
                unlimited ? fastest : "At most " + (int) steps + (steps == 1 ? " step a second" : " steps a second")));
        button.setOnAction(event -> {
            // A second click would leave no speed chosen.
            button.setSelected(true);
            choose.accept(speed);
        });
        chosen.subscribe(now -> button.setSelected(now.equals(speed)));
        return button;
    }
}
