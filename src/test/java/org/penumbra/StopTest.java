package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.RunningProgram;

/** The whole program in a process of its own, asked to end in the middle of a training. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end, only ended")
class StopTest {

    @Test
    @Timeout(240)
    void aStoppedTrainingSaysWhereItWasAndWritesNothing(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        try (RunningProgram program =
                new RunningProgram(folder.resolve("stdout"), "rings", "--steps", "10000000", "--out", out.toString())) {
            program.awaitLine("step 1 ");
            String last = program.stop().stream().reduce("", (before, next) -> next);
            assertTrue(last.matches("Stopped after \\d+ of 10000000 steps; nothing was written\\."), last);
            assertNotEquals(0, program.exitValue());
        }
        assertEquals("", Files.readString(folder.resolve("stdout")));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(0, files.count());
        }
    }
}
