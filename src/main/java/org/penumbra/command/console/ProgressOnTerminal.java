package org.penumbra.command.console;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.penumbra.net.StepLosses;

/** A bar with the steps a second, the time left and the losses. */
final class ProgressOnTerminal implements Progress {

    private static final long MESSAGE_NANOS = 200_000_000L;

    private final ProgressBar bar;
    private long nextMessage;

    ProgressOnTerminal(PrintStream err, long steps) {
        bar = TerminalBar.named(err, "Training", steps, TerminalBar.NARROW)
                .showSpeed()
                .build();
    }

    @Override
    public void after(long step, StepLosses losses) {
        bar.stepTo(step);
        long now = System.nanoTime();
        if (now >= nextMessage) {
            bar.setExtraMessage(
                    String.format(Locale.ROOT, " loss %.3f + %.4f", losses.classification(), losses.reconstruction()));
            nextMessage = now + MESSAGE_NANOS;
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
