package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.VictimFrame;
import org.penumbra.view.fooling.trial.TrialCell;
import org.penumbra.view.fooling.trial.TrialWords;

/** One victim under attack for all targets at once: how many trials fooled it, and a small animation of each target. */
final class VictimRow extends HBox {

    private final VictimHeader header;
    private final Label count = new Label();
    private final Label mean = new Label();
    private final List<TrialCell> cells = new ArrayList<>();

    VictimRow(AttackedModel victim, int index, List<Integer> targets, FoolingModel model, FoolingActions actions) {
        getStyleClass().addAll("card", "victim-row", "victim-" + index);
        setId("row-" + index);
        header = new VictimHeader(victim, index, model, actions);
        count.setId("count-" + index);
        count.getStyleClass().add("count");
        mean.getStyleClass().add("mean");
        VBox head = new VBox(header, count, mean);
        head.getStyleClass().add("head");
        getChildren().add(head);
        for (int trial = 0; trial < targets.size(); trial++) {
            FoolingModel.Watched one = new FoolingModel.Watched(index, trial);
            TrialCell cell = new TrialCell(
                    victim.model().classes().get(targets.get(trial)),
                    () -> model.watchedProperty().set(one));
            cell.setId("trial-" + index + "-" + trial);
            // Growing from the same start keeps all cells as wide as each other, whatever is written in them.
            cell.setPrefWidth(1);
            HBox.setHgrow(cell, Priority.ALWAYS);
            cells.add(cell);
            getChildren().add(cell);
        }
        clear();
    }

    /** Shows the victim as it is calibrated now. */
    void calibrated(AttackedModel victim) {
        header.show(victim);
    }

    private void clear() {
        cells.forEach(TrialCell::clear);
        count.setText("");
        mean.setText("");
    }

    /** @param watched number of the trial shown in detail; -1 for none of this victim */
    void watched(int watched) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).watched(i == watched);
        }
    }

    void show(VictimFrame victim, double tau, TrialWords words) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(victim.trials().get(i), tau, words);
        }
        count.setText(TrialWords.count(victim));
        mean.setText(words.mean(victim));
    }
}
