package org.penumbra.view.draw.input;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.data.ink.ImageChange.Half;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.NumberSlider;
import org.penumbra.view.widget.form.SettingProperty;

/** What can be changed about the image, in the order it is done. */
final class ModifiersPane extends VBox {

    private static final double PERCENT = 100;

    private final InputModel model;
    private final ObjectProperty<Modifiers> modifiers;

    ModifiersPane(InputModel model, InputSources sources) {
        this.model = model;
        modifiers = model.modifiersProperty();
        getStyleClass().add("modifiers");
        Button partner = again("another-partner", "Blend in another image");
        partner.setOnAction(event -> sources.blendWithAnother());
        partner.disableProperty().bind(modifiers.map(now -> now.share() == 0));
        Button noise = again("another-noise", "Other noise of the same strength");
        noise.setOnAction(event -> sources.noiseAnew());
        noise.disableProperty().bind(modifiers.map(now -> now.noise() == 0));
        getChildren()
                .addAll(
                        slider(
                                "blend",
                                "Blend, %",
                                partner,
                                NumberScale.linear(0, PERCENT),
                                number("share", now -> now.share() * PERCENT, (now, to) -> now.withShare(to / PERCENT)),
                                "How much of another test image is blended in"),
                        halves(),
                        slider(
                                "rotation",
                                "Rotate, \u00b0",
                                null,
                                NumberScale.linear(-180, 180),
                                number("rotation", Modifiers::rotation, (now, to) -> now.withRotation(to)),
                                "Degrees clockwise about the centre"),
                        slider(
                                "noise",
                                "Noise",
                                noise,
                                NumberScale.linear(0, 1),
                                number("noise", Modifiers::noise, (now, to) -> now.withNoise(to)),
                                "Added to every pixel, evenly between minus this and this; pixels stay within 0 and 1"));
    }

    private DoubleProperty number(
            String name, ToDoubleFunction<Modifiers> read, BiFunction<Modifiers, Double, Modifiers> changed) {
        return new SettingProperty<>(this, name, modifiers, read, changed);
    }

    private Button reset() {
        Button reset = new IconButton(
                "modifiers-off", Feather.X, "All changes off: the image as it was", model::resetModifiers);
        reset.getStyleClass().add("flat");
        reset.disableProperty().bind(modifiers.map(Modifiers.NONE::equals));
        return reset;
    }

    private NumberSlider slider(
            String id, String text, Button again, NumberScale scale, DoubleProperty value, String hint) {
        NumberSlider slider = new NumberSlider(text, again, scale, value.get());
        slider.setId(id);
        slider.valueProperty().bindBidirectional(value);
        slider.hint(hint);
        return slider;
    }

    private HBox halves() {
        Label label = new Label("Blank half");
        label.getStyleClass().add("halves-label");
        SegmentedButton segments = new SegmentedButton(
                half(Half.LEFT, Feather.ARROW_LEFT),
                half(Half.RIGHT, Feather.ARROW_RIGHT),
                half(Half.TOP, Feather.ARROW_UP),
                half(Half.BOTTOM, Feather.ARROW_DOWN));
        segments.setToggleGroup(null);
        segments.getStyleClass().add("segments");
        ToggleButton invert = new ToggleButton("Invert");
        invert.setId("invert");
        invert.setTooltip(new Tooltip("Ink becomes background and background ink (I)"));
        invert.setOnAction(event -> modifiers.set(modifiers.get().withInverted(invert.isSelected())));
        modifiers.subscribe(now -> invert.setSelected(now.inverted()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, segments, invert, space, reset());
        row.getStyleClass().addAll("row", "halves");
        return row;
    }

    private ToggleButton half(Half half, Ikon icon) {
        String name = half.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton(null, new FontIcon(icon));
        button.setId("blank-" + name);
        button.setTooltip(new Tooltip("Blank the " + name + " half; press again to bring it back"));
        button.setAccessibleText("Blank the " + name + " half");
        button.setOnAction(event ->
                modifiers.set(modifiers.get().withHalf(button.isSelected() ? Optional.of(half) : Optional.empty())));
        modifiers.subscribe(now -> button.setSelected(now.half().equals(Optional.of(half))));
        return button;
    }

    private static Button again(String id, String meaning) {
        Button button = new Button(null, new FontIcon(Feather.SHUFFLE));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "again");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }
}
