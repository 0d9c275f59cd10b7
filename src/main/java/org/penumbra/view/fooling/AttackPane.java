package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.FoolingFrame;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.view.fooling.trial.TrialWords;
import org.penumbra.view.fooling.trial.WatchedVictimCard;

/**
 * The victims under attack: one target as a column a victim, all targets as a row a victim; below them the curves, and with
 * all targets the trial that was clicked.
 */
final class AttackPane extends VBox {

    private final FoolingModel model;
    private final FoolingActions actions;
    private final ScoresPane scores;
    private final HBox below = new HBox();
    private final List<VictimColumn> columns = new ArrayList<>();
    private final List<VictimRow> rows = new ArrayList<>();
    private FoolingPlan built;
    private WatchedVictimCard card;
    private AttackedModel carded;

    AttackPane(FoolingModel model, FoolingActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("attack-pane");
        setMinSize(0, 0);
        below.getStyleClass().add("below");
        scores = new ScoresPane(model);
        HBox.setHgrow(scores, Priority.ALWAYS);
        model.planProperty().subscribe(this::take);
        model.frameProperty().subscribe(this::show);
        model.watchedProperty().subscribe(watched -> watch());
    }

    /** The curves. */
    ScoresPane scores() {
        return scores;
    }

    /** The victims, without the curves. */
    Node victims() {
        return getChildren().get(0);
    }

    /** Builds anew only where other victims or targets are attacked. */
    private void take(FoolingPlan plan) {
        if (plan == null) {
            return;
        }
        boolean same = built != null
                && names(built).equals(names(plan))
                && built.settings().targets().size()
                        == plan.settings().targets().size()
                && built.shown() == plan.shown();
        List<AttackedModel> victims = plan.victims();
        boolean many = plan.settings().targets().size() > 1;
        if (!same) {
            build(plan, many);
        }
        built = plan;
        // What is seen stays until the first frame of the new attack, so that a slider may be dragged without a
        // flicker.
        for (int i = 0; i < victims.size(); i++) {
            if (many) {
                rows.get(i).calibrated(victims.get(i));
            } else {
                columns.get(i).calibrated(victims.get(i));
            }
        }
        watch();
    }

    private static List<Object> names(FoolingPlan plan) {
        return plan.victims().stream()
                .<Object>map(victim -> List.of(victim.name(), System.identityHashCode(victim.model())))
                .toList();
    }

    private void build(FoolingPlan plan, boolean many) {
        rows.clear();
        columns.clear();
        card = null;
        Node victims = many ? rows(plan) : columns(plan);
        below.getChildren().setAll(scores);
        setVgrow(victims, many ? Priority.SOMETIMES : Priority.ALWAYS);
        setVgrow(below, many ? Priority.ALWAYS : Priority.NEVER);
        getChildren().setAll(victims, below);
    }

    private GridPane columns(FoolingPlan plan) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("victim-columns");
        grid.setMinHeight(0);
        int count = plan.victims().size();
        for (int i = 0; i < count; i++) {
            VictimColumn column = new VictimColumn(plan.victims().get(i), i, model, actions);
            columns.add(column);
            ColumnConstraints even = new ColumnConstraints();
            even.setPercentWidth(100.0 / count);
            grid.getColumnConstraints().add(even);
            GridPane.setVgrow(column, Priority.ALWAYS);
            grid.add(column, i, 0);
        }
        return grid;
    }

    private VBox rows(FoolingPlan plan) {
        VBox all = new VBox();
        all.getStyleClass().add("victim-rows");
        all.setAlignment(Pos.TOP_LEFT);
        all.setMinHeight(0);
        for (int i = 0; i < plan.victims().size(); i++) {
            VictimRow row =
                    new VictimRow(plan.victims().get(i), i, plan.settings().targets(), model, actions);
            VBox.setVgrow(row, Priority.ALWAYS);
            rows.add(row);
            all.getChildren().add(row);
        }
        return all;
    }

    private void watch() {
        FoolingModel.Watched watched = model.watchedProperty().get();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).watched(i == watched.victim() ? watched.trial() : -1);
        }
        if (!rows.isEmpty() && watched.victim() < rows.size()) {
            AttackedModel victim = built.victims().get(watched.victim());
            if (card == null
                    || carded.model() != victim.model()
                    || !carded.name().equals(victim.name())) {
                card = new WatchedVictimCard(victim);
                below.getChildren().setAll(scores, card);
            }
            carded = victim;
            show(model.frameProperty().get());
        }
    }

    private void show(FoolingFrame frame) {
        if (frame == null || built == null || frame.plan() != built) {
            return;
        }
        double tau = built.settings().tau();
        TrialWords words = new TrialWords(model.protocolProperty().get().unit());
        for (int i = 0; i < frame.victims().size(); i++) {
            if (rows.isEmpty()) {
                columns.get(i)
                        .show(
                                frame.victims().get(i).trials().get(0),
                                built.victims().get(i),
                                tau,
                                words);
            } else {
                rows.get(i).show(frame.victims().get(i), tau, words);
            }
        }
        FoolingModel.Watched watched = model.watchedProperty().get();
        if (!rows.isEmpty() && card != null) {
            card.show(frame.victims().get(watched.victim()).trials().get(watched.trial()), carded, tau, words);
        }
    }
}
