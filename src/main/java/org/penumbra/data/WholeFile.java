package org.penumbra.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are there whole or not at all: they are written beside their place and moved there at the end. */
public final class WholeFile {

    private WholeFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Writing {

        /** @param stream stays open */
        void to(OutputStream stream) throws IOException;
    }

    /**
     * Writes a file, replacing the one there was; when that fails, the old one stays.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Writing writing) throws IOException {
        // Through a link to what it links to, which is the file somebody means.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream stream =
                    Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writing.to(stream);
            }
            move(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plainMoveIsAllThereIs) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** An error in words: "NoSuchFile: a/b". */
    public static String reason(IOException error) {
        return error.getClass().getSimpleName().replace("Exception", "") + ": " + error.getMessage();
    }
}
