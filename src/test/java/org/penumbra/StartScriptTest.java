package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script with a java that only tells how it was called. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
class StartScriptTest {

    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void layOutTheProgram() throws IOException {
        Path home = folder.resolve("the program");
        Files.createDirectories(home.resolve("lib"));
        script = executable(home.resolve("bin/penumbra"), Files.readString(Path.of("src/main/dist/bin/penumbra")));
    }

    @Test
    void startsTheMainClassWithItsArgumentsThroughSymbolicLinks() throws Exception {
        Path near = Files.createSymbolicLink(folder.resolve("near"), Path.of("the program/bin/penumbra"));
        Path far = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("bin")).resolve("penumbra"), near);
        Answer answer = run(far, java("17.0.15", folder.resolve("jdk")), "rings", "--out", "two words");
        assertAll(
                () -> assertEquals(0, answer.code, answer.err),
                () -> assertTrue(
                        answer.out.contains("[-cp]\n[" + folder.toRealPath().resolve("the program/lib") + "/*]\n"
                                + "[org.penumbra.Penumbra]\n[rings]\n[--out]\n[two words]\n"),
                        answer.out),
                () -> assertTrue(answer.out.contains("OMP_WAIT_POLICY=passive"), answer.out));
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        Answer old = run(script, java("11.0.2", folder.resolve("jdk")), "--version");
        assertAll(
                () -> assertEquals(1, old.code),
                () -> assertTrue(
                        old.err.contains("Java 17 or newer is needed") && old.err.contains("11.0.2"), old.err));
        Answer ancient = run(script, java("1.8.0_402", folder.resolve("jdk8")), "--version");
        assertTrue(ancient.err.contains("Java 17 or newer is needed"), ancient.err);
    }

    @Test
    void aJavaThatSaysItsVersionInAFileIsNotAskedForIt() throws Exception {
        Map<String, String> environment = java("8", folder.resolve("jdk"));
        Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
        assertEquals(0, run(script, environment, "--version").code);
        // The other way round the file is not believed: it may belong to something else.
        Map<String, String> newer = java("21.0.1", folder.resolve("jdk21"));
        Files.writeString(folder.resolve("jdk21/release"), "JAVA_VERSION=\"1.8.0_402\"\n");
        assertEquals(0, run(script, newer, "--version").code);
    }

    @Test
    void theProgramIsToldByWhatItWasStarted() throws Exception {
        Answer answer = run(script, java("17.0.15", folder.resolve("jdk")), "--version");
        assertTrue(
                answer.out.contains(
                        "[-Dpenumbra.launcher=" + folder.toRealPath().resolve("the program/bin/penumbra") + "]"),
                answer.out);
    }

    @Test
    void aNewerJavaIsWelcome() throws Exception {
        assertEquals(0, run(script, java("25", folder.resolve("jdk")), "--version").code);
        assertEquals(0, run(script, java("26-ea", folder.resolve("jdk26")), "--version").code);
    }

    @Test
    void aWrongJavaHomeIsNamed() throws Exception {
        Answer answer =
                run(script, Map.of("JAVA_HOME", folder.resolve("nowhere").toString()), "--version");
        assertAll(
                () -> assertEquals(1, answer.code),
                () -> assertTrue(answer.err.contains("JAVA_HOME is " + folder.resolve("nowhere")), answer.err));
    }

    @Test
    void aMissingJavaIsSaidPlainly() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "head", "uname")) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + which(tool) + " \"$@\"\n");
        }
        Answer answer = run(script, Map.of("PATH", tools.toString()), "--version");
        assertAll(
                () -> assertEquals(1, answer.code),
                () -> assertTrue(answer.err.startsWith("penumbra: java was not found"), answer.err));
    }

    @Test
    void whereTheLocaleHasNoLettersBeyondAsciiOneWithUtf8IsTaken() throws Exception {
        for (Map<String, String> without : List.of(
                Map.<String, String>of(),
                Map.of("LANG", "C"),
                Map.of("LC_CTYPE", "POSIX", "LANG", "en_US.UTF-8"),
                Map.of("LC_ALL", "", "LC_CTYPE", "C"),
                Map.of("LANG", "xx_XX.not-installed"))) {
            Answer answer = run(script, with(without), "--version");
            assertTrue(answer.out.matches("(?s).*LC_ALL= LC_CTYPE=[\\w.]+\\.(utf|UTF)-?8 .*"), without + answer.out);
        }
        for (String all : List.of("C", "POSIX")) {
            Answer answer = run(script, with(Map.of("LC_ALL", all, "LANG", "C.UTF-8")), "--version");
            assertTrue(answer.out.matches("(?s).*LC_ALL=[\\w.]+\\.(utf|UTF)-?8 LC_CTYPE= .*"), all + answer.out);
        }
    }

    @Test
    void aLocaleWithUtf8Stays() throws Exception {
        for (Map<String, String> good : List.of(
                Map.of("LANG", "C.UTF-8"), Map.of("LC_ALL", "C.UTF-8", "LANG", "C"), Map.of("LC_CTYPE", "C.UTF-8"))) {
            Answer answer = run(script, with(good), "--version");
            String expected = "LC_ALL=" + good.getOrDefault("LC_ALL", "") + " LC_CTYPE="
                    + good.getOrDefault("LC_CTYPE", "") + " LANG=" + good.getOrDefault("LANG", "");
            assertTrue(answer.out.contains(expected), expected + " in " + answer.out);
        }
    }

    @Test
    void whatWasChosenForJavaGoesBeforeTheOptionsOfTheStart() throws Exception {
        Path choices =
                Files.createDirectories(folder.resolve("choices/penumbra")).resolve("java-options");
        Files.writeString(choices, "-Xmx2048m\n-XX:ActiveProcessorCount=2\n");
        Map<String, String> chosen =
                Map.of("XDG_CONFIG_HOME", folder.resolve("choices").toString());
        Answer answer = run(script, with(chosen), "--version");
        assertTrue(answer.out.contains("[-Xmx2048m]\n[-XX:ActiveProcessorCount=2]\n[-cp]\n"), answer.out);
        Map<String, String> more = new HashMap<>(chosen);
        more.put("JAVA_OPTS", "-Xmx8g -Da=b");
        answer = run(script, with(more), "--version");
        assertTrue(
                answer.out.contains("[-Xmx2048m]\n[-XX:ActiveProcessorCount=2]\n[-Xmx8g]\n[-Da=b]\n[-cp]\n"),
                answer.out);
        more.put("JDK_JAVA_OPTIONS", "-Xmx1g");
        answer = run(script, with(more), "--version");
        assertTrue(!answer.out.contains("2048") && answer.err.isEmpty(), answer.out + answer.err);
    }

    @Test
    void aFileForJavaWithSomethingElseInItIsNotUsed() throws Exception {
        Path home = Files.createDirectories(folder.resolve("person/.config/penumbra"));
        Files.writeString(home.resolve("java-options"), "-Xmx2048m\n-version\n");
        Answer answer = run(script, with(Map.of("HOME", folder.resolve("person").toString())), "--version");
        assertAll(
                () -> assertEquals(0, answer.code),
                () -> assertTrue(!answer.out.contains("2048"), answer.out),
                () -> assertTrue(answer.err.contains("java-options holds something else"), answer.err));
    }

    private Map<String, String> with(Map<String, String> locale) throws IOException {
        Map<String, String> environment = new HashMap<>(java("17.0.15", folder.resolve("jdk")));
        environment.putAll(locale);
        return environment;
    }

    /** A JAVA_HOME whose java prints its arguments, one a line, and what it was told about OpenMP. */
    private static Map<String, String> java(String version, Path home) throws IOException {
        executable(home.resolve("bin/java"), """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-01-01' >&2; exit 0; fi
            printf '[%%s]\\n' "$@"
            echo "OMP_WAIT_POLICY=$OMP_WAIT_POLICY"
            echo "LC_ALL=${LC_ALL:-} LC_CTYPE=${LC_CTYPE:-} LANG=${LANG:-}"
            """.formatted(version));
        return Map.of("JAVA_HOME", home.toString());
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true), file.toString());
        return file;
    }

    private static Path which(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError(tool + " was not found in /usr/bin or /bin"));
    }

    private record Answer(int code, String out, String err) {}

    private Answer run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("/bin/sh", program.toString()), Stream.of(arguments))
                                .toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of(
                        "JAVA_HOME", "JAVA_OPTS", "JDK_JAVA_OPTIONS", "OMP_WAIT_POLICY", "LC_ALL", "LC_CTYPE", "LANG"));
        builder.environment().put("XDG_CONFIG_HOME", "");
        builder.environment().put("HOME", folder.resolve("nobody").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the start script hangs");
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
