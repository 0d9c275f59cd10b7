package org.penumbra.data.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.penumbra.data.DataException;
import org.slf4j.LoggerFactory;

/**
 * The log as a file, for a person who starts the program with a double click and never sees standard error. It holds
 * what standard error is told as well. A full file becomes the older one of two, so that a log takes 2 MiB at most, and
 * every running program has a log of its own.
 */
public final class LogFile extends FileHandler implements AutoCloseable {

    /** The system property that names another folder than the platform's. */
    public static final String FOLDER = "penumbra.log";

    static final int MOST_BYTES = 1 << 20;
    private static final int FILES = 2;
    private static final int MOST_PROGRAMS = 20;
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogFile.class);

    private final FileChannel lock;
    private final Path path;

    private LogFile(FileChannel lock, Path folder, int number) throws IOException {
        super(folder.toString().replace("%", "%%") + "/penumbra-" + number + ".%g.log", MOST_BYTES, FILES, true);
        this.lock = lock;
        path = folder.resolve("penumbra-" + number + ".0.log");
        setEncoding(StandardCharsets.UTF_8.name());
        setFormatter(new LogLines());
    }

    /**
     * Has the log written to a file too, in the folder of the system property {@link #FOLDER} or else in the platform's.
     * Where that cannot be, standard error is told so, once, and keeps the log alone.
     *
     * @return the file, to be closed at the end of the program; empty where there is none
     */
    public static Optional<LogFile> open() {
        try {
            String named = System.getProperty(FOLDER);
            LogFile file = in(named == null ? PlatformFolders.log() : Path.of(named));
            Logger.getLogger("").addHandler(file);
            return Optional.of(file);
        } catch (IOException | DataException | IllegalArgumentException e) {
            LOG.warn("The log cannot be written to a file ({}); it is told on standard error only", e.toString());
            return Optional.empty();
        }
    }

    /** A log in a folder, which is made if there is none; nothing is logged to it yet. */
    static LogFile in(Path folder) throws IOException {
        Path absolute = Files.createDirectories(folder.toAbsolutePath());
        FileChannel lock =
                FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new LogFile(lock, absolute, number(lock));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The smallest number no running program has; it is kept by a lock on a byte until the channel is closed. */
    private static int number(FileChannel lock) throws IOException {
        for (int number = 1; number <= MOST_PROGRAMS; number++) {
            if (isFree(lock, number)) {
                return number;
            }
        }
        throw new IOException(MOST_PROGRAMS + " running programs write logs there already");
    }

    private static boolean isFree(FileChannel lock, int number) throws IOException {
        try {
            return lock.tryLock(number, 1, false) != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /** The file that is being written now, if the log goes to one. */
    public static Optional<Path> current() {
        return Stream.of(Logger.getLogger("").getHandlers())
                .filter(LogFile.class::isInstance)
                .map(handler -> ((LogFile) handler).path())
                .findFirst();
    }

    /** For the end of a sentence: "the log has the details", with the file in brackets if there is one. */
    public static String words() {
        return "the log has the details"
                + current().map(file -> " (" + file + ")").orElse("");
    }

    /** Where what is logged now is written; older lines may be in the file beside it, whose name has a 1 for the 0. */
    Path path() {
        return path;
    }

    /** Nothing is written to the file any more; the log on standard error goes on. */
    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        super.close();
        try {
            lock.close();
        } catch (IOException e) {
            reportError(null, e, ErrorManager.CLOSE_FAILURE);
        }
    }
}
