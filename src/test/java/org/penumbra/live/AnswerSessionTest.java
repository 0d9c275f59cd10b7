package org.penumbra.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.BuiltInDigits;
import org.penumbra.data.ImageSet;
import org.penumbra.data.NoiseImages;
import org.penumbra.net.GammaEstimate;
import org.penumbra.net.ImageAnswers;
import org.penumbra.net.ImageCurvature;
import org.penumbra.net.ImageModel;
import org.penumbra.net.ImageNetwork;
import org.penumbra.net.ImageResponse;
import org.penumbra.preset.Models;

/** The engine that answers drawings, without a screen. */
@Timeout(60)
class AnswerSessionTest {

    private static final long SEED = 20_261_126;
    private static final ImageSet DIGITS = new BuiltInDigits(1, 700, SEED).make().test();
    private static final ImageModel CNN = Models.load("mnist-cnn");
    private static final ImageModel COOL = Models.load("mnist-cool");
    private static final ImageModel SYM = Models.load("mnist-dae-sym");
    private static final ImageModel ASYM = Models.load("mnist-dae-asym");
    private static final List<ImageModel> ALL = List.of(CNN, COOL, SYM, ASYM);

    private final List<AnswerSession> sessions = new ArrayList<>();

    private AnswerSession start(Function<ImageModel, ImageNetwork> networks) {
        AnswerSession session = new AnswerSession(networks);
        sessions.add(session);
        return session;
    }

    private AnswerSession start() {
        return start(ImageModel::network);
    }

    @AfterEach
    void close() throws InterruptedException {
        for (AnswerSession session : sessions) {
            session.close();
            assertTrue(session.awaitEnd(1, TimeUnit.SECONDS), "the engine thread must end within a second");
        }
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread ->
                thread.getName().equals("penumbra-answers")), "no engine thread may be left");
    }

    @Test
    void allModelsAnswerAsTheirNetworksDo() {
        System.out.println("seed " + SEED);
        AnswerSession session = start();
        session.models(ALL);
        session.ask(3, DIGITS.image(3));
        AnswerFrame frame = frame(session, 3);
        assertEquals(4, frame.answers().size());
        assertTrue(frame.millis() > 0, frame.toString());
        assertArrayEquals(DIGITS.image(3), frame.image());
        for (int i = 0; i < 4; i++) {
            ModelAnswer answer = frame.answers().get(i);
            assertSame(ALL.get(i), answer.model());
            try (ImageNetwork network = ALL.get(i).network()) {
                ImageResponse expected = network.respond(DIGITS.image(3), 1);
                assertArrayEquals(expected.scores(), answer.scores());
                assertArrayEquals(expected.reconstructions(), answer.reconstruction());
                assertEquals(i < 2 ? Double.NaN : expected.errors()[0], answer.error());
            }
        }
        assertFalse(frame.answers().get(0).gammaDue() || frame.answers().get(1).gammaDue(), "no decoder, no gamma");
        assertTrue(frame.answers().get(0).gamma().isEmpty());
    }

    @Test
    void gammaGrowsSurerWithEveryRoundUntilAllProbesAreTakenAndIsTheExactOne() {
        System.out.println("seed " + SEED);
        AnswerSession session = start();
        session.models(ALL);
        for (int number = 0; number < 5; number++) {
            session.ask(number, DIGITS.image(number));
            int[] probes = new int[2];
            AnswerFrame frame = frame(session, number);
            while (frame.answers().stream().anyMatch(ModelAnswer::gammaDue)) {
                for (int i = 0; i < 2; i++) {
                    int now = frame.answers().get(2 + i).gamma().map(GammaEstimate::probes).orElse(0);
                    assertTrue(now >= probes[i], "probes of an image never get fewer");
                    probes[i] = now;
                }
                frame = frame(session, number);
            }
            for (ModelAnswer answer : frame.answers().subList(2, 4)) {
                GammaEstimate estimate = answer.gamma().orElseThrow();
                assertEquals(AnswerSession.PROBES, estimate.probes());
                try (ImageNetwork network = answer.model().network(); ImageCurvature curvature = new ImageCurvature(network)) {
                    double exact = curvature.exact(DIGITS.image(number), 1)[0];
                    assertEquals(exact, estimate.mean(), 4 * estimate.standardError(), number + ", seed " + SEED);
                    assertTrue(estimate.standardError() < 0.02, estimate.toString());
                }
            }
        }
    }

    @Test
    void anImageIsDroppedWhenANewerOneComesBeforeItsTurn() throws InterruptedException {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AnswerSession session = start(model -> {
            opening.countDown();
            await(release);
            return model.network();
        });
        session.models(List.of(CNN));
        assertTrue(opening.await(10, TimeUnit.SECONDS));
        for (int number = 1; number <= 50; number++) {
            session.ask(number, DIGITS.image(number));
        }
        release.countDown();
        assertEquals(50, anyFrame(session).number());
        session.ask(51, DIGITS.image(51));
        assertEquals(51, anyFrame(session).number());
    }

    @Test
    void aNewImageIsAnsweredWhileGammaOfTheLastIsStillDue() {
        AnswerSession session = start();
        session.models(List.of(SYM));
        session.ask(1, DIGITS.image(1));
        frame(session, 1);
        // As fast as answers come, so that no gamma is ever finished.
        for (int number = 2; number < 60; number++) {
            session.ask(number, DIGITS.image(number));
            AnswerFrame frame = frame(session, number);
            assertTrue(frame.answers().get(0).gamma().map(GammaEstimate::probes).orElse(0) <= AnswerSession.PROBES);
            assertArrayEquals(DIGITS.image(number), frame.image());
        }
    }

    @Test
    void measurementsAreTheTopsOfTheAnswersAlsoOfAModelThatIsNotAmongThem() {
        System.out.println("seed " + SEED);
        AnswerSession session = start();
        session.models(List.of(CNN, SYM));
        session.measure(SYM, "digits", DIGITS, true);
        session.measure(CNN, "noise", new NoiseImages(10, 28, SEED).make(), false);
        session.measure(ASYM, "of another", DIGITS, true);
        session.measure(CNN, "none", DIGITS.part(0, 0), true);
        List<Measurement> taken = new ArrayList<>();
        awaitThat(() -> taken.addAll(session.takeMeasurements()) && taken.size() == 4 || taken.size() == 4, "four of them");
        assertMeasured(taken.get(0), SYM, "digits", DIGITS, true);
        assertMeasured(taken.get(1), CNN, "noise", new NoiseImages(10, 28, SEED).make(), false);
        assertMeasured(taken.get(2), ASYM, "of another", DIGITS, true);
        assertEquals(0, taken.get(3).answers().count());
        assertEquals(List.of(), session.takeMeasurements());
        assertEquals("", session.failure());
    }

    @Test
    void aMeasurementWaitsUntilAllIsSaidOfTheImage() {
        List<AnswerFrame> before = new ArrayList<>();
        AnswerSession[] session = new AnswerSession[1];
        session[0] = start(model -> {
            if (model == ASYM) {
                // On the engine's thread, when the measurement begins: whatever was shown is shown by now.
                session[0].takeFrame().ifPresent(before::add);
            }
            return model.network();
        });
        session[0].models(List.of(SYM));
        session[0].ask(7, DIGITS.image(7));
        session[0].measure(ASYM, "m", DIGITS.part(0, 5), true);
        List<Measurement> taken = new ArrayList<>();
        awaitThat(() -> taken.addAll(session[0].takeMeasurements()), "the measurement");
        assertEquals(7, before.get(0).number());
        assertFalse(before.get(0).answers().get(0).gammaDue());
    }

    @Test
    void aMeasurementGoesOnWhenItsModelIsDroppedAndTaken() {
        AnswerSession session = start();
        session.models(List.of(ASYM));
        session.measure(ASYM, "m", DIGITS, true);
        for (int i = 0; i < 10; i++) {
            session.models(i % 2 == 0 ? List.of() : List.of(ASYM));
            LockSupport.parkNanos(8_000_000);
        }
        List<Measurement> taken = new ArrayList<>();
        awaitThat(() -> taken.addAll(session.takeMeasurements()), "the measurement");
        assertMeasured(taken.get(0), ASYM, "m", DIGITS, true);
    }

    @Test
    void modelsAreReplacedWhileImagesAreAskedAboutAndKeptNetworksStayOpen() {
        List<ImageModel> opened = new ArrayList<>();
        AnswerSession session = start(model -> {
            synchronized (opened) {
                opened.add(model);
            }
            return model.network();
        });
        List<List<ImageModel>> choices = List.of(List.of(CNN, SYM), List.of(SYM), List.of(SYM, CNN), List.of());
        for (int round = 0; round < 40; round++) {
            session.models(choices.get(round % 4));
            session.ask(round, DIGITS.image(round));
            AnswerFrame frame = frame(session, round);
            List<ImageModel> models = frame.answers().stream().map(ModelAnswer::model).toList();
            assertSameModels(choices.get(round % 4), models);
        }
        synchronized (opened) {
            // Each round of four opens SYM once, for three choices in a row, and CNN twice.
            assertEquals(10, opened.stream().filter(model -> model == SYM).count());
            assertEquals(20, opened.stream().filter(model -> model == CNN).count());
        }
        assertEquals("", session.failure());
    }

    @Test
    void newModelsAnswerThePresentImageWithoutBeingAsked() {
        AnswerSession session = start();
        session.ask(5, DIGITS.image(5));
        assertEquals(List.of(), frame(session, 5).answers(), "nobody is there to answer");
        session.models(List.of(COOL));
        assertSame(COOL, frame(session, 5).answers().get(0).model());
        session.models(List.of(CNN, COOL));
        assertSameModels(List.of(CNN, COOL), frame(session, 5).answers().stream().map(ModelAnswer::model).toList());
    }

    @Test
    void modelsBeforeTheFirstImageShowNothing() {
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.measure(CNN, "m", DIGITS.part(0, 5), true);
        awaitThat(() -> !session.takeMeasurements().isEmpty(), "the measurement, which comes after the answers");
        assertTrue(session.takeFrame().isEmpty(), "nobody asked about the blank image");
    }

    @Test
    void whatCannotBeOpenedIsSaidUntilOtherModelsAreChosen() {
        AnswerSession session = start(model -> {
            if (model == COOL) {
                throw new OutOfMemoryError("this is a test");
            }
            return model.network();
        });
        session.models(List.of(CNN, COOL));
        session.ask(1, DIGITS.image(1));
        awaitThat(() -> !session.failure().isEmpty(), "failure");
        assertEquals("Not enough memory for these models or images (this is a test). Choose fewer models, or close other "
                + "programs.", session.failure());
        assertEquals(List.of(), frame(session, 1).answers());
        session.models(List.of(CNN));
        assertEquals(1, frame(session, 1).answers().size());
        assertEquals("", session.failure());
    }

    @Test
    void aMeasurementThatFailsIsSaidAndAnswersGoOn() {
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.measure(CNN, "my images", new NoiseImages(3, 20, 1).make(), true);
        awaitThat(() -> !session.failure().isEmpty(), "failure");
        assertEquals("Measuring \"my images\" failed: expected images of 28 x 28 pixels, but got 20 x 20. Choose other models "
                + "or images; the log has the details.", session.failure());
        session.ask(2, DIGITS.image(2));
        assertEquals(1, frame(session, 2).answers().size());
        session.measure(CNN, "others", DIGITS.part(0, 3), true);
        List<Measurement> taken = new ArrayList<>();
        awaitThat(() -> taken.addAll(session.takeMeasurements()), "the next measurement");
        assertEquals("others", taken.get(0).name());
        assertFalse(session.failure().isEmpty(), "it stays until models are chosen");
        session.models(List.of(CNN));
        awaitThat(() -> session.failure().isEmpty(), "the failure to be cleared");
    }

    @Test
    void anImageOfAnotherSizeIsTheCallersFault() {
        AnswerSession session = start();
        assertEquals("image: expected 784 pixels, but got 783", assertThrows(IllegalArgumentException.class,
                () -> session.ask(1, new float[783])).getMessage());
    }

    @Test
    void closingEndsTheThreadWithinASecondWhateverItIsDoing() throws InterruptedException {
        AnswerSession session = start();
        session.models(ALL);
        session.ask(1, DIGITS.image(1));
        frame(session, 1);
        session.measure(SYM, "many", new NoiseImages(20_000, 28, 1).make(), false);
        session.ask(2, DIGITS.image(2));
        session.close();
        long start = System.nanoTime();
        assertTrue(session.awaitEnd(1, TimeUnit.SECONDS), "the engine thread must end within a second");
        System.out.println("closed after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertEquals(List.of(), session.takeMeasurements());
    }

    private static void assertMeasured(Measurement measured, ImageModel model, String name, ImageSet images, boolean known) {
        assertSame(model, measured.model());
        assertEquals(name, measured.name());
        try (ImageNetwork network = model.network()) {
            TopAnswers expected = TopAnswers.of(ImageAnswers.of(network, images), known);
            // Batches of another size may add in another order.
            assertArrayEquals(expected.scores(), measured.answers().scores(), 1e-4f);
            assertArrayEquals(expected.errors(), measured.answers().errors(), 1e-4f);
            assertArrayEquals(expected.right(), measured.answers().right());
        }
    }

    private static void assertSameModels(List<ImageModel> expected, List<ImageModel> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertSame(expected.get(i), found.get(i));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next frame of this image. */
    private static AnswerFrame frame(AnswerSession session, long number) {
        AnswerFrame frame = anyFrame(session);
        while (frame.number() != number) {
            frame = anyFrame(session);
        }
        return frame;
    }

    private static AnswerFrame anyFrame(AnswerSession session) {
        AnswerFrame[] frame = new AnswerFrame[1];
        awaitThat(() -> session.takeFrame().map(taken -> frame[0] = taken).isPresent(), "a frame");
        assertNotNull(frame[0]);
        return frame[0];
    }

    private static void awaitThat(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited 30 s for " + what);
            LockSupport.parkNanos(500_000);
        }
    }
}
