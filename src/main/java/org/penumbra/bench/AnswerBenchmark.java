package org.penumbra.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.penumbra.data.image.ImageSet;
import org.penumbra.live.draw.AnswerFrame;
import org.penumbra.live.draw.AnswerSession;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;

/**
 * Times an {@link AnswerSession} as the drawing lab meets it: how long after a question the answers of all models are
 * there, while a pen moves (sixty questions a second, gamma being estimated between them) and while it rests.
 */
public final class AnswerBenchmark {

    /** Questions a second while the pen moves, as a screen refreshes. */
    public static final int QUESTIONS_PER_SECOND = 60;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final double WARM_UP_SECONDS = 3;

    private final List<ImageModel> models;
    private final ImageSet images;

    /**
     * @param models who answer
     * @param images what they are asked, one after the other and over again; at least one
     */
    public AnswerBenchmark(List<ImageModel> models, ImageSet images) {
        this.models = List.copyOf(models);
        this.images = images;
    }

    /**
     * Times from a question to the frame with the answers.
     *
     * @param asked    questions
     * @param answered how many of them were; the others were replaced by newer ones, or their frames were
     * @param medianMs half of the times are no longer, ms
     * @param p95Ms    95 of 100 are no longer, ms
     * @param maxMs    the longest, ms
     */
    public record Times(int asked, int answered, double medianMs, double p95Ms, double maxMs) {

        private static Times of(int asked, double[] millis) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            return n == 0
                    ? new Times(asked, 0, Double.NaN, Double.NaN, Double.NaN)
                    : new Times(asked, n, sorted[n / 2], sorted[n * 95 / 100], sorted[n - 1]);
        }
    }

    /**
     * All figures.
     *
     * @param withGamma       while the pen moves: gamma of the last image is being estimated when the next one comes
     * @param withoutGamma    while nothing else is being done
     * @param probesPerSecond of gamma, all models together, while the pen rests; NaN without a decoder
     */
    public record Figures(Times withGamma, Times withoutGamma, double probesPerSecond) {}

    /**
     * Measures for about twice so many seconds.
     *
     * @throws IllegalStateException when the engine fails or does not answer for a minute
     */
    public Figures measure(double seconds) throws InterruptedException {
        AnswerSession session = new AnswerSession();
        try (session) {
            session.models(models);
            ask(session, 0);
            awaitGamma(session, 0);
            moving(session, WARM_UP_SECONDS);
            Times moving = moving(session, seconds);
            return resting(session, moving, seconds);
        } finally {
            session.awaitEnd(5, TimeUnit.SECONDS);
        }
    }

    private void ask(AnswerSession session, int number) {
        session.ask(number, images.image(number % images.count()));
    }

    /** Asks at its pace, however long answers take. */
    private Times moving(AnswerSession session, double seconds) throws InterruptedException {
        int questions = Math.max(1, (int) (seconds * QUESTIONS_PER_SECOND));
        double[] millis = new double[questions];
        long start = System.nanoTime();
        for (int number = 0; number < questions; number++) {
            ask(session, number);
            long next = start + TimeUnit.SECONDS.toNanos(number + 1) / QUESTIONS_PER_SECOND;
            // The last frame of the last question is waited for below.
            while (number < questions - 1 && System.nanoTime() < next) {
                Thread.sleep(1);
                session.takeFrame().ifPresent(frame -> millis[(int) frame.number()] = frame.millis());
            }
        }
        awaitGamma(session, questions - 1).ifPresent(frame -> millis[(int) frame.number()] = frame.millis());
        return Times.of(
                questions, Arrays.stream(millis).filter(time -> time > 0).toArray());
    }

    private Figures resting(AnswerSession session, Times moving, double seconds) throws InterruptedException {
        double[] millis = new double[Math.max(1, (int) (seconds * QUESTIONS_PER_SECOND))];
        long probes = 0;
        double probing = 0;
        int asked = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            long began = System.nanoTime();
            ask(session, asked);
            AnswerFrame frame = awaitGamma(session, asked).orElseThrow();
            millis[asked++] = frame.millis();
            probing += (System.nanoTime() - began) / 1e9 - frame.millis() / 1e3;
            probes += frame.answers().stream()
                    .flatMap(answer -> answer.gamma().stream())
                    .mapToInt(GammaEstimate::probes)
                    .sum();
        } while (System.nanoTime() < end && asked < millis.length);
        return new Figures(
                moving, Times.of(asked, Arrays.copyOf(millis, asked)), probes == 0 ? Double.NaN : probes / probing);
    }

    /** The last frame of a question, with all there will be of gamma. */
    private static Optional<AnswerFrame> awaitGamma(AnswerSession session, long number) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Optional<AnswerFrame> frame = session.takeFrame();
        while (frame.isEmpty()
                || frame.get().number() != number
                || frame.get().answers().stream().anyMatch(ModelAnswer::gammaDue)) {
            if (!session.failure().isEmpty() || System.nanoTime() > end) {
                throw new IllegalStateException("the engine did not answer: " + session.failure());
            }
            Thread.sleep(1);
            frame = session.takeFrame();
        }
        return frame;
    }
}
