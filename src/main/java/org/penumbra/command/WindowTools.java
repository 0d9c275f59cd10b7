package org.penumbra.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What commands ask of the window. Commands know nothing of the window's toolkit; the entry point hands them an
 * implementation that does.
 */
public interface WindowTools {

    /**
     * Opens the window and returns when it has been closed.
     *
     * @param preset name or file of the preset it opens with; the window tells where that is wrong
     * @param data   the only folder in which it looks for image data, or null for the usual places
     * @return the exit code, 0 when all went well
     * @throws org.penumbra.command.console.NoDisplayException when there is nothing to show a window on
     */
    int open(String preset, Path data);

    /**
     * Measures the rings lab (training with and without fields, fields, repainting) and prints the figures.
     *
     * @param out     where the figures go, one a line
     * @param seconds how long each measurement lasts, 1 to 600
     * @return the exit code
     */
    int benchRings(PrintStream out, int seconds) throws InterruptedException;

    /**
     * Makes the README's screenshots and animation, without a display.
     *
     * @param out existing folder they are written to
     * @return the exit code
     */
    int pictures(Path out) throws IOException, InterruptedException;
}
