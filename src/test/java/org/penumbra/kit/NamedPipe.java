package org.penumbra.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** Named pipes, into which nobody writes: who opens one to read waits for ever. */
public final class NamedPipe {

    private NamedPipe() {}

    /** Makes one; skips the test on Windows, which has none among its files. */
    public static Path at(Path path) throws IOException, InterruptedException {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "Windows has no named pipes among its files");
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor(), "mkfifo " + path);
        return path;
    }
}
