package org.penumbra.view.shell.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.data.home.PreferencesFile;
import org.penumbra.kit.Await;

@Timeout(60)
class KeptPreferencesTest {

    @TempDir
    Path folder;

    private final List<Throwable> failures = new ArrayList<>();

    private KeptPreferences open() {
        PreferencesFile file = PreferencesFile.in(folder);
        return new KeptPreferences(file, file.open(), Runnable::run, failures::add);
    }

    @Test
    void aChangeIsWrittenSoonAndTheRestAtTheEnd() {
        KeptPreferences one = open();
        one.put("theme", "dark");
        assertEquals("dark", one.get("theme", ""));
        Await.await(
                () -> PreferencesFile.in(folder).read().values().equals(Map.of("theme", "dark")),
                Duration.ofSeconds(30),
                () -> PreferencesFile.in(folder).read().toString());
        one.putInt("letters-percent", 120);
        one.remove("theme");
        one.close();
        assertEquals(
                Map.of("letters-percent", "120"),
                PreferencesFile.in(folder).read().values());
        assertEquals(List.of(), failures);
    }

    @Test
    void twoWindowsKeepEachOthersChoices() {
        KeptPreferences one = open();
        KeptPreferences other = open();
        for (int i = 0; i < 20; i++) {
            one.putInt("one", i);
            other.putInt("other", i);
        }
        one.put("both", "one");
        one.close();
        other.put("both", "other");
        other.close();
        assertEquals(
                Map.of("one", "19", "other", "19", "both", "other"),
                PreferencesFile.in(folder).read().values());
        assertEquals(List.of(), failures);
    }

    @Test
    void whatIsPutAsItWasIsNotWritten() throws IOException {
        PreferencesFile.in(folder).change(Map.of("theme", Optional.of("dark")));
        KeptPreferences one = open();
        PreferencesFile.in(folder).change(Map.of("theme", Optional.of("light")));
        one.put("theme", "dark");
        one.close();
        assertEquals(Map.of("theme", "light"), PreferencesFile.in(folder).read().values());
    }

    @Test
    void whatCannotBeWrittenIsToldAndTriedAgain() throws IOException {
        KeptPreferences one = open();
        Path file = PreferencesFile.in(folder).path();
        Files.createDirectory(file);
        one.put("theme", "dark");
        Await.await(() -> !failures.isEmpty(), Duration.ofSeconds(30), () -> "a failure");
        assertTrue(failures.get(0) instanceof DataException, failures.toString());
        Files.delete(file);
        one.close();
        assertEquals(Map.of("theme", "dark"), PreferencesFile.in(folder).read().values());
    }

    @Test
    void aFileThatStaysAsItIsGetsNothing() throws IOException {
        Files.createDirectory(PreferencesFile.in(folder).path());
        KeptPreferences one = open();
        assertEquals(Optional.empty(), one.place());
        one.put("theme", "dark");
        one.close();
        assertEquals(List.of(), failures);
        assertFalse(Files.isRegularFile(PreferencesFile.in(folder).path()));
    }

    @Test
    void javaSaysWhoHasDecided() {
        JavaStart start = new JavaStart(
                Map.of("JAVA_OPTS", "-Dx=1 -Xmx8g"), List.of("-Xmx2048m", "-XX:ActiveProcessorCount=2", "-Xmx8g"));
        assertEquals(Optional.of("JAVA_OPTS says -Xmx8g"), start.memoryWinner(Optional.of("-Xmx2048m")));
        assertFalse(start.follows("-Xmx2048m"));
        assertEquals(Optional.empty(), start.threadsWinner(Optional.of("-XX:ActiveProcessorCount=2")));
        assertTrue(start.follows("-XX:ActiveProcessorCount=2"));
        assertEquals(
                Optional.of("the start of the program says -XX:ActiveProcessorCount=2"),
                start.threadsWinner(Optional.empty()));
        assertEquals(Optional.empty(), new JavaStart(Map.of(), List.of()).memoryWinner(Optional.of("-Xmx1g")));
    }
}
