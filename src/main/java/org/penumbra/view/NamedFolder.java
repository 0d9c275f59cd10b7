package org.penumbra.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.DataPlace;
import org.penumbra.view.shell.message.Message;

/** The folder of image data that somebody has named, looked at before anything is looked for in it. */
final class NamedFolder {

    private NamedFolder() {}

    /** What to tell at the start where it is no folder that can be read; nothing where it is one. */
    static Optional<Message> problem(DataPlace place) {
        Path folder = place.path().toAbsolutePath();
        // It may also be one set of EMNIST among others, whose files have a name in common and no folder.
        if (!Files.isDirectory(folder) && DataHome.isFolder(folder.toString())) {
            return Optional.empty();
        }
        if (Files.notExists(folder)) {
            return warning(
                    "The folder of image data is not there",
                    subject(place) + " names " + folder
                            + ", which does not exist. Image data that you download or import are "
                            + "put there, and the folder is made then. If you meant another one, "
                            + "start again with its name.");
        }
        if (!Files.isDirectory(folder)) {
            return warning(
                    "The folder of image data is no folder",
                    subject(place) + " names " + folder
                            + ", which is a file. So no image data are found, and none can be "
                            + "downloaded. Start again with the folder that holds them.");
        }
        if (!Files.isReadable(folder)) {
            return warning(
                    "The folder of image data cannot be read",
                    subject(place) + " names " + folder
                            + ", which you may not read. So no image data are found. Ask its "
                            + "owner for the right to read it, or start again with another folder.");
        }
        return Optional.empty();
    }

    /** At the beginning of a sentence. */
    private static String subject(DataPlace place) {
        return place.title().substring(0, 1).toUpperCase(Locale.ROOT)
                + place.title().substring(1);
    }

    private static Optional<Message> warning(String title, String text) {
        return Optional.of(new Message(Message.Kind.WARNING, title, text, List.of()));
    }
}
