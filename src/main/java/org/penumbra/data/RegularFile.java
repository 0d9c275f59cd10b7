package org.penumbra.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens files to be read: plain ones, or links to them. A named pipe, which would be waited at for ever, and a device, which
 * may never end, are refused.
 */
public final class RegularFile {

    private RegularFile() {}

    /** What stands there instead of a file ("a folder", "a named pipe or a device"); empty for a file or for nothing. */
    public static Optional<String> obstacle(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of("a folder");
        }
        return Files.exists(file) && !Files.isRegularFile(file)
                ? Optional.of("a named pipe or a device")
                : Optional.empty();
    }

    /**
     * Opens a file.
     *
     * @throws IOException when there is none, it may not be read, or something else stands there
     */
    public static InputStream open(Path file) throws IOException {
        Optional<String> obstacle = obstacle(file);
        if (obstacle.isPresent()) {
            throw new IOException("expected a file, but it is " + obstacle.get());
        }
        return Files.newInputStream(file);
    }

    /** A whole file as text in UTF-8, for those that are known to be small. */
    public static String text(Path file) throws IOException {
        try (InputStream stream = open(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
