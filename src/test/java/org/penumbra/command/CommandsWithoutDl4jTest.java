package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.RunningProgram;
import org.penumbra.kit.WithoutJars;

/** Whoever removes DL4J's jars, two of three megabytes of the program's, keeps all that does not name DL4J. */
class CommandsWithoutDl4jTest {

    @Test
    @Timeout(300)
    void allElseRunsAndTheExportSaysInOneLineWhatIsMissing(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out.txt");
        String classPath = WithoutJars.classPath(jar -> jar.matches("(deeplearning4j|nd4j)-.*"));
        try (RunningProgram program =
                RunningProgram.of(classPath, out, CommandsWithoutDl4j.class.getName(), List.of(folder.toString()))) {
            List<String> told = program.awaitEnd();
            assertEquals(0, program.exitValue(), () -> String.join("\n", told));
        }
        assertEquals(
                List.of(
                        "train 0",
                        "score 0",
                        "evaluate 0",
                        "rings 0",
                        "export 0",
                        "export 1 penumbra: DL4J is not part of this installation: its jar deeplearning4j-nn is missing "
                                + "in the folder lib. All that does not name DL4J works without it."),
                Files.readAllLines(out));
        assertFalse(Files.exists(folder.resolve("model.zip")), "a part of the export is left");
    }
}
