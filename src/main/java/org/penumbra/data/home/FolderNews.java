package org.penumbra.data.home;

import java.net.URI;
import java.nio.file.Path;

/** What a person should know who waits for a download or an import. */
public sealed interface FolderNews {

    /** The same in a whole sentence. */
    String words();

    /**
     * The work waits until somebody else no longer fills the folder.
     *
     * @param folder that is to be filled
     * @param whom   who fills it, as in "another Penumbra (process 4711 of anna)"
     */
    record Waiting(Path folder, String whom) implements FolderNews {

        @Override
        public String words() {
            return "Waiting for " + whom + ", which is putting files into " + folder + ".";
        }
    }

    /**
     * The wait is over.
     *
     * @param folder that nobody else fills any more
     */
    record Free(Path folder) implements FolderNews {

        @Override
        public String words() {
            return "Nobody else is putting files into " + folder + " any more.";
        }
    }

    /**
     * The work goes on although other programs cannot be kept off.
     *
     * @param folder that is being filled
     * @param reason why its file system cannot lock files
     */
    record Unlocked(Path folder, String reason) implements FolderNews {

        @Override
        public String words() {
            return "The file system of " + folder + " cannot lock files (" + reason
                    + "), so see that no other program puts data there meanwhile.";
        }
    }

    /**
     * A mirror was left for the next one.
     *
     * @param address of the file that was asked for
     * @param reason  what the mirror did, as in "answers 404"
     */
    record MirrorLeft(URI address, String reason) implements FolderNews {

        @Override
        public String words() {
            return address + " " + reason + ". The next mirror is asked.";
        }
    }
}
