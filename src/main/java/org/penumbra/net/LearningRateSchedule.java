package org.penumbra.net;

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
    };

    /**
     * What the learning rate is multiplied by.
     *
     * @param progress share of the run that is done, 0 to 1
     */
    public abstract double factor(double progress);
}
