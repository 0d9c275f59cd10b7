package org.penumbra.net.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.RunningProgram;

/** Of what DL4J asks for only a part is shipped; all ways through DL4J must be open with that part. */
class Dl4jPathsTest {

    @Test
    @Timeout(180)
    void everyWayThroughDl4jIsOpenWithTheJarsThatAreShipped(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out.txt");
        try (RunningProgram program = new RunningProgram(out, List.of(), Dl4jPaths.class.getName(), List.of())) {
            List<String> told = program.awaitEnd();
            assertEquals(0, program.exitValue(), () -> String.join("\n", told));
        }
        List<String> lines = Files.readAllLines(out);
        assertEquals(1, lines.size(), () -> "one line was expected: " + lines);
        assertTrue(lines.get(0).startsWith("farthest "), lines.get(0));
        assertEquals(
                0, Double.parseDouble(lines.get(0).substring("farthest ".length())), 1e-6, "answers after reading");
        assertEquals(List.of(), reports(), "DL4J left a report in the current folder");
    }

    /** One class of each jar that is left out; were it here after all, the test above would show nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.flatbuffers.Table",
                "com.google.gson.Gson",
                "it.unimi.dsi.fastutil.ints.IntArrayList",
                "net.ericaro.neoitertools.Generator",
                "org.apache.commons.collections4.CollectionUtils",
                "org.apache.commons.compress.archivers.ArchiveEntry",
                "org.apache.commons.net.util.Base64",
                "org.nd4j.presets.OpExclusionUtils",
                "org.threeten.bp.LocalDate",
                "oshi.SystemInfo"
            })
    void theOtherJarsAreNotHere(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }

    private static List<Path> reports() throws IOException {
        try (var files = Files.list(Path.of(""))) {
            return files.filter(file -> file.getFileName().toString().startsWith("dl4j-"))
                    .toList();
        }
    }
}
