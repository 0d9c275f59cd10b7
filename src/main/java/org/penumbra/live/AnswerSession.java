package org.penumbra.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.penumbra.data.ImageSet;
import org.penumbra.net.ImageModel;
import org.penumbra.net.ImageNetwork;
import org.penumbra.net.ImageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one image after another: one engine thread owns the networks of all models. A new image comes first and is
 * answered by every model at once; then gamma is estimated, a few probes of each model in turn, with a frame after each
 * round; only then come measurements. What a new image waits for is one slice of such work, some 5 ms of gamma or 15 ms
 * of a measurement on two cores.
 */
public final class AnswerSession implements AnswerEngine {

    /** Probes after which an estimate of gamma is good enough, by each model. */
    public static final int PROBES = 64;

    private static final Logger LOG = LoggerFactory.getLogger(AnswerSession.class);

    private final LinkedBlockingQueue<Consumer<AnswerRun>> commands = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Measurement> measured = new ConcurrentLinkedQueue<>();
    private final AtomicReference<AnswerRun.Question> waiting = new AtomicReference<>();
    private final AtomicReference<AnswerFrame> newest = new AtomicReference<>();
    private final Thread thread;
    private volatile String failure = "";
    private volatile boolean closing;

    /** Starts the engine without models. */
    public AnswerSession() {
        this(ImageModel::network);
    }

    /** @param networks opens the network of a model */
    AnswerSession(Function<ImageModel, ImageNetwork> networks) {
        thread = new Thread(() -> run(networks), "penumbra-answers");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void models(List<ImageModel> models) {
        List<ImageModel> wanted = List.copyOf(models);
        commands.add(run -> run.models(wanted));
    }

    /** @throws IllegalArgumentException if the image has not 784 pixels */
    @Override
    public void ask(long number, float[] image) {
        if (image.length != ImageSettings.PIXELS) {
            throw new IllegalArgumentException("image: expected " + ImageSettings.PIXELS + " pixels, but got "
                    + image.length);
        }
        // The engine is called once for all questions it has not seen: it takes the newest.
        if (waiting.getAndSet(new AnswerRun.Question(number, image, System.nanoTime(), true)) == null) {
            commands.add(AnswerRun::takeQuestion);
        }
    }

    @Override
    public Optional<AnswerFrame> takeFrame() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    @Override
    public void measure(ImageModel model, String name, ImageSet images, boolean known) {
        OpenMeasurement wanted = new OpenMeasurement(model, name, images, known);
        commands.add(run -> run.measure(wanted));
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
        closing = true;
        commands.add(run -> { });
    }

    /** Waits until the engine thread has ended and the networks are freed; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        thread.join(unit.toMillis(time));
        return !thread.isAlive();
    }

    private void run(Function<ImageModel, ImageNetwork> networks) {
        try (AnswerRun run = new AnswerRun(new Outlet(), networks)) {
            while (!closing) {
                proceed(run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failure = "The answers ended unexpectedly: " + e + ". Start Penumbra again; the log has the details.";
            LOG.error("the engine of answers ended unexpectedly", e);
            throw e;
        }
    }

    /** Whatever goes wrong is shown to the user and logged; the engine lives on. */
    private void proceed(AnswerRun run) throws InterruptedException {
        try {
            obey(run);
            if (!closing) {
                run.work();
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            run.fail(e);
        }
    }

    /** Waits for a command only when there is nothing else to do. */
    private void obey(AnswerRun run) throws InterruptedException {
        Consumer<AnswerRun> command = run.idle() ? commands.take() : commands.poll();
        while (command != null && !closing) {
            command.accept(run);
            command = commands.poll();
        }
    }

    /** Where a run finds what it is asked and leaves what it has to show. */
    final class Outlet {

        boolean closing() {
            return closing;
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
