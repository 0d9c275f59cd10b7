package org.penumbra.command.console;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.penumbra.live.engine.Dl4jLoading;

/**
 * Has DL4J ready before a command uses it. Where its native library must be unpacked first, a line on standard error says
 * so, and on a terminal a bar how far it is.
 */
public final class Dl4jWait {

    private static final int PERCENT = 100;
    private static final long LOOK_MILLIS = 100;

    private Dl4jWait() {}

    /**
     * Waits until DL4J is loaded.
     *
     * @throws org.penumbra.net.stock.Dl4jMissing when it is not part of this installation
     * @throws CommandFailure                     when the wait is interrupted
     */
    public static void load(Console console) {
        boolean unpacks = Dl4jLoading.missing().isEmpty() && Dl4jLoading.share() < 1;
        if (unpacks) {
            console.err().println(Dl4jLoading.words());
        }
        Dl4jLoading loading = Dl4jLoading.begin();
        Optional<ProgressBar> bar = unpacks && console.terminal()
                ? Optional.of(TerminalBar.named(console.bars(), "Unpacking", PERCENT, TerminalBar.NARROW)
                        .build())
                : Optional.empty();
        try {
            while (!loading.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                bar.ifPresent(shown -> shown.stepTo(Math.round(PERCENT * Dl4jLoading.share())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while DL4J was loaded", e);
        } finally {
            bar.ifPresent(ProgressBar::close);
        }
    }
}
