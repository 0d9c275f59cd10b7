package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RoundedScoreTest {

    @Test
    void aScoreBelowADecimalNumberDoesNotReadAsReachingIt() {
        assertEquals("0.899", RoundedScore.text(0.89999, 3));
        assertEquals("0.999", RoundedScore.text(0.9999999, 3));
        assertEquals("99.9", RoundedScore.percent(0.9999999));
        assertEquals("1.000", RoundedScore.text(1, 3));
        assertEquals("100.0", RoundedScore.percent(1));
    }

    @Test
    void everyDecimalNumberReadsAsItselfAlsoWhereAProductEndsABitBelow() {
        for (int thousandths = 1; thousandths <= 1000; thousandths++) {
            double score = thousandths / 1000.0;
            String expected = String.format(Locale.ROOT, "%.3f", score);
            assertEquals(expected, RoundedScore.text(score, 3));
            assertEquals(expected, RoundedScore.text(Math.nextDown(score), 3));
            assertEquals(String.format(Locale.ROOT, "%.1f", 100 * score), RoundedScore.percent(Math.nextDown(score)));
        }
    }

    @Test
    void noScoreStaysNone() {
        assertEquals(Double.NaN, RoundedScore.down(Double.NaN, 3));
        assertEquals("NaN", RoundedScore.text(Double.NaN, 2));
    }
}
