package org.penumbra.view.lab;

import java.time.Duration;
import org.penumbra.live.engine.EngineStatus;

/**
 * How long the present run of a lab has been played since it was begun or last kept: what a person would have to wait for
 * once more. Belongs to one thread.
 */
public final class PlayedTime {

    private static final Duration MUCH = Duration.ofMinutes(1);

    private int generation = -1;
    private boolean running;
    private long looked;
    private long nanos;

    /**
     * Looks how the engine is doing; called again and again.
     *
     * @param status now; another generation is another run
     * @param now    nanoseconds of a clock that only goes on
     */
    public void look(EngineStatus<?> status, long now) {
        if (status.generation() != generation) {
            generation = status.generation();
            nanos = 0;
        } else if (running) {
            nanos += Math.max(0, now - looked);
        }
        running = status.state() == EngineStatus.State.RUNNING;
        looked = now;
    }

    /** What has been played so far was saved: it is lost no more. */
    public void kept() {
        nanos = 0;
    }

    /** Since the run was begun or last kept. */
    public Duration length() {
        return Duration.ofNanos(nanos);
    }

    /** Whether a person would miss it: a minute or more. */
    public boolean isMuch() {
        return isMuch(length());
    }

    /** Whether a person would miss what takes so long. */
    public static boolean isMuch(Duration length) {
        return length.compareTo(MUCH) >= 0;
    }

    /** The length for a sentence: "1 minute", "12 minutes", "2 hours and 1 minute". Less than a minute is "0 minutes". */
    public String words() {
        return words(length());
    }

    /** Any length for a sentence, likewise. */
    public static String words(Duration length) {
        String minutes = count(length.toMinutesPart(), "minute");
        if (length.toHours() == 0) {
            return minutes;
        }
        String hours = count(length.toHours(), "hour");
        return length.toMinutesPart() == 0 ? hours : hours + " and " + minutes;
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
