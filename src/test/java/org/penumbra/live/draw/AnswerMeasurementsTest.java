package org.penumbra.live.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.penumbra.kit.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.NoiseImages;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;

/** The engine that answers drawings, asked about whole sets of images. */
@Timeout(180)
class AnswerMeasurementsTest extends AnswerSessionCase {

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
        await(
                () -> {
                    taken.addAll(session.takeMeasurements());
                    return taken.size() == 4;
                },
                "four measurements");
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
        await(() -> taken.addAll(session[0].takeMeasurements()), "the measurement");
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
        await(() -> taken.addAll(session.takeMeasurements()), "the measurement");
        assertMeasured(taken.get(0), ASYM, "m", DIGITS, true);
    }

    @Test
    void aMeasurementThatFailsIsSaidAndAnswersGoOn() {
        AnswerSession session = start();
        session.models(List.of(CNN));
        session.measure(CNN, "my images", new NoiseImages(3, 20, 1).make(), true);
        await(() -> !session.failure().isEmpty(), "failure");
        assertEquals(
                "Measuring \"my images\" failed: expected images of 28 x 28 pixels, but got 20 x 20. Choose other models "
                        + "or images; the log has the details.",
                session.failure());
        session.ask(2, DIGITS.image(2));
        assertEquals(1, frame(session, 2).answers().size());
        session.measure(CNN, "others", DIGITS.part(0, 3), true);
        List<Measurement> taken = new ArrayList<>();
        await(() -> taken.addAll(session.takeMeasurements()), "the next measurement");
        assertEquals("others", taken.get(0).name());
        assertFalse(session.failure().isEmpty(), "it stays until models are chosen");
        session.models(List.of(CNN));
        await(() -> session.failure().isEmpty(), "the failure to be cleared");
    }

    private static void assertMeasured(
            Measurement measured, ImageModel model, String name, ImageSet images, boolean known) {
        assertSame(model, measured.model());
        assertEquals(name, measured.name());
        try (ImageClassifier network = model.network()) {
            TopAnswers expected = TopAnswers.of(ImageAnswers.of(network, images), known);
            // Batches of another size may add in another order.
            assertArrayEquals(expected.scores(), measured.answers().scores(), 1e-4f);
            assertArrayEquals(expected.errors(), measured.answers().errors(), 1e-4f);
            assertArrayEquals(expected.right(), measured.answers().right());
        }
    }
}
