package org.penumbra.detector.jury;

import java.util.Arrays;
import org.penumbra.detector.Conformal;

/**
 * What the rankings of one juror are held against.
 *
 * @param known  its rankings of held-out inputs
 * @param mean   of these
 * @param spread their standard deviation; 1 where all are equal
 */
public record JurorScale(Conformal known, double mean, double spread) {

    /** Of rankings in any order, none NaN, at least one. Such as are infinite are of no account for mean and spread. */
    public static JurorScale of(double[] rankings) {
        double[] finite = Arrays.stream(rankings).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(finite).average().orElse(0);
        double variance = Arrays.stream(finite)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElse(0);
        return new JurorScale(Conformal.of(rankings), mean, variance > 0 ? Math.sqrt(variance) : 1);
    }

    /** In standard deviations above the mean of held-out inputs. */
    public double standard(double ranking) {
        return (ranking - mean) / spread;
    }
}
