package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.penumbra.net.image.ImageAnswers;

class ImageMetricsTest {

    private static final ImageAnswers ANSWERS = new ImageAnswers(
            2, new float[] {1f, 0f, 0.2f, 0.8f, 0.95f, 0.05f, 0.4f, 0.6f}, new float[] {1, 2, 4, 1}, new int[] {
                0, 1, 1, 1
            });

    @Test
    void countsAnAnswerWhenItIsRightAndSureEnough() {
        assertEquals(0.75, ANSWERS.accuracy());
        TopAnswers tops = TopAnswers.of(ANSWERS, true);
        assertEquals(0.75, tops.accuracy(0, 0));
        assertEquals(0.25, tops.accuracy(0.9, 0));
        assertEquals(0.5, tops.accepted(0.9, 0));
        // exp(-78.4/784 * 4) * 0.95 is below 0.9, exp(-0.1) * 1 above.
        assertEquals(0.25, tops.accepted(0.9, 78.4));
        assertArrayEquals(new int[][] {{1, 0}, {1, 2}}, ImageMetrics.confusion(ANSWERS));
    }

    @Test
    void quantilesInterpolate() {
        float[] values = {4, 1, 3, 2};
        assertEquals(2.5, ImageMetrics.quantile(values, 0.5));
        assertEquals(3.97, ImageMetrics.quantile(values, 0.99), 1e-6);
        assertArrayEquals(new float[] {1, 2.5f, 4}, ImageMetrics.quantiles(values, 3));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThrows(IllegalArgumentException.class, () -> ImageMetrics.quantile(new float[0], 0.5));
    }
}
