package org.penumbra.view.shell;

import javafx.scene.Node;
import org.penumbra.view.shell.message.Messages;

/** The part of a window that keeps image data, as the window knows it. */
public interface DataPart extends DataDesk, AutoCloseable {

    /** Makes the part, once for a window. */
    @FunctionalInterface
    interface Opener {

        /**
         * @param messages shows what a person should read
         * @param files    asks which folder
         * @param sheets   lays the part's sheet over the window
         */
        DataPart open(Messages messages, FilePicker files, Sheets sheets);
    }

    /** Stands in the top bar and opens the sheet. */
    Node button();

    /** Ends what is being downloaded, within a second; what has arrived is kept. */
    @Override
    void close();
}
