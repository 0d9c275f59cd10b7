package org.penumbra.live.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.penumbra.data.home.LogFile;
import org.penumbra.data.image.ImageSet;
import org.penumbra.live.engine.EngineThread;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;

/**
 * Answers one image after another: one engine thread owns the networks of all models. A new image comes first and is
 * answered by every model at once; then gamma is estimated, a few probes of each model in turn, with a frame after each
 * round; only then come measurements. What a new image waits for is one slice of such work, some 5 ms of gamma or 15 ms
 * of a measurement on two cores.
 */
public final class AnswerSession implements AnswerEngine {

    /** Probes after which an estimate of gamma is good enough, by each model. */
    public static final int PROBES = 64;

    private final ConcurrentLinkedQueue<Measurement> measured = new ConcurrentLinkedQueue<>();
    private final AtomicReference<AnswerRun.Question> waiting = new AtomicReference<>();
    private final AtomicReference<AnswerFrame> newest = new AtomicReference<>();
    private final EngineThread<AnswerRun> engine;
    private volatile String failure = "";

    /** Starts the engine without models. */
    public AnswerSession() {
        this(ImageModel::network);
    }

    /** @param networks opens the network of a model */
    AnswerSession(Function<ImageModel, ImageNetwork> networks) {
        engine = new EngineThread<>("penumbra-answers", () -> new AnswerRun(new Outlet(), networks), this::ended);
        engine.start();
    }

    @Override
    public void models(List<ImageModel> models) {
        List<ImageModel> wanted = List.copyOf(models);
        engine.tell(run -> run.models(wanted));
    }

    /** @throws IllegalArgumentException if the image has not 784 pixels */
    @Override
    public void ask(long number, float[] image) {
        if (image.length != ImageSettings.PIXELS) {
            throw new IllegalArgumentException(
                    "image: expected " + ImageSettings.PIXELS + " pixels, but got " + image.length);
        }
        // The engine is called once for all questions it has not seen: it takes the newest.
        if (waiting.getAndSet(new AnswerRun.Question(number, image, System.nanoTime(), true)) == null) {
            engine.tell(AnswerRun::takeQuestion);
        }
    }

    @Override
    public Optional<AnswerFrame> takeFrame() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    @Override
    public void measure(ImageModel model, String name, ImageSet images, boolean known) {
        OpenMeasurement wanted = new OpenMeasurement(model, name, images, known);
        engine.tell(run -> run.measure(wanted));
    }

    @Override
    public List<Measurement> takeMeasurements() {
        List<Measurement> taken = new ArrayList<>();
        for (Measurement next = measured.poll(); next != null; next = measured.poll()) {
            taken.add(next);
        }
        return taken;
    }

    @Override
    public String failure() {
        return failure;
    }

    /** Asks the engine thread to end, which takes the rest of a slice of its work. */
    @Override
    public void close() {
        engine.close();
    }

    /** Waits until the engine thread has ended and the networks are freed; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return engine.awaitEnd(time, unit);
    }

    private void ended(Throwable cause) {
        if (cause != null) {
            failure = "The answers ended unexpectedly: " + cause + ". Start Penumbra again; " + LogFile.words() + ".";
        }
    }

    /** Where a run finds what it is asked and leaves what it has to show. */
    final class Outlet {

        boolean closing() {
            return engine.closing();
        }

        AnswerRun.Question takeQuestion() {
            return waiting.getAndSet(null);
        }

        void show(AnswerFrame frame) {
            newest.set(frame);
        }

        void add(Measurement measurement) {
            measured.add(measurement);
        }

        void failure(String text) {
            failure = text;
        }
    }
}
