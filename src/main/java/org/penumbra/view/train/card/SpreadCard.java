package org.penumbra.view.train.card;

import java.util.List;
import javafx.scene.Node;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.view.lab.TitledCard;
import org.penumbra.view.widget.chart.Histogram;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * How known inputs differ from unknown ones: by their reconstruction error, or, for networks that do not reconstruct, by
 * their highest score.
 */
public final class SpreadCard extends TitledCard {

    private final Histogram errors = new Histogram("reconstruction error \u2016r(x) \u2212 x\u2016", "share");
    private final Histogram scores = new Histogram("highest score max y", "share");

    private final Awaited place = new Awaited(errors, scores);
    private final SymbolButton error = new SymbolButton(PaperSymbols.ERROR, null);
    private final SymbolButton score = new SymbolButton(TrainSymbols.TOP_SCORE, null);

    private TopAnswers known;
    private TopAnswers strange;

    public SpreadCard() {
        super("spread", "Known against unknown");
        fill(place);
        headerEnd(error);
        headerEnd(score);
        for (Node node : List.of(error, score)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        errors.setVisible(false);
        scores.setVisible(false);
        score.setVisible(false);
        place.say("The first errors come after some steps.");
    }

    /**
     * Shows the answers of a frame; null takes them away.
     *
     * @param reconstructs whether the network has a decoder
     * @param unknown      what the unknown inputs are
     */
    public void show(TrainingFrame frame, boolean reconstructs, String unknown) {
        TopAnswers answers = frame == null ? null : frame.known();
        TopAnswers others = frame == null ? null : frame.unknown();
        if (answers == known && others == strange) {
            // Most frames bring no new answers to these images.
            return;
        }
        known = answers;
        strange = others;
        boolean none = frame == null || frame.known().count() + frame.unknown().count() == 0;
        place.say(none ? "The first " + (reconstructs ? "errors" : "scores") + " come after some steps." : "");
        errors.setVisible(!none && reconstructs);
        scores.setVisible(!none && !reconstructs);
        error.setVisible(reconstructs);
        score.setVisible(!reconstructs);
        Histogram histogram = reconstructs ? errors : scores;
        histogram.show(
                none
                        ? List.of()
                        : List.of(
                                new Histogram.Population("held out", numbers(frame.known(), reconstructs)),
                                new Histogram.Population(unknown, numbers(frame.unknown(), reconstructs))));
    }

    private static float[] numbers(TopAnswers answers, boolean reconstructs) {
        return reconstructs ? answers.errors() : answers.scores();
    }
}
