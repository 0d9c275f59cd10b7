package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.RunningProgram;

/** DL4J and ND4J take seconds to load, so no lab that is opened may ask for a class of theirs. */
class NoDl4jAtTheStartTest {

    @Test
    void allLabsOpenWithoutAClassOfDl4j(@TempDir Path folder) throws Exception {
        Path classes = folder.resolve("classes.log");
        try (RunningProgram program = new RunningProgram(
                folder.resolve("out.json"),
                List.of(
                        "-Xlog:class+load:file=" + classes,
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dheadless.geometry=1280x800-32",
                        "-Dprism.order=sw",
                        "-Dpenumbra.preferences=" + Files.createDirectory(folder.resolve("preferences"))),
                "org.penumbra.Penumbra",
                List.of("bench", "window"))) {
            List<String> errors = program.awaitEnd();
            assertEquals(0, program.exitValue(), errors::toString);
        }
        assertTrue(Files.readString(folder.resolve("out.json")).contains("Experiments"), "all labs were opened");
        try (Stream<String> loaded = Files.lines(classes)) {
            assertEquals(
                    List.of(),
                    loaded.filter(line -> line.contains(" org.nd4j.") || line.contains(" org.deeplearning4j."))
                            .toList());
        }
    }
}
