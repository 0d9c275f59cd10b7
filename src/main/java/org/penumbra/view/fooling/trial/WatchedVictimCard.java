package org.penumbra.view.fooling.trial;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.TrialFrame;

/** The trial that was clicked, in detail. */
public final class WatchedVictimCard extends HBox {

    /** Above and below the pictures, together. */
    private static final double PADDING = 16;
    /** Width of the pictures in their height. */
    private static final double WIDE = 1.4;

    private static final double LEAST = 208;

    private final PicturesPane pictures;
    private final Label title = new Label();
    private final Label score = new Label();
    private final OutcomeLabel outcome = new OutcomeLabel();
    private final Label refusal = new Label();
    private final FactorsPane factors;

    public WatchedVictimCard(AttackedModel victim) {
        getStyleClass().addAll("card", "watched-card");
        setId("watched");
        pictures = new PicturesPane(victim.model().doubts());
        factors = new FactorsPane(victim);
        title.getStyleClass().add("title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        score.getStyleClass().add("score");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(title, score, outcome, refusal, factors);
        words.getStyleClass().add("words");
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        pictures.prefWidthProperty()
                .bind(heightProperty()
                        .subtract(PADDING)
                        .multiply(WIDE)
                        .map(width -> Math.max(LEAST, Math.floor(width.doubleValue()))));
        getChildren().addAll(pictures, words);
    }

    /** Where the attack cannot be made on the victim. */
    public void leftAlone(AttackedModel victim) {
        pictures.clear();
        title.setText(victim.name());
        score.setText(TrialWords.score(Double.NaN));
        outcome.clear();
        refusal.setText(TrialWords.withoutGradient(victim));
        factors.clear();
    }

    public void show(TrialFrame trial, AttackedModel victim, double tau, TrialWords words) {
        pictures.show(trial);
        title.setText(victim.name() + " for \u201c" + victim.model().classes().get(trial.target()) + "\u201d");
        score.setText(TrialWords.score(trial.score()));
        outcome.show(trial, words, true);
        refusal.setText(TrialWords.refusal(trial, victim, tau));
        factors.show(trial, tau);
    }
}
