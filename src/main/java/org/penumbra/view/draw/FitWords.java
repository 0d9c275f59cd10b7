package org.penumbra.view.draw;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.penumbra.data.ink.Fit;
import org.penumbra.view.draw.answer.DrawCard;

/**
 * How the models see the present image, in words.
 *
 * @param note   which model sees it how, one or a few sentences
 * @param remark that models see it in different ways, or some otherwise than they were trained; empty where neither is so
 */
record FitWords(String note, String remark) {

    /**
     * What to say.
     *
     * @param cards  of the models; those that are still being read say nothing
     * @param chosen one fit for all of them; empty: each as it was trained
     */
    static FitWords of(List<DrawCard> cards, Optional<Fit> chosen) {
        Map<Fit, StringJoiner> names = new EnumMap<>(Fit.class);
        for (DrawCard card : cards) {
            if (card.modelProperty().get() != null) {
                Fit fit = card.modelProperty().get().trainingImages().fit();
                names.computeIfAbsent(fit, none -> new StringJoiner(", "))
                        .add(card.entry().name());
            }
        }
        return chosen.map(fit -> forAll(fit, names)).orElseGet(() -> asTrained(names));
    }

    private static FitWords forAll(Fit fit, Map<Fit, StringJoiner> names) {
        StringJoiner otherwise = new StringJoiner(", ");
        names.forEach((theirs, who) -> {
            if (theirs != fit) {
                otherwise.add(who.toString());
            }
        });
        String seen = "The image is " + fit.words() + ".";
        return otherwise.length() == 0
                ? new FitWords(seen, "")
                : new FitWords(
                        seen + " Trained otherwise: " + otherwise + ".",
                        "Not every model was trained to see it like this.");
    }

    private static FitWords asTrained(Map<Fit, StringJoiner> names) {
        if (names.size() == 1) {
            return new FitWords(
                    "The image is " + names.keySet().iterator().next().words() + ".", "");
        }
        StringJoiner sentences = new StringJoiner(" ");
        names.forEach((fit, who) -> sentences.add("For " + who + " it is " + fit.words() + "."));
        return new FitWords(sentences.toString(), names.isEmpty() ? "" : "Not every model sees it like this.");
    }
}
