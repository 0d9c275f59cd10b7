package org.penumbra.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;

/** Named pipes that nobody writes to: whoever opens one waits for ever. */
public final class NamedPipe {

    private NamedPipe() {}

    /** Makes one; where the system has none, the test is left out. */
    public static Path make(Path path) throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no named pipes in folders");
        Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).start();
        assertEquals(0, mkfifo.waitFor(), "mkfifo " + path);
        return path;
    }
}
