package org.penumbra.live.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.detector.Fitted;
import org.penumbra.live.engine.EngineOutput;
import org.penumbra.live.engine.EngineWork;
import org.penumbra.live.engine.Explanation;
import org.penumbra.live.engine.Interruption;
import org.penumbra.net.OverflowException;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine thread's side of an {@link AnswerSession}: which networks it holds and what it does next. Its work is cut
 * into slices of a few milliseconds, between which commands are obeyed. Confined to that thread.
 */
final class AnswerRun implements EngineWork {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerRun.class);
    private static final Explanation EXPLANATION = new Explanation(
            "for these models or images",
            "Choose fewer models, or close other programs.",
            "Choose other models or images");
    /** Probes a slice: 8 take little longer than 2, as the convolutions work on 8 images at once. */
    private static final int SLICE = 8;

    private final EngineOutput<AnswerFrame, Measurement, String> output;
    private final Interruption interruption;
    private final Function<ImageModel, ImageClassifier> networks;
    private final Map<ImageModel, OpenModel> open = new IdentityHashMap<>();
    private final Deque<OpenMeasurement> measurements = new ArrayDeque<>();
    private List<ImageModel> models = List.of();
    private Question present;
    private boolean unanswered;
    private ModelAnswer[] answers = {};
    private List<AnswerFrame.Silent> silent = List.of();
    private double millis;
    private final DetectorTurns turns = new DetectorTurns();
    private NearestSearch nearest = NearestSearch.none();
    /** Whose gamma is next. */
    private int turn;

    private String doing = "";
    private String failure = "";

    /**
     * An image somebody asked about.
     *
     * @param asked when, by {@link System#nanoTime}
     * @param shown whether anybody did: a blank one is answered to warm the networks up
     */
    record Question(long number, FittedImage image, long asked, boolean shown) {

        private static Question blank() {
            return new Question(0, FittedImage.same(new float[ImageSettings.PIXELS]), System.nanoTime(), false);
        }

        private Question again() {
            return new Question(number, image, System.nanoTime(), shown);
        }
    }

    /** @param output its status is what went wrong, or empty */
    AnswerRun(
            EngineOutput<AnswerFrame, Measurement, String> output,
            Interruption interruption,
            Function<ImageModel, ImageClassifier> networks) {
        this.output = output;
        this.interruption = interruption;
        this.networks = networks;
    }

    /** Closes the networks that are not wanted any more, opens those that are missing, and answers anew. */
    void models(List<ImageModel> wanted) {
        doing = "Opening the models";
        report("");
        // Should one of them fail, none answers.
        models = List.of();
        present = present == null ? Question.blank() : present.again();
        answers = new ModelAnswer[0];
        unanswered = true;
        Set<ImageModel> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(wanted);
        for (ImageModel model : List.copyOf(open.keySet())) {
            if (!kept.contains(model)) {
                open.remove(model).close();
            }
        }
        for (ImageModel model : wanted) {
            if (interruption.closing()) {
                return;
            }
            open.computeIfAbsent(model, missing -> new OpenModel(missing, networks.apply(missing)));
        }
        models = wanted;
    }

    void detectors(ImageModel model, List<Fitted> wanted) {
        turns.of(model, wanted, System.nanoTime());
        again();
    }

    void nearest(ImageModel model, Optional<ImageSet> among) {
        nearest = among.map(images -> new NearestSearch(model, images)).orElseGet(NearestSearch::none);
        again();
    }

    private void again() {
        if (present != null) {
            present = present.again();
            unanswered = true;
        }
    }

    void ask(Question newest) {
        present = newest;
        unanswered = true;
    }

    void measure(OpenMeasurement wanted) {
        measurements.add(wanted);
    }

    /** 0 while there is something to do; otherwise only a command brings work. */
    @Override
    public long idleNanos() {
        return !unanswered && !turns.isDue() && !nearest.isDue() && !gammaDue() && measurements.isEmpty()
                ? Long.MAX_VALUE
                : 0;
    }

    private boolean gammaDue() {
        return Arrays.stream(answers).anyMatch(ModelAnswer::gammaDue);
    }

    /** One slice of work, the most urgent. */
    @Override
    public void work() {
        if (unanswered) {
            answer();
        } else if (turns.isDue()) {
            judge();
        } else if (nearest.isDue()) {
            compare();
        } else if (gammaDue()) {
            improve();
        } else if (!measurements.isEmpty()) {
            measure();
        }
    }

    private void answer() {
        doing = "Answering";
        // Before anything can fail, so that it is not tried again and again.
        unanswered = false;
        answers = new ModelAnswer[0];
        silent = List.of();
        turns.end();
        nearest.end();
        List<ModelAnswer> all = new ArrayList<>();
        List<AnswerFrame.Silent> none = new ArrayList<>();
        OverflowException broken = null;
        for (ImageModel model : models) {
            try {
                all.add(open.get(model).answer(seenBy(model)));
            } catch (OverflowException noAnswer) {
                // The others have one, and are shown first.
                broken = noAnswer;
                none.add(new AnswerFrame.Silent(model, noAnswer.getMessage() + "."));
            }
        }
        answers = all.toArray(ModelAnswer[]::new);
        silent = none;
        turn = 0;
        millis = (System.nanoTime() - present.asked()) / 1e6;
        all.stream()
                .filter(answer -> answer.model() == turns.model())
                .forEach(answer ->
                        turns.begin(answer.evidence(), open.get(answer.model()).decoder()));
        if (present.shown() && nearest.isWanted()) {
            nearest.begin(seenBy(nearest.model()));
        }
        show();
        if (broken != null) {
            throw broken;
        }
        if (turns.isOverdue(System.nanoTime())) {
            // Images come faster than all can judge them; one of the slow ones has its turn before the next image.
            turns.overdue();
            show();
        }
    }

    private void judge() {
        doing = "Asking the detectors";
        turns.next();
        show();
    }

    private void compare() {
        doing = "Looking for the nearest training image";
        if (nearest.proceed()) {
            show();
        }
    }

    /** The present image by the fit the model was trained with. */
    private float[] seenBy(ImageModel model) {
        return present.image().of(model.trainingImages().fit());
    }

    private void improve() {
        doing = "Estimating gamma";
        while (!answers[turn].gammaDue()) {
            next();
        }
        ModelAnswer answer = answers[turn];
        // For the time being, so that a failure ends the wait for more.
        answers[turn] = answer.with(answer.gamma(), false);
        answers[turn] = open.get(answer.model()).improved(answer, seenBy(answer.model()), SLICE, AnswerSession.PROBES);
        int last = turn;
        do {
            next();
        } while (turn != 0 && !answers[turn].gammaDue());
        if (turn <= last) {
            show();
        }
    }

    private void next() {
        turn = (turn + 1) % answers.length;
    }

    private void measure() {
        OpenMeasurement next = measurements.poll();
        doing = "Measuring \"" + next.name() + "\"";
        boolean unfinished = false;
        try {
            Optional<Measurement> result = next.proceed(open.get(next.model()), networks);
            result.ifPresent(output::add);
            unfinished = result.isEmpty();
        } finally {
            if (unfinished) {
                measurements.addFirst(next);
            } else {
                next.close();
            }
        }
    }

    private void show() {
        if (present.shown()) {
            output.show(new AnswerFrame(
                    present.number(),
                    present.image(),
                    List.of(answers),
                    silent,
                    turns.answers(),
                    nearest.found(),
                    millis));
        }
    }

    /** Tells what went wrong; whatever it was is dropped, the rest goes on. */
    @Override
    public void fail(Throwable cause) {
        String text = EXPLANATION.of(doing + " failed", cause);
        // While somebody draws, the same thing may fail sixty times a second.
        if (!text.equals(failure)) {
            LOG.error("{} failed", doing, cause);
        }
        report(text);
        // Where nothing was answered, this takes away what was answered before.
        if (present != null) {
            show();
        }
    }

    private void report(String text) {
        failure = text;
        output.report(text);
    }

    @Override
    public void close() {
        measurements.forEach(OpenMeasurement::close);
        measurements.clear();
        open.values().forEach(OpenModel::close);
        open.clear();
    }
}
