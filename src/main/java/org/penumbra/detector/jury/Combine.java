package org.penumbra.detector.jury;

import java.util.Locale;

/**
 * How the jurors' scores become one. Each is the score of one input, larger for better known; only its order means something.
 */
public enum Combine {
    /**
     * The least share: the input is as strange as it is to the strictest juror. Where the least shares are equal, the mean of the
     * logarithms decides, as the least alone leaves many ties.
     */
    LEAST {
        @Override
        double score(double[] shares, double[] standard, int heldOut) {
            double least = 1;
            double sum = 0;
            for (double share : shares) {
                least = share < least || Double.isNaN(share) ? share : least;
                sum += Math.log(share);
            }
            // Two different shares are at least this far apart, and means of logarithms at most the other.
            double apart = Math.log1p(1.0 / (heldOut + 1));
            double most = Math.log(heldOut + 1.0);
            return Math.log(least) + apart / (2 * most) * (sum / shares.length);
        }
    },
    /** The product of the shares, as the mean of their logarithms: jurors who doubt a little add up. Source: Fisher, 1925. */
    PRODUCT {
        @Override
        double score(double[] shares, double[] standard, int heldOut) {
            double sum = 0;
            for (double share : shares) {
                sum += Math.log(share);
            }
            return sum / shares.length;
        }
    },
    /**
     * The mean of the jurors' rankings in standard deviations from the mean of held-out inputs, none above 0: that an input is
     * better known than most to one juror does not make up for another's doubt.
     */
    STANDARD {
        @Override
        double score(double[] shares, double[] standard, int heldOut) {
            double sum = 0;
            for (double one : standard) {
                sum += Math.min(0, one);
            }
            return sum / standard.length;
        }
    };

    /**
     * One score.
     *
     * @param shares   conformal, of each juror, in (0, 1] or NaN
     * @param standard each juror's ranking, in standard deviations above the mean of held-out inputs, or NaN
     * @param heldOut  how many inputs the shares are of
     */
    abstract double score(double[] shares, double[] standard, int heldOut);

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is called so, which must exist. */
    static Combine of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
