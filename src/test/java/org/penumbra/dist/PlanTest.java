package org.penumbra.dist;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What jlink and jpackage are called with on each system. */
class PlanTest {

    private static final Path PROJECT = Path.of("project");
    private static final Path WORK = PROJECT.resolve("target/dist");
    private static final List<String> OPTIONS = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-Dsome=thing");

    private static Plan plan(Machine machine, String version) {
        return new Plan(machine, PROJECT, WORK, version, OPTIONS);
    }

    /** Written down in files, so that a change is seen by whoever makes it. */
    @ParameterizedTest
    @EnumSource
    void theArgumentsAreThoseThatAreWrittenDown(Machine machine) throws Exception {
        Plan plan = plan(machine, "0.1.0");
        String told = "jlink\n" + lines(plan.jlink()) + "jpackage, the image\n" + lines(plan.packImage())
                + "jpackage, the installer\n" + lines(plan.packInstaller());
        Path expected = Path.of("src/test/resources/dist", machine.name().toLowerCase(Locale.ROOT) + ".txt");
        if (Boolean.getBoolean("penumbra.golden.write")) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, told);
        }
        assertEquals(Files.readString(expected), told);
    }

    /** An option and what it is set to in one line, with the slashes of Linux on every system. */
    private static String lines(List<String> arguments) {
        return String.join("\n", arguments).replace('\\', '/').replaceAll("\n(?!--[a-z])", " ") + "\n\n";
    }

    @ParameterizedTest
    @EnumSource
    void theProgramStartsAsByItsScript(Machine machine) {
        List<String> image = plan(machine, "0.1.0").packImage();
        List<String> options = Stream.iterate(0, i -> i < image.size() - 1, i -> i + 1)
                .filter(i -> image.get(i).equals("--java-options"))
                .map(i -> image.get(i + 1))
                .toList();
        assertAll(
                () -> assertEquals(OPTIONS, options.subList(0, OPTIONS.size())),
                () -> assertEquals("-XX:SharedArchiveFile=$APPDIR/penumbra.jsa", options.get(OPTIONS.size())),
                () -> assertTrue(image.contains("penumbra-0.1.0.jar"), image.toString()),
                () -> assertTrue(image.contains("org.penumbra.Penumbra"), image.toString()));
    }

    @Test
    void aVersionIsNumbersAloneAndOnMacNeverBeginsWithZero() {
        assertAll(
                () -> assertEquals("0.1.0", Machine.LINUX.version("0.1.0")),
                () -> assertEquals("0.1.0", Machine.WINDOWS.version("0.1.0-SNAPSHOT")),
                () -> assertEquals("1.1.0", Machine.MAC.version("0.1.0")),
                () -> assertEquals("2.0.1", Machine.MAC.version("2.0.1")));
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> Machine.LINUX.version("next"));
        assertTrue(wrong.getMessage().contains("\"next\""), wrong.getMessage());
    }

    @Test
    void aSystemIsKnownByTheNameThatJavaGivesIt() {
        assertAll(
                () -> assertEquals(Machine.LINUX, Machine.of("Linux")),
                () -> assertEquals(Machine.WINDOWS, Machine.of("Windows 11")),
                () -> assertEquals(Machine.MAC, Machine.of("Mac OS X")));
        assertThrows(IllegalArgumentException.class, () -> Machine.of("SunOS"));
    }

    @Test
    void javaFxAndTheScreenInMemoryGoIntoTheRuntime() {
        assertAll(
                () -> assertTrue(FxModules.isRuntime(Path.of("lib/javafx-graphics-21.0.12-linux.jar"))),
                () -> assertTrue(FxModules.isRuntime(Path.of("lib/openjfx-monocle-17.0.10.jar"))),
                () -> assertFalse(FxModules.isRuntime(Path.of("lib/ikonli-javafx-12.4.0.jar"))));
    }

    @Test
    void filesOfOneKindHaveOneEndingAndTheirOwnType() {
        assertEquals(
                List.of("penumbra", "penumbra-preset", "penumbra-state"),
                Association.ALL.stream().map(Association::ending).toList());
        String windows = new String(
                Association.ALL.get(0).properties(Path.of("C:\\a b\\penumbra.ico")), StandardCharsets.ISO_8859_1);
        assertTrue(windows.contains("icon=C:\\\\a b\\\\penumbra.ico\n"), windows);
        assertTrue(windows.contains("extension=penumbra\n"), windows);
        assertEquals(
                "application/x-penumbra-model;application/x-penumbra-preset;application/x-penumbra-state;",
                Association.types());
    }
}
