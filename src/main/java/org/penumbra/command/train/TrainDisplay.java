package org.penumbra.command.train;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.TerminalBar;

/** Shows how far the training of an image model is, on standard error. */
interface TrainDisplay extends AutoCloseable {

    /** Called after every step; it is for the display to choose what it shows. */
    void show(TrainProgress progress);

    @Override
    void close();

    /** A bar on a terminal, a plain line every epoch elsewhere. */
    static TrainDisplay on(Console console, long steps) {
        return console.terminal() ? new Bar(console.bars(), steps) : new Lines(console.err());
    }

    /** A number of seconds as "1:02:03" or "2:03", or "?" for NaN. */
    static String clock(double seconds) {
        if (Double.isNaN(seconds)) {
            return "?";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String speed(double samplesPerSecond) {
        return Double.isNaN(samplesPerSecond) ? "?" : String.format(Locale.ROOT, "%.0f", samplesPerSecond);
    }

    /** A bar with the epoch, samples a second, time left, loss and validation accuracy. */
    final class Bar implements TrainDisplay {

        private static final long MESSAGE_NANOS = 200_000_000L;

        private final ProgressBar bar;
        private long nextMessage;

        Bar(PrintStream err, long steps) {
            bar = TerminalBar.named(err, "Training", steps, TerminalBar.WIDE).build();
        }

        @Override
        public void show(TrainProgress progress) {
            bar.stepTo(progress.step());
            long now = System.nanoTime();
            if (now >= nextMessage || progress.step() == progress.steps()) {
                String valid = Double.isNaN(progress.accuracy())
                        ? ""
                        : String.format(Locale.ROOT, ", valid %.2f %%", 100 * progress.accuracy());
                bar.setExtraMessage(String.format(
                        Locale.ROOT,
                        " epoch %d/%d %s/s, %s left, loss %.4f%s",
                        progress.currentEpoch(),
                        progress.epochs(),
                        speed(progress.samplesPerSecond()),
                        clock(progress.secondsLeft()),
                        progress.loss(),
                        valid));
                nextMessage = now + MESSAGE_NANOS;
            }
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Plain lines for logs and pipes: after the first step and after every epoch. */
    final class Lines implements TrainDisplay {

        private final PrintStream err;
        private double next = -1;

        Lines(PrintStream err) {
            this.err = err;
        }

        @Override
        public void show(TrainProgress progress) {
            boolean last = progress.step() == progress.steps();
            if (progress.epoch() < next && !last) {
                return;
            }
            next = Math.floor(progress.epoch()) + 1;
            String valid = Double.isNaN(progress.accuracy())
                    ? ""
                    : String.format(Locale.ROOT, ", validation accuracy %.2f %%", 100 * progress.accuracy());
            err.printf(
                    Locale.ROOT,
                    "epoch %.2f of %d, step %d of %d, %s samples/s, %s left, loss %.4f%s%n",
                    Math.min(progress.epochs(), progress.epoch()),
                    progress.epochs(),
                    progress.step(),
                    progress.steps(),
                    speed(progress.samplesPerSecond()),
                    clock(progress.secondsLeft()),
                    progress.loss(),
                    valid);
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
