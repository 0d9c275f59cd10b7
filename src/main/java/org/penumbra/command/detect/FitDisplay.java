package org.penumbra.command.detect;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.TerminalBar;

/** Shows how far a fit is, on standard error. */
interface FitDisplay extends AutoCloseable {

    /** @param share of the work that is done, 0 to 1 */
    void show(double share);

    @Override
    void close();

    /** A bar on a terminal, a plain line every tenth of the way elsewhere. */
    static FitDisplay on(Console console, String what) {
        return console.terminal() ? new Bar(console.bars(), what) : new Lines(console.err(), what);
    }

    /** A bar in thousandths. */
    final class Bar implements FitDisplay {

        private static final int STEPS = 1000;

        private final ProgressBar bar;

        Bar(PrintStream err, String what) {
            bar = TerminalBar.named(err, what, STEPS, TerminalBar.WIDE).build();
        }

        @Override
        public void show(double share) {
            bar.stepTo(Math.round(STEPS * share));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Plain lines for logs and pipes. */
    final class Lines implements FitDisplay {

        private static final int TENTHS = 10;

        private final PrintStream err;
        private final String what;
        private final long start = System.nanoTime();
        private int told = -1;

        Lines(PrintStream err, String what) {
            this.err = err;
            this.what = what;
        }

        @Override
        public void show(double share) {
            int tenth = (int) Math.floor(TENTHS * share);
            if (tenth <= told) {
                return;
            }
            told = tenth;
            err.printf(
                    Locale.ROOT,
                    "%s: %d %%, %.1f s%n",
                    what,
                    Math.round(100 * share),
                    (System.nanoTime() - start) / 1e9);
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
