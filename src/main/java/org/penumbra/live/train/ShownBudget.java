package org.penumbra.live.train;

/**
 * Keeps what is shown of a run below a share of the run's time. Whole validations come when they come; what they take is
 * reckoned in advance, and frames get the rest, at least half a hundredth: a third for glances (filters and a few
 * reconstructions), two thirds for samples (answers to hundreds of images).
 */
final class ShownBudget {

    /** What time is spent on. */
    enum Cost {
        VALIDATION,
        SAMPLE,
        GLANCE
    }

    /** Share of the run's time for all that is shown. */
    private static final double TOTAL = 0.03;

    private static final double LEAST_FRAMES = 0.005;
    private static final double SAMPLES = 2 / 3.0;
    /** A run begins with so much to spend on samples, nanoseconds: the beginning is when most changes. */
    private static final double FIRST_SAMPLE = 50e6;
    /** Between samples, nanoseconds: from the first to the second as the run grows older. */
    private static final double SHORTEST = 1e9;

    private static final double LONGEST = 10e9;
    private static final double OF_AGE = 0.25;
    /** Between glances at least, nanoseconds. */
    private static final long GLANCE_INTERVAL = 500_000_000L;

    private static final int FEWEST = 50;
    private static final double NEWEST = 0.2;

    /** Held-out images asked for each training image, on average over the run. */
    private final double askedPerTrained;

    private double trained;
    private double shown;
    private double nanosPerTrained;
    private double nanosPerAsked;
    private double nanosPerGlance;
    private double forSamples = FIRST_SAMPLE;
    private double forGlances;
    private long lastSample;
    private long lastGlance;

    /**
     * @param askedPerTrained images asked at validations for each image trained on, at least 0
     * @param now             nanoseconds
     */
    ShownBudget(double askedPerTrained, long now) {
        this.askedPerTrained = askedPerTrained;
        lastSample = now;
        lastGlance = now;
    }

    /** A step was taken. */
    void trained(long nanos, int images) {
        trained += nanos;
        nanosPerTrained = smooth(nanosPerTrained, (double) nanos / images);
        double frames = nanos * frameShare();
        // What nobody looked at is not saved up: it would be spent at once when somebody looks again.
        forSamples = Math.min(forSamples + SAMPLES * frames, Math.max(FIRST_SAMPLE, SAMPLES * TOTAL * LONGEST));
        forGlances = Math.min(forGlances + (1 - SAMPLES) * frames, Math.max(2 * nanosPerGlance, 1));
    }

    private double frameShare() {
        double validation = askedPerTrained * nanosPerAsked / Math.max(1, nanosPerTrained);
        return Math.max(LEAST_FRAMES, TOTAL - validation);
    }

    /** Images were asked about, whether that is charged or not: so it learns what an answer costs. */
    void asked(long nanos, int images) {
        nanosPerAsked = smooth(nanosPerAsked, (double) nanos / images);
    }

    /** Time went into what is shown rather than into training. */
    void spent(Cost cost, long nanos) {
        shown += nanos;
        if (cost == Cost.SAMPLE) {
            forSamples -= nanos;
        } else if (cost == Cost.GLANCE) {
            forGlances -= nanos;
            nanosPerGlance = smooth(nanosPerGlance, nanos);
        }
    }

    /** Whether a frame may be made without asking samples anew. */
    boolean glanceDue(long now) {
        return now - lastGlance >= GLANCE_INTERVAL && forGlances >= nanosPerGlance;
    }

    void glanced(long now) {
        lastGlance = now;
    }

    /** How many images may be asked about now, 0 while none. */
    int sampleDue(long now) {
        double pause = Math.max(SHORTEST, Math.min(LONGEST, OF_AGE * (trained + shown)));
        if (now - lastSample < pause || forSamples <= 0 || nanosPerAsked == 0) {
            return 0;
        }
        int images = (int) Math.min(Integer.MAX_VALUE, forSamples / nanosPerAsked);
        return images < FEWEST ? 0 : images;
    }

    void sampled(long now) {
        lastSample = now;
    }

    /** Share of the run's time that went into what is shown, 0 to 1. */
    double share() {
        return shown == 0 ? 0 : shown / (shown + trained);
    }

    private static double smooth(double mean, double newest) {
        return mean == 0 ? newest : (1 - NEWEST) * mean + NEWEST * newest;
    }
}
