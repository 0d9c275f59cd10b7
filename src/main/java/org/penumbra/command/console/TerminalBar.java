package org.penumbra.command.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bars that commands draw over on a terminal: what they have in common, so that they look alike. */
public final class TerminalBar {

    /** Fits every terminal, so that its width need not be asked for. */
    public static final int NARROW = 79;
    /** For bars that say more than fits there. */
    public static final int WIDE = 100;

    private static final int UPDATE_MILLIS = 100;

    private TerminalBar() {}

    /**
     * A bar to be built.
     *
     * @param task    before the bar
     * @param most    steps or bytes at the end
     * @param columns of the whole line
     */
    public static ProgressBarBuilder named(PrintStream err, String task, long most, int columns) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(err, columns));
    }
}
