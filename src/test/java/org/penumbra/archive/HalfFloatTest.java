package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalfFloatTest {

    @Test
    void everyHalfIsTheSameAfterAWayThroughFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfFloat.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertEquals((short) bits, HalfFloat.of(value), Integer.toHexString(bits));
            }
        }
        assertTrue(Float.isNaN(HalfFloat.toFloat(HalfFloat.of(Float.NaN))));
    }

    @Test
    void knownNumbersHaveTheirBits() {
        assertEquals((short) 0x3C00, HalfFloat.of(1f));
        assertEquals((short) 0xC000, HalfFloat.of(-2f));
        assertEquals((short) 0x7BFF, HalfFloat.of(65_504f));
        assertEquals((short) 0x3555, HalfFloat.of(1f / 3));
        assertEquals((short) 0x0001, HalfFloat.of(0x1p-24f));
        assertEquals((short) 0x0400, HalfFloat.of(0x1p-14f));
        assertEquals((short) 0x8000, HalfFloat.of(-0f));
        assertEquals((short) 0x7C00, HalfFloat.of(65_520f));
        assertEquals((short) 0x7BFF, HalfFloat.of(65_519.996f));
        assertEquals((short) 0x7C00, HalfFloat.of(Float.POSITIVE_INFINITY));
    }

    @Test
    void roundsToTheNearestAndTiesToEven() {
        // Between 1 and 2 halves are 2^-10 apart.
        assertEquals(1f, HalfFloat.toFloat(HalfFloat.of(1f + 0x1p-11f)));
        assertEquals(1f + 0x1p-9f, HalfFloat.toFloat(HalfFloat.of(1f + 3 * 0x1p-11f)));
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            float value = (float) ((random.nextDouble() - 0.5) * Math.pow(2, random.nextInt(-26, 17)));
            float rounded = HalfFloat.toFloat(HalfFloat.of(value));
            double step = Math.max(Math.pow(2, Math.getExponent(value) - 10), 0x1p-24);
            assertTrue(
                    Math.abs((double) rounded - value) <= step / 2, "seed " + seed + ": " + value + " -> " + rounded);
        }
    }

    @Test
    void weightsAreRoundedAsFilesKeepThem() {
        float[] values = {1f / 3, -1e-9f, 0.1f};
        assertArrayEquals(values, WeightType.FLOAT32.rounded(values));
        assertArrayEquals(new float[] {0.33325195f, -0f, 0.099975586f}, WeightType.FLOAT16.rounded(values));
    }
}
