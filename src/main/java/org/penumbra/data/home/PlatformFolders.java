package org.penumbra.data.home;

import java.nio.file.Path;
import net.harawata.appdirs.AppDirsException;
import net.harawata.appdirs.AppDirsFactory;
import org.penumbra.data.DataException;

/** The folders this platform sets aside for programs. */
final class PlatformFolders {

    private static final String PROGRAM = "penumbra";

    private PlatformFolders() {}

    /**
     * Where this program may keep what can be fetched again: ~/.cache/penumbra or what XDG_CACHE_HOME says,
     * ~/Library/Caches/penumbra, %LOCALAPPDATA%\penumbra\penumbra\Cache.
     *
     * @throws DataException when the platform does not tell
     */
    static Path cache() {
        try {
            return Path.of(AppDirsFactory.getInstance().getUserCacheDir(PROGRAM, null, PROGRAM));
        } catch (AppDirsException | LinkageError e) {
            throw new DataException(
                    "the platform does not tell its cache folder (" + e.getMessage()
                            + "); name a folder for image data with --data",
                    e);
        }
    }
}
