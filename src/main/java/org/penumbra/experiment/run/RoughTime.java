package org.penumbra.experiment.run;

/** A time that is only roughly known, in words that do not pretend more. */
public final class RoughTime {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private RoughTime() {}

    /** For the middle of a sentence, after "about": "10 s", "4 min", "1 h 20 min", "3 days". @param seconds at least 0 */
    public static String words(double seconds) {
        if (seconds < 95) {
            return Math.max(5, 10 * Math.round(seconds / 10)) + " s";
        }
        if (seconds < 90 * MINUTE) {
            return Math.round(seconds / MINUTE) + " min";
        }
        if (seconds < 12 * HOUR) {
            long tens = Math.round(seconds / (10 * MINUTE));
            return tens / 6 + " h" + (tens % 6 == 0 ? "" : " " + 10 * (tens % 6) + " min");
        }
        return seconds < 2 * DAY ? Math.round(seconds / HOUR) + " h" : Math.round(seconds / DAY) + " days";
    }
}
