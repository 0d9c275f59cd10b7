package org.penumbra.live.draw;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.penumbra.data.home.LogFile;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.detector.Fitted;
import org.penumbra.live.engine.EngineOutput;
import org.penumbra.live.engine.EngineSession;
import org.penumbra.live.engine.Newest;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;

/**
 * Answers one image after another: one engine thread owns the networks of all models. A new image comes first and is
 * answered by every model at once; then detectors judge it one after another, the quickest first; then the nearest training
 * image is looked for; then gamma is estimated, a few probes of each model in turn, with a frame after each round; only then
 * come measurements. What a new image waits for is one slice of such work: one detector, some 5 ms of gamma or 15 ms of a
 * measurement on two cores. When the session is closed, the thread ends after the rest of such a slice.
 */
public final class AnswerSession extends EngineSession<AnswerRun> implements AnswerEngine {

    /** Probes after which an estimate of gamma is good enough, by each model. */
    public static final int PROBES = 64;

    private final Newest<AnswerRun.Question> waiting = new Newest<>();
    private final EngineOutput<AnswerFrame, Measurement, String> output;

    /** Starts the engine without models. */
    public AnswerSession() {
        this(ImageModel::network);
    }

    /** @param networks opens the network of a model */
    AnswerSession(Function<ImageModel, ImageClassifier> networks) {
        this(new EngineOutput<>(""), networks);
    }

    private AnswerSession(
            EngineOutput<AnswerFrame, Measurement, String> output, Function<ImageModel, ImageClassifier> networks) {
        super(
                "penumbra-answers",
                interruption -> new AnswerRun(output, interruption, networks),
                cause -> ended(output, cause));
        this.output = output;
    }

    private static void ended(EngineOutput<?, ?, String> output, Throwable cause) {
        if (cause != null) {
            output.report(
                    "The answers ended unexpectedly: " + cause + ". Start Penumbra again; " + LogFile.words() + ".");
        }
    }

    @Override
    public void models(List<ImageModel> models) {
        List<ImageModel> wanted = List.copyOf(models);
        tell(run -> run.models(wanted));
    }

    @Override
    public void ask(long number, FittedImage image) {
        tellNewest(waiting, new AnswerRun.Question(number, image, System.nanoTime(), true), AnswerRun::ask);
    }

    @Override
    public void detectors(ImageModel model, List<Fitted> detectors) {
        List<Fitted> wanted = List.copyOf(detectors);
        tell(run -> run.detectors(model, wanted));
    }

    @Override
    public void nearest(ImageModel model, Optional<ImageSet> among) {
        tell(run -> run.nearest(model, among));
    }

    @Override
    public Optional<AnswerFrame> takeFrame() {
        return output.takeFrame();
    }

    @Override
    public void measure(ImageModel model, String name, ImageSet images, boolean known) {
        OpenMeasurement wanted = new OpenMeasurement(model, name, images, known);
        tell(run -> run.measure(wanted));
    }

    @Override
    public List<Measurement> takeMeasurements() {
        return output.takeResults();
    }

    @Override
    public String failure() {
        return output.status();
    }
}
