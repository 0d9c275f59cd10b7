package org.penumbra.command.console;

import java.io.PrintStream;
import java.util.Locale;
import org.penumbra.net.StepLosses;

/** A plain line after the first step and after every tenth of the way: for logs and pipes. */
final class ProgressInLines implements Progress {

    private static final int LINES = 10;

    private final PrintStream err;
    private final long steps;
    private final long start = System.nanoTime();
    private long next = 1;

    ProgressInLines(PrintStream err, long steps) {
        this.err = err;
        this.steps = steps;
    }

    @Override
    public void after(long step, StepLosses losses) {
        if (step < next) {
            return;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        err.printf(
                Locale.ROOT,
                "step %d of %d (%d %%), %.1f s, loss: classification %.4g, reconstruction %.4g%n",
                step,
                steps,
                100 * step / steps,
                seconds,
                losses.classification(),
                losses.reconstruction());
        long tenth = LINES * step / steps + 1;
        next = Math.max(step + 1, (tenth * steps + LINES - 1) / LINES);
    }

    @Override
    public void close() {
        err.flush();
    }
}
