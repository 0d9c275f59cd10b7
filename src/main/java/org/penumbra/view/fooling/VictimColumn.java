package org.penumbra.view.fooling;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.view.fooling.trial.FactorsPane;
import org.penumbra.view.fooling.trial.FoolingSymbols;
import org.penumbra.view.fooling.trial.OutcomeLabel;
import org.penumbra.view.fooling.trial.PicturesPane;
import org.penumbra.view.fooling.trial.TrialWords;
import org.penumbra.view.widget.ScoreBars;
import org.penumbra.view.widget.symbol.SymbolButton;

/** One victim under attack: the image, the score of the target, which factor refuses, and the scores of all classes. */
final class VictimColumn extends VBox {

    /** So many classes stay legible in the room they usually get. */
    private static final int FEW_CLASSES = 12;

    private final VictimHeader header;
    private final PicturesPane pictures;
    private final Label score = new Label();
    private final Label of = new Label();
    private final OutcomeLabel outcome = new OutcomeLabel();
    private final Label refusal = new Label();
    private final FactorsPane factors = new FactorsPane();
    private final ScoreBars bars = new ScoreBars();
    private final List<String> classes;
    private final boolean brief;

    VictimColumn(AttackedModel victim, int index, FoolingModel model, FoolingActions actions) {
        getStyleClass().addAll("card", "victim", "victim-" + index);
        setId("column-" + index);
        setMinWidth(0);
        classes = victim.model().classes();
        brief = model.victims().chosen().size() == FoolingPlan.MOST_VICTIMS;
        header = new VictimHeader(victim, index, model, actions);
        pictures = new PicturesPane(victim.model().doubts());
        setVgrow(pictures, Priority.ALWAYS);
        score.getStyleClass().add("score");
        score.setMinWidth(Region.USE_PREF_SIZE);
        of.getStyleClass().add("of");
        outcome.setId("outcome-" + index);
        refusal.getStyleClass().add("refusal");
        HBox number = new HBox(score, of);
        number.getStyleClass().add("score-line");
        number.setAlignment(Pos.BASELINE_LEFT);
        VBox words = new VBox(number, outcome, refusal);
        words.getStyleClass().add("words");
        words.setMinHeight(USE_PREF_SIZE);
        if (classes.size() <= FEW_CLASSES) {
            bars.getStyleClass().add("few");
        }
        setVgrow(bars, Priority.SOMETIMES);
        VBox scores = new VBox(barsHead(), bars);
        scores.getStyleClass().add("bars-box");
        setVgrow(scores, Priority.SOMETIMES);
        getChildren().addAll(header, pictures, words, factors, scores);
        clear();
    }

    private static HBox barsHead() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                new SymbolButton(FoolingSymbols.SCALED, null), new Label("of every class"), space, new Label("%"));
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

    void show(TrialFrame trial, AttackedModel victim, double tau, TrialWords words) {
        pictures.show(trial);
        factors.show(trial, tau);
        score.setText(TrialWords.score(trial.score()));
        of.setText("y\u0303 of \u201c" + classes.get(trial.target()) + "\u201d");
        outcome.show(trial, words, brief);
        refusal.setText(TrialWords.refusal(trial, victim, tau));
        bars.show(classes, trial.scores(), trial.confidence(), tau);
    }
}
