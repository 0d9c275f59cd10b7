package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.NativeFolder;
import org.penumbra.kit.RunningProgram;

/** Two programs that start at the same moment, the first time on a machine, unpack native code into one folder. */
@Timeout(180)
class SharedNativesTest {

    @TempDir
    Path folder;

    @Test
    void bothComputeRight() throws Exception {
        Path natives = folder.resolve("native");
        try (RunningProgram one = starting("one", natives);
                RunningProgram other = starting("other", natives)) {
            for (RunningProgram program : List.of(one, other)) {
                program.awaitLine("ready");
            }
            Files.createFile(folder.resolve("go"));
            for (RunningProgram program : List.of(one, other)) {
                List<String> rest = program.awaitEnd();
                assertEquals(0, program.exitValue(), () -> String.join("\n", rest));
            }
        }
        assertEquals("no fault", Files.readString(folder.resolve("one.txt")).strip());
        assertEquals("no fault", Files.readString(folder.resolve("other.txt")).strip());
        try (Stream<Path> unpacked = Files.walk(natives)) {
            assertTrue(unpacked.anyMatch(path -> path.getFileName().toString().contains("openblas")));
        }
    }

    private RunningProgram starting(String name, Path natives) throws IOException {
        return new RunningProgram(
                folder.resolve(name + ".txt"),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-D" + NativeFolder.PROPERTY + "=" + natives),
                NativeStarter.class.getName(),
                List.of(folder.resolve("go").toString()));
    }
}
