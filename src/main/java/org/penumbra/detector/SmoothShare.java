package org.penumbra.detector;

/**
 * A smooth stand-in for a {@link Conformal} share, as a share is a flight of steps and gives an attack by gradient no
 * direction: the distribution function of the logistic distribution with the same quartiles. Its logarithm falls evenly far
 * below the known scores, where the share itself is flat. It is a direction of descent only; whether an attack has succeeded
 * is judged by the share.
 *
 * @param middle the median of the known scores
 * @param spread above 0, in the units of the score
 */
public record SmoothShare(double middle, double spread) {

    private static final double LN_3 = Math.log(3);

    public SmoothShare {
        if (!(spread > 0 && Double.isFinite(spread) && Double.isFinite(middle))) {
            throw new IllegalArgumentException(
                    "stand-in for a share: expected finite numbers and a spread above 0, but got " + middle + " and "
                            + spread);
        }
    }

    /** With the quartiles of the known scores, or their whole width where the quartiles are equal, or 1 where all are. */
    public static SmoothShare of(Conformal known) {
        double[] scores = known.heldOut();
        int last = scores.length - 1;
        double spread = (scores[last - last / 4] - scores[last / 4]) / (2 * LN_3);
        if (!(spread > 0)) {
            spread = scores[last] - scores[0];
        }
        return new SmoothShare(scores[last / 2], spread > 0 ? spread : 1);
    }

    /** {@code ln a(score)} with {@code a = 1 / (1 + exp((middle - score) / spread))}, at most 0. */
    public double log(double score) {
        double below = (middle - score) / spread;
        return below > 0 ? -below - Math.log1p(Math.exp(-below)) : -Math.log1p(Math.exp(below));
    }

    /** The slope of {@link #log} at a score, 1 / units of the score; between 0 far above and 1 / spread far below. */
    public double logSlope(double score) {
        return 1 / (spread * (1 + Math.exp((score - middle) / spread)));
    }
}
