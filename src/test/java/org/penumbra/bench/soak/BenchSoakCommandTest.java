package org.penumbra.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.RunningProgram;

@Timeout(180)
class BenchSoakCommandTest {

    @TempDir
    Path folder;

    @Test
    void minutesThatAreNoneAreNamed() throws Exception {
        try (RunningProgram program = new RunningProgram(
                folder.resolve("out.txt"),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                "org.penumbra.Penumbra",
                List.of("bench", "soak", "--minutes", "0"))) {
            List<String> told = program.awaitEnd();
            assertEquals(2, program.exitValue());
            assertTrue(told.get(0).contains("expected 0.1 to 1440 minutes"), told.toString());
        }
    }
}
