package org.penumbra.view.rings.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.penumbra.live.rings.compare.Side;

/**
 * The settings of what is in focus: of the confidence, or of one of the detectors that are compared with it. While nothing is
 * compared only those of the confidence are there.
 */
public final class SettingsSwitch extends VBox {

    private final CompareModel model;
    private final Node confidence;
    private final Map<Side, DetectorSettings> settings = new EnumMap<>(Side.class);
    private final Map<Side, ToggleButton> buttons = new EnumMap<>(Side.class);
    private final ToggleButton ofConfidence;
    private final SegmentedButton segments = new SegmentedButton();

    /** @param confidence what sets the confidence */
    public SettingsSwitch(CompareModel model, Node confidence) {
        this.model = model;
        this.confidence = confidence;
        getStyleClass().add("form");
        segments.getStyleClass().add("segments");
        // The arrow keys would press the buttons of a group without telling anybody.
        segments.setToggleGroup(null);
        segments.setMaxWidth(Double.MAX_VALUE);
        ofConfidence = button("settings-confidence", "c\u0303", "The settings of the confidence", null);
        for (Side side : Side.values()) {
            boolean left = side == Side.LEFT;
            settings.put(side, new DetectorSettings(side, model));
            buttons.put(
                    side,
                    button(
                            left ? "settings-left" : "settings-right",
                            left ? "Left" : "Right",
                            "The settings of the detector on the " + (left ? "left" : "right"),
                            side));
            model.detectorProperty(side).addListener((observed, before, now) -> {
                if (before == null || now == null) {
                    arrange();
                }
            });
        }
        model.focusProperty().addListener((observed, before, now) -> arrange());
        arrange();
    }

    private ToggleButton button(String id, String text, String hint, Side side) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        button.setOnAction(event -> {
            // A second click would leave none chosen.
            button.setSelected(true);
            model.focusProperty().set(side);
        });
        return button;
    }

    private void arrange() {
        Side focus = model.focusProperty().get();
        ofConfidence.setSelected(focus == null);
        buttons.forEach((side, button) -> button.setSelected(side == focus));
        Node shown = focus == null ? confidence : settings.get(focus);
        if (!model.isOn()) {
            getChildren().setAll(shown);
            return;
        }
        List<ToggleButton> wanted = new ArrayList<>(List.of(ofConfidence));
        buttons.forEach((side, button) -> {
            if (model.detectorProperty(side).get() != null) {
                wanted.add(button);
            }
        });
        if (!segments.getButtons().equals(wanted)) {
            segments.getButtons().setAll(wanted);
            wanted.forEach(button -> {
                button.prefWidthProperty().unbind();
                button.prefWidthProperty().bind(segments.widthProperty().divide(wanted.size()));
            });
        }
        getChildren().setAll(segments, shown);
    }
}
