package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** The program in a process of its own, with homes and countries that are not the builder's. */
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems keep caches elsewhere")
class StartUpTest {

    private static final Pattern TIMES = Pattern.compile("in [0-9.]+ s \\([0-9]+ steps a second\\)");

    @TempDir
    private Path folder;

    @Test
    void nativeCodeIsUnpackedIntoThePlatformsFolderAndNumbersAreTheSameEverywhere() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        String english = report("english", "-Duser.home=" + home, "-Duser.language=en", "-Duser.country=US");
        assertTrue(TIMES.matcher(english).find(), english);
        try (Stream<Path> unpacked = Files.walk(home.resolve(".cache/penumbra/native"))) {
            assertTrue(unpacked.anyMatch(file -> file.toString().endsWith(".so")), "nothing is unpacked");
        }
        assertFalse(Files.exists(home.resolve(".javacpp")));
        String arabic = report(
                "arabic",
                "-Duser.home=" + home,
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.extensions=u-nu-arab");
        assertEquals(
                TIMES.matcher(english).replaceAll(""), TIMES.matcher(arabic).replaceAll(""));
        for (String picture : List.of("y.png", "confidence.png", "gamma.png", "scaled.png", "fields.csv")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("english").resolve(picture),
                            folder.resolve("arabic").resolve(picture)),
                    picture);
        }
    }

    @Test
    void withoutAHomeNativeCodeGoesToAFreshFolderThatIsRemoved() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        // Where JavaCPP would look, made by somebody else.
        Path planted =
                Files.createDirectories(temporary.resolve(".javacpp-" + System.getProperty("user.name") + "/cache"));
        report("out", "-Duser.home=/proc/nobody", "-Djava.io.tmpdir=" + temporary);
        try (Stream<Path> left = Files.list(planted)) {
            assertEquals(List.of(), left.toList());
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(
                    List.of(planted.getParent()),
                    left.filter(file -> !file.getFileName().toString().startsWith("hsperf"))
                            .toList());
        }
    }

    @Test
    void aGridThatJavaHasNoMemoryForIsRefusedBeforeTheTraining() throws Exception {
        String told = run(
                1,
                new String[] {"-Xmx150m", "-Duser.home=" + folder},
                "rings",
                "--grid",
                "2000",
                "--out",
                folder.resolve("out").toString());
        assertTrue(
                told.contains(
                        "penumbra: A grid of 2000 x 2000 places would take about 272 MB of memory that Java has to "
                                + "grant, but it may grant 1"),
                told);
        assertFalse(told.contains("step 1 of"), told);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aMillionImagesThatJavaHasNoMemoryForAreRefusedBeforeTheFirstIsMade() throws Exception {
        Path preset = folder.resolve("million.json");
        ImagePresets.write(
                ImagePresets.load("built-in-cnn")
                        .withData(new ImageSource.BuiltIn(new BuiltInDigits(1_000_000, 1000, 1))),
                preset);
        String told = run(
                1,
                new String[] {"-Xmx150m", "-Duser.home=" + folder},
                "train",
                "--preset",
                preset.toString(),
                "--out",
                folder.resolve("x.penumbra").toString());
        assertTrue(
                told.contains(
                        "penumbra: 1000000 + 1000 built-in digits would take about 786 MB of memory that Java has to "
                                + "grant"),
                told);
    }

    @Test
    void anAttackThatJavaHasNoMemoryForIsRefusedBeforeItBegins() throws Exception {
        String told = run(
                1,
                new String[] {"-Xmx200m", "-Duser.home=" + folder},
                "fool",
                "mnist-cnn",
                "--trials",
                "10000",
                "--out",
                folder.resolve("out").toString());
        assertTrue(
                told.contains("penumbra: An attack of 10000 trials, with a picture of each, would take about "), told);
        assertTrue(told.contains("choose fewer with --trials, or leave out --out"), told);
        assertFalse(told.contains("trials left"), told);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    /** Trains for a moment and returns the report. */
    private String report(String name, String... settings) throws Exception {
        Path out = folder.resolve(name);
        run(0, settings, "rings", "--steps", "2", "--grid", "16", "--out", out.toString());
        return Files.readString(out.resolve("report.md"), StandardCharsets.UTF_8);
    }

    private String run(int code, String[] settings, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(settings));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.penumbra.Penumbra"));
        line.addAll(List.of(arguments));
        Path told = folder.resolve("told.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(told.toFile());
        builder.environment().remove("XDG_CACHE_HOME");
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the program does not end");
            assertEquals(code, process.exitValue(), Files.readString(told));
            return Files.readString(told);
        } finally {
            process.destroyForcibly();
        }
    }
}
