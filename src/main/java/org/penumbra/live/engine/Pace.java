package org.penumbra.live.engine;

/**
 * When the engine takes a step and when it draws. A frame is drawn by the other cores while training goes on; if they
 * will not have finished when the next one is due, the engine helps.
 */
public final class Pace {

    /** Between frames at least unless told otherwise, nanoseconds: 23 a second. */
    private static final long FRAME_INTERVAL = 43_000_000;
    /** However slow frames are, the engine spends at most one part in so many on helping with them. */
    private static final double FRAME_TO_HELP = 2.25;
    /** A frame should be ready so long before the next one begins, nanoseconds. */
    private static final long MARGIN = 3_000_000;
    /** How often an idle engine looks whether its last frame was taken, nanoseconds. */
    public static final long FRAME_POLL = 4_000_000;

    /** Rates are measured over windows of this length, nanoseconds. */
    private static final long RATE_WINDOW = 500_000_000;

    private final long frameInterval;
    private final Interval reports = Interval.ofReports();
    private double nanosPerStep;
    private double nextStep;
    private long nextFrame;
    private long frameStart;
    private double fieldsMillis;
    private double helpMillis;
    private double helpShare;
    private long helping;
    private long windowStart;
    private long windowSteps;
    private double rate;

    public Pace() {
        this(FRAME_INTERVAL);
    }

    /** @param frameInterval between the beginnings of two frames at least, nanoseconds */
    public Pace(long frameInterval) {
        this.frameInterval = frameInterval;
        restart();
    }

    /** Forgets what was due; for when playing begins. */
    public void restart() {
        long now = System.nanoTime();
        nextStep = now;
        nextFrame = now;
        reports.end();
        windowStart = now;
        windowSteps = 0;
        rate = 0;
    }

    public void speed(Speed speed) {
        nanosPerStep = 1e9 / speed.stepsPerSecond();
        nextStep = System.nanoTime();
    }

    /** Changes the speed little by little: the next step comes when it was due. @param stepsPerSecond above 0 */
    public void follow(double stepsPerSecond) {
        nanosPerStep = 1e9 / stepsPerSecond;
    }

    /** Nanoseconds until the next step may be taken, 0 if now. */
    public long untilNextStep() {
        return nanosPerStep == 0 ? 0 : (long) Math.max(0, nextStep - System.nanoTime());
    }

    public void stepped() {
        long now = System.nanoTime();
        // A step that came late does not make the following ones come in a rush.
        nextStep = Math.max(nextStep + nanosPerStep, now - nanosPerStep);
        windowSteps++;
        if (now - windowStart >= RATE_WINDOW) {
            rate = windowSteps * 1e9 / (now - windowStart);
            windowStart = now;
            windowSteps = 0;
        }
    }

    /** Nanoseconds until the next frame may be drawn, 0 if now. */
    public long untilNextFrame() {
        return Math.max(0, nextFrame - System.nanoTime());
    }

    public void frameBegun() {
        frameStart = System.nanoTime();
        nextFrame = frameStart + frameInterval;
        helping = 0;
    }

    /**
     * Whether the engine should stop training and help with the frame, for it to be ready in time.
     *
     * @param left share of the frame's work that nobody has taken yet, 0 to 1
     */
    public boolean helpDue(double left) {
        return System.nanoTime() + left * helpMillis * 1e6 >= frameStart + frameInterval - MARGIN;
    }

    /** The engine begins to help. @param left as in {@link #helpDue} */
    public void helpBegun(double left) {
        helping = System.nanoTime();
        helpShare = left;
    }

    public void frameShown() {
        long now = System.nanoTime();
        fieldsMillis = smooth(fieldsMillis, (now - frameStart) / 1e6);
        // From a small rest one can't tell how long the whole takes.
        if (helpShare > 0.1) {
            helpMillis = smooth(helpMillis, (now - helping) / 1e6 / helpShare);
        }
        nextFrame = Math.max(nextFrame, frameStart + (long) (FRAME_TO_HELP * (now - helping)));
    }

    private static double smooth(double mean, double newest) {
        return mean == 0 ? newest : 0.8 * mean + 0.2 * newest;
    }

    public boolean reportDue() {
        long now = System.nanoTime();
        if (!reports.isOver(now)) {
            return false;
        }
        reports.begin(now);
        return true;
    }

    /** Steps a second lately; measured since the start until the first window is full. */
    public double stepsPerSecond() {
        double seconds = (System.nanoTime() - windowStart) / 1e9;
        return rate > 0 ? rate : seconds > 0.05 ? windowSteps / seconds : 0;
    }

    /** From the beginning of a set of fields until it is shown, a moving mean, ms. */
    public double fieldsMillis() {
        return fieldsMillis;
    }
}
