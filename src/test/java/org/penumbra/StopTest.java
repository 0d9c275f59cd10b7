package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in a process of its own, asked to end in the middle of a training. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end, only ended")
class StopTest {

    @Test
    @Timeout(240)
    void aStoppedTrainingSaysWhereItWasAndWritesNothing(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.penumbra.Penumbra",
                        "rings",
                        "--steps",
                        "10000000",
                        "--out",
                        out.toString())
                .redirectOutput(folder.resolve("stdout").toFile())
                .start();
        try (BufferedReader err = process.errorReader()) {
            String line = err.readLine();
            while (line != null && !line.startsWith("step 1 ")) {
                line = err.readLine();
            }
            assertTrue(line != null, "the training never began");
            // Not process.destroy(), which closes the streams as well.
            process.toHandle().destroy();
            String last = err.lines().reduce("", (before, next) -> next);
            assertTrue(last.matches("Stopped after \\d+ of 10000000 steps; nothing was written\\."), last);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        assertNotEquals(0, process.exitValue());
        assertEquals("", Files.readString(folder.resolve("stdout")));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(0, files.count());
        }
    }
}
