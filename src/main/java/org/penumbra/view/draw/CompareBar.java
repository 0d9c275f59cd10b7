package org.penumbra.view.draw;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.detector.DetectorsMenu;
import org.penumbra.view.lab.ModelMenu;

/** What stands side by side: networks, or detectors of one network; then which network, and which detectors. */
final class CompareBar extends HBox {

    private final DrawModel model;

    /**
     * @param actions  opens files
     * @param detectors which of them judge
     */
    CompareBar(DrawModel model, DrawActions actions, DetectorsMenu detectors) {
        this.model = model;
        getStyleClass().add("compare-bar");
        setAlignment(Pos.CENTER_LEFT);
        SegmentedButton segments = new SegmentedButton(
                button(
                        Comparison.NETWORKS,
                        "Networks",
                        "Several networks side by side, each with the detector that it brings along (D)"),
                button(
                        Comparison.DETECTORS,
                        "Detectors",
                        "Several detectors of one network side by side: other ways to say \"I don't know\" (D)"));
        segments.getStyleClass().add("segments");
        // The arrow keys would press the buttons of a group without telling anybody.
        segments.setToggleGroup(null);
        ModelMenu network = new ModelMenu("", model::all, model::select, () -> actions.openModel(model::select));
        network.setId("judged-network");
        network.textProperty()
                .bind(model.selectedProperty().map(card -> card.entry().name()).orElse("Network"));
        network.setTooltip(new Tooltip("The network whose answer the detectors judge"));
        for (MenuButton menu : List.of(network, detectors)) {
            menu.managedProperty().bind(menu.visibleProperty());
            menu.visibleProperty().bind(model.comparisonProperty().isEqualTo(Comparison.DETECTORS));
        }
        getChildren().addAll(segments, network, detectors);
    }

    private ToggleButton button(Comparison comparison, String words, String meaning) {
        ToggleButton button = new ToggleButton(words);
        button.setId("compare-" + words.toLowerCase(Locale.ROOT));
        button.setTooltip(new Tooltip(meaning));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            // A second click would leave none chosen.
            button.setSelected(true);
            model.comparisonProperty().set(comparison);
        });
        model.comparisonProperty().subscribe(now -> button.setSelected(now == comparison));
        return button;
    }
}
