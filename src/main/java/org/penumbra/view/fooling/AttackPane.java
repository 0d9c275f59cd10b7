package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.FoolingFrame;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.view.fooling.trial.TrialWords;
import org.penumbra.view.fooling.trial.WatchedVictimCard;

/**
 * The victims under attack: one target as a column a victim, all targets as a row a victim; below or beside them the curves,
 * and with all targets the trial that was clicked. The curves stand where the images become larger, and fold away by
 * themselves where they would leave them too small; in between a person decides.
 */
final class AttackPane extends Region {

    private static final double GAP = 8;
    /** Height of the curves below the victims: a share of the room, and at least and at most so many letters. */
    private static final double CURVES_SHARE = 0.2;

    private static final double CURVES_LEAST = 11;
    private static final double CURVES_MOST = 16;
    /** Width of the curves beside the victims, in letters. */
    private static final double CURVES_WIDE = 24;
    /** From this height on the legend stands below the curves where a card stands beside them, in letters. */
    private static final double UPRIGHT = 20;
    /** Images must become larger by this before the curves move beside them. */
    private static final double WORTH_BESIDE = 1.1;
    /** Least side of an image beside open curves, in letters: with one target, with all. */
    private static final double ROOMY = 10;

    private static final double ROOMY_IN_ROWS = 4;

    private final FoolingModel model;
    private final FoolingActions actions;
    private final Label letter = new Label();
    private final ScoresPane scores;
    private final HBox below = new HBox();
    private final List<VictimColumn> columns = new ArrayList<>();
    private final List<VictimRow> rows = new ArrayList<>();
    private FoolingPlan built;
    private VictimsPane victims;
    private boolean roomy = true;
    private WatchedVictimCard card;
    private AttackedModel carded;

    AttackPane(FoolingModel model, FoolingActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("attack-pane");
        letter.setVisible(false);
        letter.setManaged(false);
        below.getStyleClass().add("below");
        scores = new ScoresPane(model);
        HBox.setHgrow(scores, Priority.ALWAYS);
        model.planProperty().subscribe(this::take);
        model.frameProperty().subscribe(this::show);
        model.watchedProperty().subscribe(watched -> watch());
        scores.openProperty().addListener((observed, before, now) -> showCard());
    }

    /** The curves. */
    ScoresPane scores() {
        return scores;
    }

    /** The victims, without the curves. */
    Node victims() {
        return victims;
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
        victims = many ? rows(plan) : columns(plan);
        below.getChildren().setAll(scores);
        getChildren().setAll(letter, victims, below);
    }

    private VictimColumns columns(FoolingPlan plan) {
        for (int i = 0; i < plan.victims().size(); i++) {
            columns.add(new VictimColumn(plan.victims().get(i), i, model, actions));
        }
        return new VictimColumns(columns);
    }

    private VictimRows rows(FoolingPlan plan) {
        for (int i = 0; i < plan.victims().size(); i++) {
            rows.add(new VictimRow(
                    plan.victims().get(i), i, plan.settings().targets(), model, actions, this::unfoldAndWatch));
        }
        return new VictimRows(rows);
    }

    private void unfoldAndWatch(FoolingModel.Watched trial) {
        scores.openProperty().set(true);
        model.watchedProperty().set(trial);
    }

    /**
     * Takes how much room the window leaves for all of this without scrolling. Crossing the border between little and enough
     * folds the curves away or shows them.
     */
    void fit(double width, double height) {
        if (victims == null || width <= 0 || height <= 0) {
            return;
        }
        applyCss();
        double inner = width - getInsets().getLeft() - getInsets().getRight();
        double high = height - getInsets().getTop() - getInsets().getBottom() - curves(height) - GAP;
        boolean now = victims.minWidth(-1) <= inner
                && victims.minHeight(inner) <= high
                && victims.image(inner, high) >= (rows.isEmpty() ? ROOMY : ROOMY_IN_ROWS) * letters();
        if (now != roomy) {
            roomy = now;
            scores.openProperty().set(now);
        }
    }

    private double letters() {
        return letter.getFont().getSize();
    }

    /** Height of open curves below the victims, and of the trial that is watched beside them. */
    private double curves(double height) {
        return Math.rint(Math.max(leastCurves(), Math.min(CURVES_MOST * letters(), CURVES_SHARE * height)));
    }

    private double leastCurves() {
        return Math.max(CURVES_LEAST * letters(), below.minHeight(-1));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double across() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return victims == null ? 0 : Math.max(victims.minWidth(-1), below.minWidth(-1)) + across();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        if (victims == null) {
            return 0;
        }
        double inner = (width < 0 ? computeMinWidth(-1) : width) - across();
        double high = scores.openProperty().get() ? leastCurves() : below.minHeight(-1);
        return victims.minHeight(inner)
                + GAP
                + high
                + getInsets().getTop()
                + getInsets().getBottom();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (victims == null) {
            return;
        }
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double width = getWidth() - across();
        double height = getHeight() - top - getInsets().getBottom();
        boolean open = scores.openProperty().get();
        double low = open ? curves(getHeight()) : below.minHeight(-1);
        double wide = Math.rint(CURVES_WIDE * letters());
        double high = height - low - GAP;
        boolean beside = open
                && rows.isEmpty()
                && victims.image(width - wide - GAP, height) > WORTH_BESIDE * victims.image(width, high);
        if (beside) {
            scores.setUpright(true);
            victims.resizeRelocate(left, top, width - wide - GAP, height);
            below.resizeRelocate(left + width - wide, top, wide, height);
        } else {
            double used = open ? Math.min(high, victims.used(width, high)) : high;
            scores.setUpright(!rows.isEmpty() && height - used > UPRIGHT * letters());
            victims.resizeRelocate(left, top, width, used);
            below.resizeRelocate(left, top + used + GAP, width, height - used - GAP);
        }
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
            }
            showCard();
            carded = victim;
            show(model.frameProperty().get());
        }
    }

    private void showCard() {
        if (!rows.isEmpty() && card != null && scores.openProperty().get()) {
            below.getChildren().setAll(scores, card);
        } else {
            below.getChildren().setAll(scores);
        }
    }

    private void show(FoolingFrame frame) {
        if (frame == null || built == null || frame.plan() != built) {
            return;
        }
        double tau = built.settings().tau();
        TrialWords words = new TrialWords(model.protocolProperty().get().unit());
        for (int i = 0; i < frame.victims().size(); i++) {
            if (rows.isEmpty() && frame.victims().get(i).trials().isEmpty()) {
                columns.get(i).leftAlone(built.victims().get(i));
            } else if (rows.isEmpty()) {
                columns.get(i)
                        .show(
                                frame.victims().get(i).trials().get(0),
                                built.victims().get(i),
                                tau,
                                words);
            } else {
                rows.get(i).show(frame.victims().get(i), built.victims().get(i).threshold(tau), tau, words);
            }
        }
        FoolingModel.Watched watched = model.watchedProperty().get();
        if (!rows.isEmpty() && card != null) {
            List<TrialFrame> trials = frame.victims().get(watched.victim()).trials();
            if (trials.isEmpty()) {
                card.leftAlone(carded);
            } else {
                card.show(trials.get(watched.trial()), carded, tau, words);
            }
        }
    }
}
