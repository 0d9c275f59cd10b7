package org.penumbra.net.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.kit.WithoutJars;
import org.penumbra.net.stock.Nd4jNatives.Unpacked;

/** Whether DL4J is there, and how much of its native library is unpacked. */
class Nd4jNativesTest {

    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    @Test
    void nothingIsMissingHereAndOnceLoadedAllOfTheLibraryIsUnpacked() {
        assertEquals(Optional.empty(), Nd4jNatives.missing());
        Nd4jNatives.load();
        Unpacked now = Nd4jNatives.unpacked().orElseThrow();
        assertTrue(now.isWhole(), "JavaCPP unpacks it into another place than " + now);
        assertTrue(now.all() > 50_000_000, "the library has " + now.all() + " bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "deeplearning4j-nn-1, deeplearning4j-nn",
        "nd4j-api-, nd4j-api",
        "nd4j-native-1, nd4j-native",
        "deeplearning4j-|nd4j-, deeplearning4j-nn"
    })
    void anInstallationWithoutAJarNamesItInOneLine(String lacks, String named) throws Exception {
        try (WithoutJars program = new WithoutJars(jar -> jar.matches("(" + lacks + ").*"))) {
            Class<?> natives = program.find(Nd4jNatives.class);
            Optional<?> missing = (Optional<?>) natives.getMethod("missing").invoke(null);
            assertEquals(
                    Optional.of("DL4J is not part of this installation: its jar " + named
                            + " is missing in the folder lib"),
                    missing);
            var refusal = assertThrows(
                    InvocationTargetException.class,
                    () -> natives.getMethod("load").invoke(null));
            assertEquals(
                    missing.orElseThrow() + ". All that does not name DL4J works without it.",
                    refusal.getCause().getMessage());
            assertEquals(
                    Dl4jMissing.class.getName(), refusal.getCause().getClass().getName());
        }
    }

    @Test
    void theLibraryOfAnotherBuildAloneIsMissedToo() throws Exception {
        try (WithoutJars program = new WithoutJars(jar -> jar.matches("nd4j-native-.*(linux|macosx|windows).*"))) {
            Optional<?> missing = (Optional<?>)
                    program.find(Nd4jNatives.class).getMethod("missing").invoke(null);
            String words = assertInstanceOf(String.class, missing.orElseThrow());
            assertTrue(words.startsWith("DL4J is not part of this installation: its jar nd4j-native for "), words);
        }
    }

    @Test
    void progressIsTheSizeOfTheFileThatGrows(@TempDir Path folder) throws Exception {
        String before = System.getProperty(CACHE);
        // A copy of the class that asks JavaCPP anew where the folder is.
        try (WithoutJars program = new WithoutJars(jar -> false)) {
            System.setProperty(CACHE, folder.toString());
            assertEquals(0, bytes(program));
            String[] place = jarAndEntry();
            Path file = folder.resolve(place[0]).resolve(place[1]);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[12345]);
            assertEquals(12345, bytes(program));
        } finally {
            if (before == null) {
                System.clearProperty(CACHE);
            } else {
                System.setProperty(CACHE, before);
            }
        }
    }

    private static long bytes(WithoutJars program) throws ReflectiveOperationException {
        Object unpacked = ((Optional<?>)
                        program.find(Nd4jNatives.class).getMethod("unpacked").invoke(null))
                .orElseThrow();
        return (long) unpacked.getClass().getMethod("bytes").invoke(unpacked);
    }

    /** The jar and the entry that hold the library. */
    private static String[] jarAndEntry() throws IOException {
        String name = System.mapLibraryName("nd4jcpu");
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (Path.of(entry).getFileName().toString().matches("nd4j-native-1.*jar")) {
                try (JarFile jar = new JarFile(entry)) {
                    Optional<JarEntry> found = jar.stream()
                            .filter(one -> one.getName().endsWith("/" + name))
                            .findFirst();
                    if (found.isPresent()) {
                        return new String[] {
                            Path.of(entry).getFileName().toString(), found.get().getName()
                        };
                    }
                }
            }
        }
        throw new AssertionError("no " + name + " on the class path");
    }
}
