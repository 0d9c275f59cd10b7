package org.penumbra.view.draw.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.archive.Models;
import org.penumbra.kit.ModelAnswers;
import org.penumbra.kit.SmallDetector;
import org.penumbra.live.draw.JudgedAnswer;

/** A detector's acceptance against its threshold, as it is told to a person. */
class DetectorReadingTest {

    private static DetectorReading reading(double acceptance, double tau) {
        float[] y = new float[10];
        y[4] = 1;
        return new DetectorReading(
                JudgedAnswer.of(
                        SmallDetector.of("energy", tau, evidence -> acceptance),
                        ModelAnswers.of(
                                        Models.shipped("mnist-cnn"),
                                        y,
                                        new float[0],
                                        Double.NaN,
                                        Optional.empty(),
                                        false)
                                .evidence(),
                        tau),
                Collections.nCopies(10, "four"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.003, 0.01, 0.003 < 0.01",
        "0.00999, 0.01, 0.00999 < 0.01",
        "0.0099999, 0.01, 0.0099999 < 0.01",
        "0.8999999, 0.9, 0.8999999 < 0.9",
        "0.25, 0.01, 0.25 \u2265 0.01",
        "0.99999, 0.9, 0.999 \u2265 0.9",
        "1, 0.9, 1 \u2265 0.9",
        "0.9, 0.9, 0.9 \u2265 0.9",
        "0, 0.5, 0 < 0.5",
        "1e-12, 0.5, 1\u00b710\u207b\u00b9\u00b2 < 0.5"
    })
    void aNumberNeverReadsLikeAThresholdThatItMisses(double acceptance, double tau, String words) {
        assertEquals(words, reading(acceptance, tau).scale());
        assertEquals(
                acceptance >= tau ? "four" : "unknown", reading(acceptance, tau).headline());
    }

    @Test
    void whatIsNoNumberIsNotHeldAgainstAThreshold() {
        assertEquals("not a number", reading(Double.NaN, 0.5).scale());
        assertEquals("unknown", reading(Double.NaN, 0.5).headline());
    }
}
