package org.penumbra.view.experiments;

/** Lengths of time as they are said. */
final class DurationWords {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private DurationWords() {}

    /** "40 s", "2 min", "3 h 20 min", "2 days 4 h"; as nobody knows more of what is to come. */
    static String of(double seconds) {
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return Math.max(1, whole) + " s";
        }
        if (whole < HOUR) {
            return Math.round(seconds / MINUTE) + " min";
        }
        if (whole < DAY) {
            return two(whole / HOUR, " h", whole % HOUR / MINUTE, " min");
        }
        return two(whole / DAY, whole / DAY == 1 ? " day" : " days", whole % DAY / HOUR, " h");
    }

    private static String two(long large, String unit, long small, String smaller) {
        return large + unit + (small == 0 ? "" : " " + small + smaller);
    }
}
