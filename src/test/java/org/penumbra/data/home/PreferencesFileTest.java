package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.DataException;
import org.penumbra.kit.RunningProgram;

@Timeout(120)
class PreferencesFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsChosenIsFoundAgain() throws IOException {
        PreferencesFile file = PreferencesFile.in(folder.resolve("not yet there"));
        assertEquals(Choices.none(), file.open());
        file.change(Map.of("theme", Optional.of("dark"), "data-folder", Optional.of("/a \"b\" \u00e9")));
        file.change(Map.of("lab", Optional.of("Draw"), "theme", Optional.empty()));
        assertEquals(
                Map.of("lab", "Draw", "data-folder", "/a \"b\" \u00e9"),
                file.open().values());
        assertEquals(
                "{\n  \"data-folder\" : \"/a \\\"b\\\" \u00e9\",\n  \"lab\" : \"Draw\"\n}\n",
                Files.readString(file.path()));
    }

    @Test
    void aChangeLeavesWhatOthersHaveWritten() throws IOException {
        PreferencesFile one = PreferencesFile.in(folder);
        PreferencesFile other = PreferencesFile.in(folder);
        one.open();
        other.change(Map.of("theme", Optional.of("dark"), "lab", Optional.of("Train")));
        one.change(Map.of("lab", Optional.of("Draw")));
        assertEquals(Map.of("theme", "dark", "lab", "Draw"), other.open().values());
        Files.writeString(one.path(), "{\"later\": {\"nested\": [1]}, \"letters-percent\": 110, \"nothing\": null}");
        one.change(Map.of("lab", Optional.of("Rings")));
        assertTrue(Files.readString(one.path()).contains("\"nested\" : [ 1 ]"), Files.readString(one.path()));
        assertEquals(
                Map.of("letters-percent", "110", "lab", "Rings"), one.open().values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[1]", "{\"theme\": \"dark\"", "{\"a\": 1, \"a\": 2}", "{} {}", "\u0000\u0001 x", "\"text\""
            })
    void aDamagedFileIsPutAsideWithItsContent(String content) throws IOException {
        PreferencesFile file = PreferencesFile.in(folder);
        Files.writeString(file.path(), content);
        Files.writeString(file.javaOptions(), "-Xmx600m\n");
        assertFalse(file.read().kept(), "who only reads changes nothing");
        assertTrue(Files.exists(file.path()));
        Choices found = file.open();
        Path aside = folder.resolve("preferences.json.damaged");
        assertAll(
                () -> assertEquals(Map.of(), found.values()),
                () -> assertEquals(Optional.of(aside), found.aside()),
                () -> assertTrue(
                        found.problem().orElseThrow().contains("preferences.json is damaged: "), found.toString()),
                () -> assertTrue(
                        found.problem().orElseThrow().contains("put aside as preferences.json.damaged,"),
                        found.toString()),
                () -> assertEquals(content, Files.readString(aside)),
                () -> assertFalse(Files.exists(file.path())),
                () -> assertFalse(Files.exists(file.javaOptions()), "Java would go on with what is no longer chosen"));
        file.change(Map.of("theme", Optional.of("dark")));
        assertEquals(Map.of("theme", "dark"), file.open().values());
    }

    @Test
    void bytesThatAreNoTextAreDamageAndEveryDamagedFileStays() throws IOException {
        PreferencesFile file = PreferencesFile.in(folder);
        for (int time = 0; time < 3; time++) {
            Files.write(file.path(), new byte[] {'{', (byte) 0xff, (byte) time});
            assertTrue(file.open().problem().orElseThrow().contains("no text in UTF-8"));
        }
        for (String name : List.of("", "-2", "-3")) {
            assertTrue(Files.exists(folder.resolve("preferences.json.damaged" + name)), name);
        }
    }

    @Test
    void aFileThatCannotBeReadStaysAndIsToldOf() throws IOException {
        PreferencesFile file = PreferencesFile.in(folder);
        Files.createDirectory(file.path());
        Choices found = file.open();
        assertFalse(found.kept());
        assertTrue(found.problem().orElseThrow().contains("it is a folder"), found.toString());
        DataException problem =
                assertThrows(DataException.class, () -> file.change(Map.of("theme", Optional.of("dark"))));
        assertTrue(problem.inWindow().contains(file.path().toString()), problem.inWindow());
        assertTrue(Files.isDirectory(file.path()));
    }

    @Test
    void aFileThatIsDamagedMeanwhileIsNotWrittenOver() throws IOException {
        PreferencesFile file = PreferencesFile.in(folder);
        file.change(Map.of("theme", Optional.of("dark")));
        Files.writeString(file.path(), "{");
        assertThrows(DataException.class, () -> file.change(Map.of("theme", Optional.of("light"))));
        assertEquals("{", Files.readString(file.path()));
    }

    @Test
    void javaFindsItsOptionsInAFileOfTheirOwn() throws IOException {
        PreferencesFile file = PreferencesFile.in(folder);
        file.change(Map.of("theme", Optional.of("dark")));
        assertFalse(Files.exists(file.javaOptions()));
        file.change(Map.of(JavaOptions.MEGABYTES, Optional.of("2048")));
        assertEquals(List.of("-Xmx2048m"), Files.readAllLines(file.javaOptions()));
        file.change(Map.of(JavaOptions.THREADS, Optional.of("2")));
        assertEquals(List.of("-Xmx2048m", "-XX:ActiveProcessorCount=2"), Files.readAllLines(file.javaOptions()));
        file.change(Map.of(JavaOptions.MEGABYTES, Optional.of("-1 -version")));
        assertEquals(List.of("-XX:ActiveProcessorCount=2"), Files.readAllLines(file.javaOptions()));
        assertEquals(
                List.of("memory-megabytes: expected a whole number from 512 to 16777216, but found \"-1 -version\""),
                JavaOptions.problems(file.open().values()));
        file.change(Map.of(JavaOptions.MEGABYTES, Optional.empty(), JavaOptions.THREADS, Optional.empty()));
        assertFalse(Files.exists(file.javaOptions()));
    }

    @Test
    void twoProgramsThatChangeItAtOnceKeepWhatEachHasChosen() throws Exception {
        int changes = 25;
        try (RunningProgram one = writer("one", changes);
                RunningProgram other = writer("other", changes)) {
            for (RunningProgram writer : List.of(one, other)) {
                writer.awaitLine("ready");
            }
            Files.createFile(folder.resolve("go"));
            for (RunningProgram writer : List.of(one, other)) {
                assertEquals(List.of(), writer.awaitEnd());
                assertEquals(0, writer.exitValue());
            }
        }
        Map<String, String> values = PreferencesFile.in(folder).open().values();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            expected.addAll(List.of("one-" + i, "other-" + i));
        }
        assertEquals(
                List.of(),
                expected.stream().filter(key -> !values.containsKey(key)).toList());
        assertTrue(List.of("one", "other").contains(values.get("both")), values.get("both"));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.toString().endsWith(".tmp")).toList());
        }
    }

    private RunningProgram writer(String name, int changes) throws IOException {
        return new RunningProgram(
                folder.resolve(name + ".txt"),
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                PreferencesWriter.class.getName(),
                List.of(folder.toString(), name, Integer.toString(changes)));
    }

    @Test
    void everyPlatformHasItsFolder() {
        Path home = folder.resolve("home");
        Path other = folder.resolve("other");
        assertAll(
                () -> assertEquals(home.resolve(".config/penumbra"), PlatformFolders.choices(Map.of(), "Linux", home)),
                () -> assertEquals(
                        other.resolve("penumbra"),
                        PlatformFolders.choices(Map.of("XDG_CONFIG_HOME", other.toString()), "Linux", home)),
                () -> assertEquals(
                        home.resolve(".config/penumbra"),
                        PlatformFolders.choices(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", home)),
                () -> assertEquals(
                        home.resolve("Library/Application Support/penumbra"),
                        PlatformFolders.choices(Map.of("XDG_CONFIG_HOME", other.toString()), "Mac OS X", home)),
                () -> assertEquals(
                        other.resolve("penumbra"),
                        PlatformFolders.choices(Map.of("APPDATA", other.toString()), "Windows 11", home)),
                () -> assertEquals(
                        home.resolve("AppData/Roaming/penumbra"),
                        PlatformFolders.choices(Map.of(), "Windows 11", home)));
    }

    @Test
    void aChosenDataFolderGoesBeforeTheUsualOnesAndAfterTheVariable() throws IOException {
        Path cache = folder.resolve("cache");
        Path dl4j = folder.resolve("dl4j");
        Optional<String> chosen = Optional.of(folder.resolve("chosen").toString());
        DataHome home = DataHome.of(Map.of(), chosen, () -> cache, dl4j);
        assertEquals(folder.resolve("chosen"), home.places().get(0).path());
        assertEquals(cache.resolve("data"), home.places().get(1).path());
        assertEquals(DataHome.PREFERENCE, home.named().orElseThrow().title());
        DataHome named =
                DataHome.of(Map.of(DataHome.VARIABLE, folder.resolve("named").toString()), chosen, () -> cache, dl4j);
        assertEquals(folder.resolve("named"), named.places().get(0).path());
        assertEquals(DataHome.VARIABLE, named.named().orElseThrow().title());
    }
}
