package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GammaEstimateTest {

    /** 1, 2, 3, 6 have the mean 3 and the squared distances 4, 1, 0, 9: variance 14/3, over 4 probes 7/6. */
    @Test
    void standardErrorIsTheUnbiasedDeviationOverTheRootOfTheProbes() {
        GammaEstimate estimate = GammaEstimate.of(new double[] {1, 2, 3, 6});
        assertEquals(3, estimate.mean(), 1e-15);
        assertEquals(Math.sqrt(7.0 / 6), estimate.standardError(), 1e-15);
        assertEquals(4, estimate.probes());
    }

    @Test
    void joiningIsAsIfAllProbesHadBeenDrawnAtOnce() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = random.doubles(30, -2, 0).toArray();
        GammaEstimate whole = GammaEstimate.of(values);
        for (int cut = 1; cut < 30; cut++) {
            GammaEstimate joined = GammaEstimate.of(Arrays.copyOf(values, cut))
                    .and(GammaEstimate.of(Arrays.copyOfRange(values, cut, 30)));
            assertEquals(whole.mean(), joined.mean(), 1e-14);
            assertEquals(whole.standardError(), joined.standardError(), 1e-14);
            assertEquals(30, joined.probes());
        }
    }

    @Test
    void oneProbeKnowsNoErrorButTwoJoinedDo() {
        GammaEstimate one = GammaEstimate.of(new double[] {-0.5});
        assertTrue(Double.isNaN(one.standardError()));
        assertEquals(0.25, one.and(GammaEstimate.of(new double[] {-1})).standardError(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> new GammaEstimate(0, 0, 0));
    }
}
