package org.penumbra.view.fooling;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.view.fooling.trial.FactorsPane;
import org.penumbra.view.fooling.trial.FoolingSymbols;
import org.penumbra.view.fooling.trial.OutcomeLabel;
import org.penumbra.view.fooling.trial.PicturesPane;
import org.penumbra.view.fooling.trial.TrialWords;
import org.penumbra.view.widget.ScoreBars;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * One victim under attack: the image, as large as it can be, the score of the target, which factor refuses, and the scores of
 * all classes. Where it is wide the scores stand beside the factors, so that the image gets their height.
 */
final class VictimColumn extends Region {

    /** So many classes stay legible in the room they usually get. */
    private static final int FEW_CLASSES = 12;
    /** Least width, in letters. */
    private static final double LEAST = 16;
    /** From this inner width on the scores stand beside the factors, in letters. */
    private static final double WIDE = 22;

    private static final double GAP = 8;
    /** Between factors and scores, which a bar would otherwise seem to join. */
    private static final double BETWEEN = 12;
    /** What the factors get of the width beside the scores. */
    private static final double SHARE = 0.55;

    private final VictimHeader header;
    private final PicturesPane pictures;
    private final Label score = new Label();
    private final Label of = new Label();
    private final OutcomeLabel outcome = new OutcomeLabel();
    private final Label refusal = new Label();
    private final FactorsPane factors;
    private final ScoreBars bars = new ScoreBars();
    private final HBox number = new HBox(score, of);
    private final Button evolve;
    private final VBox words;
    private final VBox scores = new VBox(barsHead(), bars);
    private final List<String> classes;
    /** Of what is held against the threshold. */
    private final String symbol;

    VictimColumn(AttackedModel victim, int index, FoolingModel model, FoolingActions actions) {
        getStyleClass().addAll("card", "victim", "victim-" + index);
        setId("column-" + index);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("The attack on " + victim.name());
        classes = victim.model().classes();
        header = new VictimHeader(victim, index, model, actions);
        pictures = new PicturesPane(victim.model().doubts());
        factors = new FactorsPane(victim);
        evolve = EvolveButton.of(index, model);
        words = new VBox(outcome, refusal, evolve);
        symbol = victim.threshold(1).ofScore()
                ? "y\u0303"
                : FoolingSymbols.sign(victim.fitted().about());
        score.getStyleClass().add("score");
        score.setMinWidth(Region.USE_PREF_SIZE);
        of.getStyleClass().add("of");
        outcome.setId("outcome-" + index);
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        number.getStyleClass().add("score-line");
        number.setAlignment(Pos.BASELINE_LEFT);
        words.getStyleClass().add("words");
        if (classes.size() <= FEW_CLASSES) {
            bars.getStyleClass().add("few");
        }
        VBox.setVgrow(bars, Priority.ALWAYS);
        scores.getStyleClass().add("bars-box");
        getChildren().addAll(header, pictures, number, words, factors, scores);
        clear();
    }

    private static HBox barsHead() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head =
                new HBox(new SymbolButton(FoolingSymbols.SCALED, null), new Label("by class"), space, new Label("%"));
        head.getStyleClass().add("bars-head");
        return head;
    }

    /** Shows the victim as it is calibrated now. */
    void calibrated(AttackedModel victim) {
        header.show(victim);
    }

    private void clear() {
        pictures.clear();
        factors.clear();
        score.setText(TrialWords.score(Double.NaN));
        of.setText("");
        outcome.clear();
        refusal.setText("");
        bars.clear(classes);
    }

    /** Where the attack cannot be made on the victim: says why, and what can be done. */
    void leftAlone(AttackedModel victim) {
        clear();
        refusal.setText(TrialWords.withoutGradient(victim));
        offer(true);
    }

    private void offer(boolean now) {
        evolve.setVisible(now);
        evolve.setManaged(now);
    }

    void show(TrialFrame trial, AttackedModel victim, double tau, TrialWords words) {
        offer(false);
        pictures.show(trial);
        factors.show(trial, tau);
        score.setText(TrialWords.score(trial.score()));
        of.setText(symbol + " of \u201c" + classes.get(trial.target()) + "\u201d");
        outcome.show(trial, words, !isWide(inner(getWidth())));
        refusal.setText(TrialWords.refusal(trial, victim, tau));
        bars.show(
                classes,
                trial.scores(),
                trial.confidence(),
                victim.threshold(tau).ofScore() ? tau : Double.NaN);
    }

    /** Side of the large image in a column of this size, pixels. */
    double image(double width, double height) {
        double inner = inner(width);
        return pictures.side(inner, height - insets() - rest(inner));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(LEAST * letter());
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = inner(width < 0 ? computeMinWidth(-1) : width);
        return Math.ceil(insets() + pictures.minHeight(inner) + rest(inner));
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width < 0 ? computeMinWidth(-1) : width);
        return Math.ceil(insets() + pictures.prefHeight(inner) + rest(inner));
    }

    private double letter() {
        return refusal.getFont().getSize();
    }

    private double inner(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    private double insets() {
        return getInsets().getTop() + getInsets().getBottom();
    }

    private boolean isWide(double inner) {
        return inner >= WIDE * letter();
    }

    /** Width of the factors where the scores stand beside them. */
    private static double factorsWide(double inner) {
        return Math.floor(SHARE * (inner - BETWEEN));
    }

    /** Height of all but the pictures. */
    private double rest(double inner) {
        double above = header.prefHeight(inner) + GAP + GAP + number.prefHeight(-1);
        if (isWide(inner)) {
            double wide = factorsWide(inner);
            return above
                    + GAP
                    + Math.max(words.prefHeight(wide) + GAP + factors.prefHeight(wide), scores.minHeight(-1));
        }
        return above + words.prefHeight(inner) + GAP + factors.prefHeight(inner) + GAP + scores.minHeight(inner);
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double inner = inner(getWidth());
        double top = getInsets().getTop();
        double bottom = getHeight() - getInsets().getBottom();
        top = place(header, left, top, inner, header.prefHeight(inner)) + GAP;
        double room = Math.max(0, bottom - getInsets().getTop() - rest(inner));
        top = place(pictures, left, top, inner, Math.min(room, pictures.used(inner, room))) + GAP;
        top = place(number, left, top, inner, number.prefHeight(-1));
        if (isWide(inner)) {
            double wide = factorsWide(inner);
            top += GAP;
            place(words, left, top, wide, words.prefHeight(wide));
            // At the bottom, so that they stand at the same height for all victims, however many lines the words have.
            double high = factors.prefHeight(wide);
            place(factors, left, bottom - high, wide, high);
            place(scores, left + wide + BETWEEN, top, inner - wide - BETWEEN, bottom - top);
        } else {
            top = place(words, left, top, inner, words.prefHeight(inner)) + GAP;
            top = place(factors, left, top, inner, factors.prefHeight(inner)) + GAP;
            place(scores, left, top, inner, bottom - top);
        }
    }

    /** @return the lower edge */
    private static double place(Region part, double left, double top, double width, double height) {
        part.resizeRelocate(left, Math.rint(top), width, Math.max(0, Math.floor(height)));
        return top + height;
    }
}
