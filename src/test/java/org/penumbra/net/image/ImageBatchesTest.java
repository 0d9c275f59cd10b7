package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;

/** What a training step is given. */
class ImageBatchesTest {

    private static final int COUNT = 32;
    private static final ImageSet DIGITS = new BuiltInDigits(200, 10, 1).make().training();

    private static ImageBatches batches(double sigma, double clutter, double dropout) {
        ImageTrainingSettings settings = new ImageTrainingSettings(
                7, 1e-3, LearningRateSchedule.CONSTANT, sigma, clutter, 5, dropout, COUNT, 3, 0);
        return new ImageBatches(settings, DIGITS, new Seeds(7));
    }

    private static float[] row(float[] rows, int row, int width) {
        return Arrays.copyOfRange(rows, row * width, (row + 1) * width);
    }

    @Test
    void rowsAreTheSameInWhateverOrderTheyArePrepared() {
        ImageBatches whole = batches(0.1, 0.5, 0.3);
        ImageBatches parts = batches(0.1, 0.5, 0.3);
        for (long step = 0; step < 3; step++) {
            ImageBatch one = whole.next(step);
            whole.prepare(0, COUNT);
            ImageBatch other = parts.next(step);
            parts.prepare(20, 12);
            parts.prepare(0, 5);
            parts.prepare(5, 15);
            assertArrayEquals(one.labels(), other.labels());
            assertArrayEquals(one.clean(), other.clean());
            assertArrayEquals(one.corrupted(), other.corrupted());
            assertArrayEquals(one.mask(), other.mask());
        }
    }

    @Test
    void whatClutterHidHasNoClassAndIsTheMeanWhileTheOthersKeepTheirs() {
        ImageBatch plain = prepared(batches(0, 0, 0));
        ImageBatch cluttered = prepared(batches(0, 0.5, 0));
        float[] mean = DIGITS.mean();
        int hidden = 0;
        for (int row = 0; row < COUNT; row++) {
            float[] clean = row(cluttered.clean(), row, 784);
            if (cluttered.labels()[row] == ImageBatch.NO_CLASS) {
                hidden++;
                assertArrayEquals(mean, clean);
            } else {
                assertEquals(plain.labels()[row], cluttered.labels()[row]);
                assertArrayEquals(row(plain.clean(), row, 784), clean);
                assertArrayEquals(clean, row(cluttered.corrupted(), row, 784));
            }
        }
        assertTrue(hidden > COUNT / 8 && hidden < COUNT, hidden + " of " + COUNT);
        assertNotEquals(-1, plain.labels()[0]);
    }

    @Test
    void aStepAfterClutterHasItsOwnLabelsAgain() {
        ImageBatches cluttered = batches(0, 0.5, 0);
        ImageBatches plain = batches(0, 0, 0);
        prepared(cluttered);
        prepared(plain);
        ImageBatch second = cluttered.next(1);
        cluttered.prepare(0, COUNT);
        ImageBatch expected = plain.next(1);
        plain.prepare(0, COUNT);
        for (int row = 0; row < COUNT; row++) {
            if (second.labels()[row] != ImageBatch.NO_CLASS) {
                assertEquals(expected.labels()[row], second.labels()[row], "row " + row);
            }
        }
    }

    @Test
    void withoutCorruptionTheNetworkSeesTheCleanImagesThemselves() {
        ImageBatch plain = prepared(batches(0, 0, 0));
        assertSame(plain.clean(), plain.corrupted());
        assertFalse(plain.isCorrupted());
        assertNull(plain.mask());
        ImageBatch noisy = prepared(batches(0.1, 0, 0.25));
        assertArrayEquals(plain.clean(), noisy.clean());
        assertFalse(Arrays.equals(noisy.clean(), noisy.corrupted()));
        for (float kept : noisy.mask()) {
            assertTrue(kept == 0 || kept == 4f / 3, "mask " + kept);
        }
    }

    private static ImageBatch prepared(ImageBatches batches) {
        ImageBatch batch = batches.next(0);
        batches.prepare(0, COUNT);
        return batch;
    }
}
