package org.penumbra.view.draw.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.penumbra.archive.ShippedAnswers;
import org.penumbra.confidence.Population;
import org.penumbra.data.Problem;
import org.penumbra.live.draw.AnswerEngine;
import org.penumbra.live.draw.Measurement;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.message.FailureReports;

/**
 * Finds the cards' answers to sets of images: stored ones for models that ship; for others the engine is asked about
 * images that are on this machine.
 */
final class CardTests {

    private final AnswerEngine engine;
    private final Background background;
    private final DataDesk data;
    private final Consumer<DrawCard> found;
    private final Map<DrawCard, TestSets> measuring = new HashMap<>();

    /** @param found told of a card whose tests have changed */
    CardTests(AnswerEngine engine, Background background, DataDesk data, Consumer<DrawCard> found) {
        this.engine = engine;
        this.background = background;
        this.data = data;
        this.found = found;
    }

    /** Finds what there is for a card whose model has been read. */
    void find(DrawCard card) {
        ImageModel model = card.modelProperty().get();
        if (card.entry().model() == null) {
            show(card, new Tested.Waiting("Reading stored answers\u2026"));
            background.run(
                    () -> ShippedAnswers.of(card.entry().name(), model),
                    stored -> shipped(card, stored),
                    problem -> refuse(card, problem));
        } else {
            gather(card, model);
        }
    }

    private void shipped(DrawCard card, List<Population> stored) {
        if (stored.isEmpty()) {
            gather(card, card.modelProperty().get());
        } else {
            show(card, new Tested.Known(stored));
        }
    }

    private void gather(DrawCard card, ImageModel model) {
        show(card, new Tested.Waiting("Looking for test images\u2026"));
        background.run(
                () -> TestSets.of(model, data.home()), sets -> measure(card, sets), problem -> refuse(card, problem));
    }

    private void measure(DrawCard card, TestSets sets) {
        if (sets.sets().isEmpty()) {
            String trainedOn = card.modelProperty().get().trainingImages().data();
            show(
                    card,
                    new Tested.Missing(
                            sets.wanted()
                                    .map(known -> known.title() + " is not here")
                                    .orElse(
                                            trainedOn.isEmpty()
                                                    ? "Nobody has said which images it learnt from"
                                                    : "The images it learnt from (" + trainedOn + ") are not here"),
                            sets.wanted()));
            return;
        }
        measuring.put(card, sets);
        show(card, new Tested.Waiting("Asking about " + sets.sets().get(0).title() + "\u2026"));
        sets.sets().forEach(set -> engine.measure(card.modelProperty().get(), set.name(), set.images(), set.known()));
    }

    /** Takes what the engine measured. */
    void take(Measurement measured) {
        for (DrawCard card : List.copyOf(measuring.keySet())) {
            if (card.modelProperty().get() == measured.model()) {
                take(card, measured);
            }
        }
    }

    private void take(DrawCard card, Measurement measured) {
        Optional<TestSets.TestSet> asked = measuring.get(card).sets().stream()
                .filter(set -> set.name().equals(measured.name()))
                .findFirst();
        if (asked.isEmpty()) {
            return;
        }
        List<Population> all = new ArrayList<>(
                card.testedProperty().get() instanceof Tested.Known known ? known.populations() : List.of());
        all.removeIf(one -> one.name().equals(measured.name()));
        all.add(new Population(measured.name(), asked.get().title(), measured.answers()));
        show(card, new Tested.Known(all));
    }

    /** Forgets a card that has gone. */
    void forget(DrawCard card) {
        measuring.remove(card);
    }

    private void show(DrawCard card, Tested tested) {
        card.test(tested);
        found.accept(card);
    }

    private void refuse(DrawCard card, Throwable problem) {
        if (problem instanceof Problem missing) {
            show(card, new Tested.Missing(missing.inWindow(), Optional.empty()));
            return;
        }
        FailureReports.report(problem);
    }
}
