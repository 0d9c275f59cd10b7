package org.penumbra.live.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Reason;
import org.penumbra.detector.neighbour.DeepNeighbours;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.kit.SmallDetector;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;

/** Detectors judge what a network answers, and the nearest training image is found, in the engine that answers drawings. */
@Timeout(120)
class JudgedAnswersTest extends AnswerSessionCase {

    private static final int CLASSES = 10;

    private static Fitted slow(CountDownLatch free) {
        return SmallDetector.of("slow", 0.5, evidence -> {
            try {
                assertTrue(free.await(20, TimeUnit.SECONDS), "somebody lets it go on");
                TimeUnit.MILLISECONDS.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 1;
        });
    }

    /** The first frame of this image in which so many have judged. */
    private static AnswerFrame judged(AnswerSession session, long number, int count) {
        AnswerFrame frame = frame(session, number);
        while (frame.judged().size() < count) {
            frame = frame(session, number);
        }
        return frame;
    }

    @Test
    void aDetectorIsGivenAllThatTheNetworkSaysOfTheImage() {
        AnswerSession session = start();
        AtomicReference<Evidence> given = new AtomicReference<>();
        Fitted asking = SmallDetector.of("asking", 0.5, evidence -> {
            given.set(evidence);
            return evidence.errors()[0] / 100;
        });
        session.models(ALL);
        session.detectors(SYM, List.of(asking));
        session.ask(7, DIGITS.image(7));
        JudgedAnswer answer = judged(session, 7, 1).judgedBy(asking).orElseThrow();
        try (ImageClassifier network = SYM.network()) {
            Set<Evidence.Part> parts = EnumSet.of(Evidence.Part.INPUTS, Evidence.Part.CODE);
            Evidence expected = network.evidence(DIGITS.image(7), 1, parts);
            assertArrayEquals(expected.inputs(), given.get().inputs());
            assertArrayEquals(expected.logits(), given.get().logits());
            assertArrayEquals(expected.scores(), given.get().scores());
            assertArrayEquals(expected.code(), given.get().code());
            assertArrayEquals(expected.errors(), given.get().errors());
            assertEquals(expected.errors()[0] / 100.0, answer.acceptance(), 1e-7);
            assertEquals(7, answer.verdict().bestClass());
            assertEquals(0.5, answer.verdict().tau());
            assertFalse(answer.verdict().known(), "an error below 50 is accepted with less than 0.5");
        }
    }

    @Test
    void aSlowDetectorHoldsUpNoQuickOne() {
        CountDownLatch first = new CountDownLatch(0);
        CountDownLatch[] free = {first};
        Fitted slow = SmallDetector.of(
                "slow", 0.5, evidence -> slow(free[0]).judge(evidence).acceptance()[0]);
        Fitted quick = new MaxSoftmax().of(CLASSES);
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.detectors(CNN, List.of(slow, quick));
        session.ask(1, DIGITS.image(1));
        assertEquals(2, judged(session, 1, 2).judged().size());

        CountDownLatch held = new CountDownLatch(1);
        free[0] = held;
        session.ask(2, DIGITS.image(2));
        AnswerFrame frame = judged(session, 2, 1);
        assertSame(quick, frame.judged().get(0).detector(), "the quick one goes first once their times are known");
        assertEquals(1, frame.judged().size(), "and is shown while the slow one is still at it");
        held.countDown();
        assertSame(slow, judged(session, 2, 2).judged().get(1).detector());
    }

    @Test
    void aSlowDetectorHasItsTurnAlsoWhileSomebodyDrawsWithoutRest() throws InterruptedException {
        Fitted slow = slow(new CountDownLatch(0));
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.detectors(CNN, List.of(new MaxSoftmax().of(CLASSES), slow));
        boolean had = false;
        int answers = 0;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (int number = 0; !had && System.nanoTime() < until; number++) {
            session.ask(number, DIGITS.image(number % DIGITS.count()));
            // Faster than the slow one can judge.
            TimeUnit.MILLISECONDS.sleep(4);
            Optional<AnswerFrame> frame = session.takeFrame();
            answers += frame.isPresent() ? 1 : 0;
            // The first image may have been judged by all before the next came.
            had = number > 50
                    && answers > 10
                    && frame.flatMap(one -> one.judgedBy(slow)).isPresent();
        }
        assertTrue(had, "after " + answers + " answers the slow one has still said nothing");
    }

    @Test
    void nobodyJudgesTheAnswersOfAModelThatIsNotAsked() {
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.detectors(SYM, List.of(new MaxSoftmax().of(CLASSES)));
        session.ask(1, DIGITS.image(1));
        AnswerFrame frame = frame(session, 1);
        assertEquals(1, frame.answers().size());
        assertEquals(List.of(), frame.judged());
    }

    @Test
    void theNearestTrainingImageIsTheOneWithTheLeastDistanceOfPixels() {
        System.out.println("seed " + SEED);
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.nearest(CNN, Optional.of(DIGITS));
        Random random = new Random(SEED);
        for (int number = 0; number < 5; number++) {
            float[] image = DIGITS.image(100 * number);
            for (int i = 0; i < image.length; i++) {
                image[i] = 0.6f * image[i] + 0.4f * random.nextFloat();
            }
            session.ask(number, image);
            AnswerFrame frame = frame(session, number);
            while (frame.nearest().isEmpty()) {
                frame = frame(session, number);
            }
            NearestImage nearest = frame.nearest().get();
            int best = 0;
            for (int i = 1; i < DIGITS.count(); i++) {
                best = distance(DIGITS.image(i), image) < distance(DIGITS.image(best), image) ? i : best;
            }
            assertEquals(best, nearest.index());
            assertEquals(DIGITS.label(best), nearest.label());
            assertEquals(distance(DIGITS.image(best), image), nearest.distance(), 1e-4);
            assertArrayEquals(DIGITS.image(best), nearest.pixels());
        }
    }

    @Test
    void neighboursAreMadeAgainOfTheCodesThatTheDetectorRemembers() {
        System.out.println("seed " + SEED);
        Detector deep = DeepNeighbours.KIND.with(Map.of("k", "3", "images", "300"));
        ImageSet learnt = DIGITS.part(0, 300);
        Fitted fitted;
        try (ImageClassifier network = SYM.network()) {
            Evidence known = ImageFitData.evidence(network, learnt, deep.needs(), FitWatcher.NONE);
            fitted = deep.fit(known, learnt.labels());
        }
        AnswerSession session = start();
        session.models(ALL);
        session.detectors(SYM, List.of(fitted));
        session.ask(1, DIGITS.image(400));
        JudgedAnswer answer = judged(session, 1, 1).judgedBy(fitted).orElseThrow();
        Reason.Neighbours nearest = (Reason.Neighbours) answer.reason();
        assertEquals(3, answer.recalled().size());
        for (int i = 0; i < 3; i++) {
            double own = distance(answer.recalled().get(i), DIGITS.image(nearest.rows()[i]));
            // The autoencoder makes an ordinary digit again to less than 4, and two digits are mostly 9 or more apart.
            assertTrue(own < 5, "neighbour " + i + " is made again to " + own);
        }
        session.detectors(CNN, List.of(fitted));
        assertEquals(List.of(), judgedAnew(session, fitted).recalled(), "without a decoder there are no pictures");
    }

    private static JudgedAnswer judgedAnew(AnswerSession session, Fitted fitted) {
        session.ask(2, DIGITS.image(400));
        return judged(session, 2, 1).judgedBy(fitted).orElseThrow();
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (double) (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }
}
