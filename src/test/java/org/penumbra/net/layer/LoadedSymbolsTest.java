package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.RunningProgram;

class LoadedSymbolsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void nothingIsFoundOfALibraryThatIsNotLoaded() {
        assertEquals(Map.of(), LoadedSymbols.of("libthatisnone", name -> true, List.of("no_such_symbol_anywhere")));
    }

    /** One start of the window in eight stood still under load: each of two threads waited for a lock of the C library. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theCoreTypeIsFoundWhileAnotherThreadOpensLibraries(@TempDir Path folder) throws Exception {
        Path library = Path.of(Loader.load(Loader.class));
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path out = folder.resolve("out.txt");
        try (RunningProgram program = new RunningProgram(
                out,
                List.of(),
                LibrariesOpenedMeanwhile.class.getName(),
                List.of(library.toString(), copies.toString()))) {
            assertTrue(program.endsWithin(PATIENCE), "it stands still");
            assertEquals(0, program.exitValue());
        }
        String found = Files.readString(out).strip();
        assertTrue(
                found.matches("by its file (Optional(?:\\.empty|\\[\\w+\\])), by the loader \\1"),
                () -> "expected the same core type twice, but got: " + found);
    }
}
