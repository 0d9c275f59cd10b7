package org.penumbra.view.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.detector.Fitted;
import org.penumbra.kit.ModelAnswers;
import org.penumbra.live.draw.AnswerEngine;
import org.penumbra.live.draw.AnswerFrame;
import org.penumbra.live.draw.JudgedAnswer;
import org.penumbra.live.draw.Measurement;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.live.draw.NearestImage;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;

/** An engine that answers what the test tells it to, when the test tells it to, and keeps what it was asked. */
public final class FakeAnswers implements AnswerEngine {

    public List<ImageModel> models = List.of();
    public final List<Long> asked = new ArrayList<>();
    public final List<String> measured = new ArrayList<>();
    public String failure = "";
    public boolean closed;
    public ImageModel judged;
    public List<Fitted> detectors = List.of();
    public Optional<ImageSet> among = Optional.empty();
    private AnswerFrame last;
    private FittedImage image;
    private AnswerFrame frame;
    private final List<Measurement> measurements = new ArrayList<>();

    @Override
    public void models(List<ImageModel> wanted) {
        models = List.copyOf(wanted);
    }

    @Override
    public void ask(long number, FittedImage asking) {
        asked.add(number);
        image = asking;
    }

    /** Answers the last question: class 3 with y, or another of the models' classes. */
    public void answer(int best, float y, double error, Optional<GammaEstimate> gamma) {
        List<ModelAnswer> answers = models.stream()
                .map(model -> answer(model, best, y, error, gamma))
                .toList();
        frame = new AnswerFrame(asked.get(asked.size() - 1), image, answers, List.of(), List.of(), Optional.empty(), 3);
        last = frame;
    }

    /** Answers the last question, but for one model, which says why it has no answer. */
    public void answerAllBut(ImageModel silent, String why) {
        answer(3, 1, 2, Optional.empty());
        frame = new AnswerFrame(
                frame.number(),
                image,
                frame.answers().stream()
                        .filter(answer -> answer.model() != silent)
                        .toList(),
                why.isEmpty() ? List.of() : List.of(new AnswerFrame.Silent(silent, why)),
                List.of(),
                Optional.empty(),
                3);
    }

    private ModelAnswer answer(ImageModel model, int best, float y, double error, Optional<GammaEstimate> gamma) {
        boolean decoder = model.doubts();
        float[] scores = new float[model.classes().size()];
        scores[best] = y;
        scores[(best + 1) % scores.length] = 1 - y;
        return ModelAnswers.of(
                model,
                scores,
                decoder ? new float[784] : new float[0],
                decoder ? error : Double.NaN,
                decoder ? gamma : Optional.empty(),
                decoder && gamma.map(one -> one.probes() < 64).orElse(true));
    }

    @Override
    public void detectors(ImageModel model, List<Fitted> wanted) {
        judged = model;
        detectors = List.copyOf(wanted);
    }

    @Override
    public void nearest(ImageModel model, Optional<ImageSet> wanted) {
        among = wanted;
    }

    /** Answers the last question again, and those of the detectors that have these numbers judge the answer. */
    public void judge(int from, int to) {
        List<JudgedAnswer> said = new ArrayList<>();
        for (Fitted detector : detectors.subList(from, to)) {
            said.add(JudgedAnswer.of(
                    detector,
                    last.answerOf(judged).orElseThrow().evidence(),
                    detector.about().usualTau()));
        }
        frame = new AnswerFrame(last.number(), image, last.answers(), List.of(), said, Optional.empty(), 3);
    }

    /** Answers the last question again, with the image that is the nearest. */
    public void compare(NearestImage nearest) {
        frame = new AnswerFrame(last.number(), image, last.answers(), List.of(), List.of(), Optional.of(nearest), 3);
    }

    @Override
    public Optional<AnswerFrame> takeFrame() {
        AnswerFrame taken = frame;
        frame = null;
        return Optional.ofNullable(taken);
    }

    @Override
    public void measure(ImageModel model, String name, ImageSet images, boolean known) {
        measured.add(name + " " + images.count() + " " + known);
        float[] scores = new float[images.count()];
        float[] errors = new float[model.doubts() ? scores.length : 0];
        boolean[] right = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1 - (float) i / scores.length;
            right[i] = known && i % 2 == 0;
        }
        measurements.add(new Measurement(model, name, new TopAnswers(scores, errors, right)));
    }

    @Override
    public List<Measurement> takeMeasurements() {
        List<Measurement> taken = List.copyOf(measurements);
        measurements.clear();
        return taken;
    }

    @Override
    public String failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
    }
}
