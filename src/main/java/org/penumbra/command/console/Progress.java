package org.penumbra.command.console;

import org.penumbra.net.StepLosses;

/** Shows how far a training has come, on standard error. */
public interface Progress extends AutoCloseable {

    /**
     * Called after every step.
     *
     * @param step   steps done so far, from 1 on
     * @param losses of the step's mini-batch
     */
    void after(long step, StepLosses losses);

    @Override
    void close();

    /**
     * A bar that is drawn over on a terminal, a plain line every tenth of the way elsewhere.
     *
     * @param steps all there are to do, at least 1
     */
    static Progress on(Console console, long steps) {
        return console.terminal()
                ? new ProgressOnTerminal(console.bars(), steps)
                : new ProgressInLines(console.err(), steps);
    }
}
