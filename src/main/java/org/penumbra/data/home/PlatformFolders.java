package org.penumbra.data.home;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Where this program keeps what a person has chosen: ~/.config/penumbra or what XDG_CONFIG_HOME says in place of
     * ~/.config, ~/Library/Application Support/penumbra, %APPDATA%\\penumbra. The start scripts look there too, before there
     * is a library to ask, so the rule is told by the environment alone and is the same in both.
     *
     * @param environment of the process
     * @param system      the name of the operating system, as Java has it
     * @param home        the person's folder
     */
    static Path choices(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Windows")) {
            return named(environment.get("APPDATA"))
                    .orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve(PROGRAM);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(PROGRAM);
        }
        return named(environment.get("XDG_CONFIG_HOME"))
                .orElse(home.resolve(".config"))
                .resolve(PROGRAM);
    }

    /** A folder that a variable names; one that is no whole path counts as none, as the platform has it. */
    private static Optional<Path> named(String value) {
        try {
            return Optional.ofNullable(value).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
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
