package org.penumbra.command.option;

import org.penumbra.archive.Models;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.Dl4jWait;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.image.ImageModel;

/** The model that a command is given, ready to be asked. */
public final class GivenModel {

    private GivenModel() {}

    /**
     * Reads it. For a network of DL4J it waits until DL4J is loaded, and tells where that takes its time.
     *
     * @param nameOrFile of one that ships, or of a file
     * @param console    hears what is waited for
     * @throws org.penumbra.data.Problem when there is none, its file is wrong, or DL4J is not part of this installation
     */
    public static ImageModel load(String nameOrFile, Console console) {
        ImageModel model = Models.load(nameOrFile);
        if (model instanceof GuestModel) {
            Dl4jWait.load(console);
        }
        return model;
    }
}
