package org.penumbra.live.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.Await.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Models;
import org.penumbra.data.image.NoiseImages;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.data.ink.Picture;
import org.penumbra.kit.ImageModels;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.PixelCurvature;

/** The engine that answers drawings, without a screen. */
@Timeout(180)
class AnswerSessionTest extends AnswerSessionCase {

    @Test
    void allModelsAnswerAsTheirNetworksDo() {
        System.out.println("seed " + SEED);
        AnswerSession session = start();
        session.models(ALL);
        session.ask(3, DIGITS.image(3));
        AnswerFrame frame = frame(session, 3);
        assertEquals(4, frame.answers().size());
        assertTrue(frame.millis() > 0, frame.toString());
        assertArrayEquals(DIGITS.image(3), frame.image().of(Fit.DIGIT));
        for (int i = 0; i < 4; i++) {
            ModelAnswer answer = frame.answers().get(i);
            assertSame(ALL.get(i), answer.model());
            try (ImageClassifier network = ALL.get(i).network()) {
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
                    int now = frame.answers()
                            .get(2 + i)
                            .gamma()
                            .map(GammaEstimate::probes)
                            .orElse(0);
                    assertTrue(now >= probes[i], "probes of an image never get fewer");
                    probes[i] = now;
                }
                frame = frame(session, number);
            }
            for (ModelAnswer answer : frame.answers().subList(2, 4)) {
                GammaEstimate estimate = answer.gamma().orElseThrow();
                assertEquals(AnswerSession.PROBES, estimate.probes());
                try (ImageClassifier network = answer.model().network();
                        PixelCurvature curvature = network.curvature()) {
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
            hold(release);
            return model.network();
        });
        session.models(List.of(CNN));
        assertTrue(opening.await(60, TimeUnit.SECONDS));
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
            assertArrayEquals(DIGITS.image(number), frame.image().of(Fit.DIGIT));
        }
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
            List<ImageModel> models =
                    frame.answers().stream().map(ModelAnswer::model).toList();
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
        assertSameModels(
                List.of(CNN, COOL),
                frame(session, 5).answers().stream().map(ModelAnswer::model).toList());
    }

    @Test
    void modelsBeforeTheFirstImageShowNothing() {
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.measure(CNN, "m", DIGITS.part(0, 5), true);
        await(() -> !session.takeMeasurements().isEmpty(), "the measurement, which comes after the answers");
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
        await(() -> !session.failure().isEmpty(), "failure");
        assertEquals(
                "Not enough memory for these models or images (this is a test). Choose fewer models, or close other "
                        + "programs.",
                session.failure());
        assertEquals(List.of(), frame(session, 1).answers());
        session.models(List.of(CNN));
        assertEquals(1, frame(session, 1).answers().size());
        assertEquals("", session.failure());
    }

    @Test
    void anAnswerThatFailsIsSaidOnceAndTheNextModelsAnswer() {
        // The network of another model: it has no reconstruction where one is expected.
        AnswerSession session = start(model -> (model == SYM ? CNN : model).network());
        session.models(List.of(COOL, SYM));
        session.ask(1, DIGITS.image(1));
        await(() -> !session.failure().isEmpty(), "failure");
        assertTrue(session.failure().startsWith("Answering failed: "), session.failure());
        // In this order, as the failing model would answer the second image with an empty frame.
        session.models(List.of(COOL));
        session.ask(2, DIGITS.image(2));
        assertSameModels(
                List.of(COOL),
                frame(session, 2).answers().stream().map(ModelAnswer::model).toList());
        assertEquals("", session.failure());
    }

    @Test
    void everyModelSeesAPictureByTheFitItWasTrainedWith() {
        ImageModel fashion = Models.shipped("fashion-mnist-dae-sym");
        float[] shirt = new float[784];
        for (int i = 0; i < 784; i++) {
            shirt[i] = i / 28 > 3 && i % 28 < 19 ? 0.7f : 0;
        }
        FittedImage image = FittedImage.of(new Picture("a shirt", 28, 28, invertedTo(shirt)), Fit.DIGIT);
        AnswerSession session = start();
        session.models(List.of(SYM, fashion));
        session.ask(1, image);
        AnswerFrame frame = frame(session, 1);
        try (ImageClassifier digits = SYM.network();
                ImageClassifier clothes = fashion.network()) {
            assertArrayEquals(
                    digits.respond(image.of(Fit.DIGIT), 1).scores(),
                    frame.answers().get(0).scores(),
                    1e-5f);
            assertArrayEquals(
                    clothes.respond(image.of(Fit.AS_IS), 1).scores(),
                    frame.answers().get(1).scores(),
                    1e-5f);
            assertFalse(Arrays.equals(image.of(Fit.DIGIT), image.of(Fit.AS_IS)));
        }
    }

    private static float[] invertedTo(float[] pixels) {
        float[] inverted = new float[pixels.length];
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = 1 - pixels[i];
        }
        return inverted;
    }

    @Test
    void whereOneModelsNumbersOverflowTheOthersAnswer() {
        AnswerSession session = start();
        ImageModel broken = ImageModels.overflowing(ImageArchitecture.CNN);
        session.models(List.of(broken, CNN));
        session.ask(1, DIGITS.image(3));
        AnswerFrame frame = frame(session, 1);
        assertEquals(
                List.of(CNN), frame.answers().stream().map(ModelAnswer::model).toList());
        assertTrue(frame.answerOf(broken).isEmpty());
        assertTrue(frame.whySilent(broken).startsWith("The model has no answer: its numbers overflow"));
        assertEquals("", frame.whySilent(CNN));
        await(() -> !session.failure().isEmpty(), "failure");
        assertTrue(session.failure().startsWith("The model has no answer: its numbers overflow"), session.failure());
    }

    @Test
    void anImageOfAnotherSizeIsTheCallersFault() {
        AnswerSession session = start();
        assertEquals(
                "image: expected 784 pixels, but got 783",
                assertThrows(IllegalArgumentException.class, () -> session.ask(1, new float[783]))
                        .getMessage());
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
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
        System.out.println("closed after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertEquals(List.of(), session.takeMeasurements());
    }

    private static void assertSameModels(List<ImageModel> expected, List<ImageModel> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertSame(expected.get(i), found.get(i));
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
