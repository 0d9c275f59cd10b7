package org.penumbra.live;

/**
 * When the engine takes a step and when it draws. A frame is drawn by the other cores while training goes on; if they
 * have not finished when the next one is due, the engine helps. However slow frames are, training gets as long alone
 * as the last frame took.
 */
final class Pace {

    /** Between frames at least, nanoseconds: 23 a second. */
    private static final long FRAME_INTERVAL = 43_000_000;
    /** How often an idle engine looks whether its last frame was taken, nanoseconds. */
    static final long FRAME_POLL = 4_000_000;
    private static final long REPORT_INTERVAL = 100_000_000;
    /** Rates are measured over windows of this length, nanoseconds. */
    private static final long RATE_WINDOW = 500_000_000;

    private double nanosPerStep;
    private double nextStep;
    private long nextFrame;
    private long frameStart;
    private long nextReport;
    private double fieldsMillis;
    private long windowStart;
    private long windowSteps;
    private double rate;

    Pace() {
        restart();
    }

    /** Forgets what was due; for when playing begins. */
    void restart() {
        long now = System.nanoTime();
        nextStep = now;
        nextFrame = now;
        nextReport = now;
        windowStart = now;
        windowSteps = 0;
        rate = 0;
    }

    void speed(Speed speed) {
        nanosPerStep = 1e9 / speed.stepsPerSecond();
        nextStep = System.nanoTime();
    }

    /** Nanoseconds until the next step may be taken, 0 if now. */
    long untilNextStep() {
        return nanosPerStep == 0 ? 0 : (long) Math.max(0, nextStep - System.nanoTime());
    }

    void stepped() {
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
    long untilNextFrame() {
        return Math.max(0, nextFrame - System.nanoTime());
    }

    void frameBegun() {
        frameStart = System.nanoTime();
        nextFrame = frameStart + Math.max(FRAME_INTERVAL, (long) (fieldsMillis * 1e6));
    }

    void frameShown() {
        double millis = (System.nanoTime() - frameStart) / 1e6;
        fieldsMillis = fieldsMillis == 0 ? millis : 0.8 * fieldsMillis + 0.2 * millis;
    }

    boolean reportDue() {
        long now = System.nanoTime();
        if (now < nextReport) {
            return false;
        }
        nextReport = now + REPORT_INTERVAL;
        return true;
    }

    /** Steps a second lately; measured since the start until the first window is full. */
    double stepsPerSecond() {
        double seconds = (System.nanoTime() - windowStart) / 1e9;
        return rate > 0 ? rate : seconds > 0.05 ? windowSteps / seconds : 0;
    }

    /** From the beginning of a set of fields until it is shown, a moving mean, ms. */
    double fieldsMillis() {
        return fieldsMillis;
    }
}
