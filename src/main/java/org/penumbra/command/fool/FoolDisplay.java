package org.penumbra.command.fool;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.TerminalBar;
import org.penumbra.fooling.FoolingRun;

/** Shows how far an attack is, on standard error. */
interface FoolDisplay extends AutoCloseable {

    /** Called before every step and at the end; it is for the display to choose what it shows. */
    void show(FoolingRun run);

    @Override
    void close();

    /** A bar on a terminal, plain lines elsewhere. */
    static FoolDisplay on(Console console, FoolingRun run) {
        return console.terminal() ? new Bar(console.bars(), run.settings().mostSteps()) : new Lines(console.err());
    }

    /** A bar over the steps allowed, with the trials left. */
    final class Bar implements FoolDisplay {

        private final ProgressBar bar;

        Bar(PrintStream err, int steps) {
            bar = TerminalBar.named(err, "Fooling", steps, TerminalBar.WIDE)
                    .showSpeed()
                    .build();
        }

        @Override
        public void show(FoolingRun run) {
            bar.stepTo(run.running() == 0 ? run.settings().mostSteps() : run.steps());
            bar.setExtraMessage(String.format(
                    Locale.ROOT,
                    " %d of %d trials left",
                    run.running(),
                    run.settings().trials()));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Plain lines for logs and pipes: at most one in some seconds. */
    final class Lines implements FoolDisplay {

        private static final long NANOS = 5_000_000_000L;

        private final PrintStream err;
        private final long start = System.nanoTime();
        private long next = start;

        Lines(PrintStream err) {
            this.err = err;
        }

        @Override
        public void show(FoolingRun run) {
            long now = System.nanoTime();
            if (now < next && run.running() > 0) {
                return;
            }
            next = now + NANOS;
            err.printf(
                    Locale.ROOT,
                    "step %d of at most %d, %.1f s: %d of %d trials left%n",
                    run.steps(),
                    run.settings().mostSteps(),
                    (now - start) / 1e9,
                    run.running(),
                    run.settings().trials());
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
