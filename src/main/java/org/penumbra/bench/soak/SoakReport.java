package org.penumbra.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What minutes of use have left.
 *
 * @param seed         of the hand
 * @param actions      how often it did something
 * @param frames       drawn a second
 * @param longestPause of the window's thread, ms
 * @param tooLong      pauses over the limit
 * @param places       what the window's thread was at in pauses over the limit, a line each
 * @param samples      from the end of the first minutes, in which all is opened, to the end
 * @param errors       nobody expected, a line each
 */
record SoakReport(
        long seed,
        long actions,
        double frames,
        double longestPause,
        long tooLong,
        List<String> places,
        List<Sample> samples,
        List<String> errors) {

    private static final double MOST_GROWTH = 0.10;
    /** As many samples at the beginning and at the end are taken together: what is open differs from one to the next. */
    private static final int TOGETHER = 3;

    private static final int MOST_PLACES = 20;

    private static final double MEGABYTE = 1e6;

    /**
     * The share by which something has grown between the first samples and the last; 0 where it has not, or was never told.
     *
     * @param of what is looked at, of a sample
     */
    double growth(ToLongFunction<Sample> of) {
        int count = Math.min(TOGETHER, samples.size() / 2);
        if (count == 0) {
            return 0;
        }
        long first = median(samples.subList(0, count), of);
        long last = median(samples.subList(samples.size() - count, samples.size()), of);
        return first == 0 ? 0 : Math.max(0, (double) last / first - 1);
    }

    private static long median(List<Sample> samples, ToLongFunction<Sample> of) {
        return samples.stream().mapToLong(of).sorted().toArray()[samples.size() / 2];
    }

    /** What is not as it should be, a sentence each; empty where all is. @param pauseLimit ms */
    List<String> faults(double pauseLimit) {
        List<String> faults = new ArrayList<>();
        grown(faults, "heap", growth(Sample::heap));
        grown(faults, "resident memory", growth(Sample::resident));
        grown(faults, "number of threads", growth(Sample::threads));
        if (tooLong > 0) {
            faults.add(String.format(
                    Locale.ROOT,
                    "the window's thread paused %d times for more than %.0f ms, at most for %.0f ms",
                    tooLong,
                    pauseLimit,
                    longestPause));
        }
        errors.forEach(error -> faults.add("an error: " + error));
        return faults;
    }

    private static void grown(List<String> faults, String what, double growth) {
        if (growth > MOST_GROWTH) {
            faults.add(String.format(Locale.ROOT, "the %s grew by %.0f %%", what, 100 * growth));
        }
    }

    /** The figures as lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "seed %d, %d actions, %.1f frames/s, longest pause %.0f ms, %d pauses too long, %d errors",
                seed,
                actions,
                frames,
                longestPause,
                tooLong,
                errors.size()));
        places.stream().limit(MOST_PLACES).forEach(place -> lines.add("  paused at " + place));
        lines.add("second   heap MB   resident MB   threads   errors");
        for (Sample sample : samples) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%6.0f   %7.1f   %11.1f   %7d   %6d",
                    sample.second(),
                    sample.heap() / MEGABYTE,
                    sample.resident() / MEGABYTE,
                    sample.threads(),
                    sample.errors()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "growth: heap %.1f %%, resident memory %.1f %%, threads %.1f %%",
                100 * growth(Sample::heap),
                100 * growth(Sample::resident),
                100 * growth(Sample::threads)));
        return lines;
    }
}
