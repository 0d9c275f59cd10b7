package org.penumbra.command;

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
     * The same where nobody has named a preset: the window shows the lab that was open last.
     *
     * @param usual the preset to open with where a window cannot tell the two apart
     */
    default int openAsLeft(String usual, Path data) {
        return open(usual, data);
    }

    /**
     * Opens the window with what was shared; it tells where that is wrong.
     *
     * @param stateOrFile a state as a text, or the file of a state, a model or a preset
     * @param data        the only folder in which it looks for image data, or null for the usual places
     * @return the exit code
     * @throws org.penumbra.command.console.NoDisplayException when there is nothing to show a window on
     */
    int openShared(String stateOrFile, Path data);
}
