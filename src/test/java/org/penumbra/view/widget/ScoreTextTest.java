package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How scores read. */
class ScoreTextTest {

    @Test
    void aScoreIsRoundedDownSoThatItNeverReadsAsReachingAThresholdItMissed() {
        assertEquals("0.899", ScoreText.of(0.89999, 3));
        assertEquals("0.900", ScoreText.of(0.9, 3));
        assertEquals("0.99", ScoreText.of(0.99999, 2));
        assertEquals("1.00", ScoreText.of(1, 2));
        assertEquals("0.010", ScoreText.of(0.01, 3));
    }

    @Test
    void aSmallScoreDoesNotReadAsNothing() {
        assertEquals("0.0004", ScoreText.of(0.0004, 2));
        assertEquals("0.0004", ScoreText.of(0.00049, 3));
        assertEquals("0.009", ScoreText.of(0.0099, 2));
        assertEquals("0.001", ScoreText.of(0.001, 2));
        assertEquals("4\u00b710\u207b\u2078", ScoreText.of(4.9e-8, 3));
        assertEquals("9\u00b710\u207b\u00b9\u00b2", ScoreText.of(9.99e-12, 2));
        assertEquals("1\u00b710\u207b\u2075", ScoreText.of(1e-5, 3));
    }

    @Test
    void nothingIsZeroAndNoScoreIsADash() {
        assertEquals("0", ScoreText.of(0, 3));
        assertEquals("\u2013", ScoreText.of(Double.NaN, 3));
    }
}
