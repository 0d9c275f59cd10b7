package org.penumbra.data.home;

import java.nio.file.Path;
import java.util.function.Function;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsException;
import net.harawata.appdirs.AppDirsFactory;
import org.penumbra.data.DataException;

/** The folders this platform sets aside for programs. */
final class PlatformFolders {

    private static final String PROGRAM = "penumbra";
    private static final String CACHES = "XDG_CACHE_HOME";
    private static final Path TOP = Path.of("/");

    private PlatformFolders() {}

    /**
     * Where this program may keep what can be fetched again: ~/.cache/penumbra or what XDG_CACHE_HOME says,
     * ~/Library/Caches/penumbra, %LOCALAPPDATA%\penumbra\penumbra\Cache.
     *
     * @throws DataException when the platform does not tell
     */
    static Path cache() {
        return folder(
                dirs -> dirs.getUserCacheDir(PROGRAM, null, PROGRAM),
                "its cache folder",
                "name a folder for image data with --data");
    }

    /**
     * Where this program may keep its log: ~/.cache/penumbra/logs or what XDG_CACHE_HOME says in place of ~/.cache,
     * ~/Library/Logs/penumbra, %LOCALAPPDATA%\penumbra\penumbra\Logs.
     *
     * @throws DataException when the platform does not tell
     */
    static Path log() {
        return folder(
                dirs -> dirs.getUserLogDir(PROGRAM, null, PROGRAM),
                "its folder for logs",
                "name one with the system property " + LogFile.FOLDER);
    }

    private static Path folder(Function<AppDirs, String> which, String what, String remedy) {
        try {
            Path folder = Path.of(which.apply(AppDirsFactory.getInstance()));
            // A variable that is empty counts as none; the library takes it for the top of all folders.
            return "".equals(System.getenv(CACHES)) && folder.startsWith(TOP)
                    ? Path.of(System.getProperty("user.home"), ".cache").resolve(TOP.relativize(folder))
                    : folder;
        } catch (AppDirsException | LinkageError e) {
            throw new DataException(
                    "the platform does not tell " + what + " (" + e.getMessage() + ")", "; " + remedy, e);
        }
    }
}
