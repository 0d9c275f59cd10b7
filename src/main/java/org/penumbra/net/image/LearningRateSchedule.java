package org.penumbra.net.image;

import java.util.Locale;

/** How the learning rate changes over a run. */
public enum LearningRateSchedule {

    /** Not at all. */
    CONSTANT {
        @Override
        public double factor(double progress) {
            return 1;
        }
    },

    /** Half a cosine from the full rate to none: Loshchilov and Hutter, "SGDR", 2017, without restarts. */
    COSINE {
        @Override
        public double factor(double progress) {
            return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
        }
    },

    /**
     * {@link #COSINE}, but rising from next to nothing over the first quarter of the run. Autoencoders want it where a run
     * is short: at the full rate Adam's first steps push the sigmoid at the end to black, where its slope is next to 0,
     * and it takes thousands of steps to come back.
     */
    WARM_COSINE {
        @Override
        public double factor(double progress) {
            double warmth = Math.min(1, (progress + LEAST_WARMTH) / WARM_UP);
            return warmth * COSINE.factor(progress);
        }
    };

    /** Share of the run in which the rate rises. */
    private static final double WARM_UP = 0.25;
    /** So that the first step moves. */
    private static final double LEAST_WARMTH = 1e-3;

    /** What files and menus call it: "constant", "cosine", "warm-cosine". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What the learning rate is multiplied by.
     *
     * @param progress share of the run that is done, 0 to 1
     */
    public abstract double factor(double progress);
}
