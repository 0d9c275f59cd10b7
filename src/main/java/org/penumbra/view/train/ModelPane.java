package org.penumbra.view.train;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.view.widget.ActionButton;

/** What can be done with the network as it is now. */
final class ModelPane extends VBox {

    private final TrainModel model;
    private final Button use;
    private final Button save;
    private final Label hint = new Label();

    ModelPane(TrainModel model, TrainActions actions) {
        this.model = model;
        getStyleClass().addAll("form", "model-pane");
        use = new ActionButton(
                "use",
                "Use in the labs",
                Feather.SHARE_2,
                "Offer the network as it is now to the other labs (U)",
                actions::useInLabs);
        save = new ActionButton(
                "save-model",
                "Save\u2026",
                Feather.SAVE,
                "Save the network as a model file, with its preset beside it (Ctrl+S)",
                actions::saveModel);
        for (Button button : new Button[] {use, save}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        HBox row = new HBox(use, save);
        row.getStyleClass().add("row");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(row, hint);
        model.statusProperty().addListener((observed, before, now) -> show());
        actions.usedProperty().addListener((observed, before, now) -> show(now));
        show();
        show(actions.usedProperty().get());
    }

    private void show() {
        TrainingStatus status = model.statusProperty().get();
        boolean usable = status.step() > 0
                && (status.state() == State.PAUSED
                        || status.state() == State.RUNNING
                        || status.state() == State.FINISHED);
        use.setDisable(!usable);
        save.setDisable(!usable);
    }

    private void show(String used) {
        boolean there = !used.isEmpty();
        use.setText(there ? "In the labs" : "Use in the labs");
        use.setGraphic(new FontIcon(there ? Feather.CHECK : Feather.SHARE_2));
        hint.setText(
                there
                        ? "The other labs know it as \u201c" + used + "\u201d."
                        : "When the run ends, the other labs can use its model at once.");
    }
}
