package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log as a file: what is in it, where it is, and what happens where it cannot be. */
class LogFileTest {

    @TempDir
    private Path folder;

    private String before;

    @BeforeEach
    void nameFolder() {
        before = System.getProperty(LogFile.FOLDER);
        System.setProperty(LogFile.FOLDER, folder.resolve("100 % logs").toString());
    }

    @AfterEach
    void restoreFolder() {
        if (before == null) {
            System.clearProperty(LogFile.FOLDER);
        } else {
            System.setProperty(LogFile.FOLDER, before);
        }
    }

    @Test
    void whatIsLoggedStandsInTheFileThatTheMessageNames() throws IOException {
        Path file;
        try (LogFile log = LogFile.open().orElseThrow()) {
            file = log.path();
            assertEquals(Optional.of(file), LogFile.current());
            LoggerFactory.getLogger(LogFileTest.class).error("a wheel came off", new IllegalStateException("rust"));
            assertEquals("the log has the details (" + file + ")", LogFile.words());
        }
        String text = Files.readString(file);
        assertAll(
                () -> assertEquals(folder.resolve("100 % logs").resolve("penumbra-1.0.log"), file),
                () -> assertTrue(text.contains("a wheel came off"), text),
                () -> assertTrue(text.contains("java.lang.IllegalStateException: rust"), text),
                () -> assertTrue(text.contains("at org.penumbra.data.home.LogFileTest."), text),
                () -> assertEquals(Optional.empty(), LogFile.current()),
                () -> assertEquals("the log has the details", LogFile.words()));
    }

    @Test
    void programsThatRunAtTheSameTimeWriteFilesOfTheirOwn() throws IOException {
        try (LogFile first = LogFile.in(folder)) {
            try (LogFile second = LogFile.in(folder)) {
                assertNotEquals(first.path(), second.path());
                second.publish(new LogRecord(Level.WARNING, "of the second"));
            }
            first.publish(new LogRecord(Level.WARNING, "of the first"));
        }
        String first = Files.readString(folder.resolve("penumbra-1.0.log"));
        assertTrue(first.contains("of the first") && !first.contains("of the second"), first);
        assertTrue(Files.readString(folder.resolve("penumbra-2.0.log")).contains("of the second"));
    }

    @Test
    void theNextStartGoesOnInTheSameFile() throws IOException {
        for (String line : List.of("yesterday", "today")) {
            try (LogFile log = LogFile.in(folder)) {
                log.publish(new LogRecord(Level.WARNING, line));
            }
        }
        String text = Files.readString(folder.resolve("penumbra-1.0.log"));
        assertTrue(text.indexOf("yesterday") >= 0 && text.indexOf("yesterday") < text.indexOf("today"), text);
    }

    @Test
    void aFullFileBecomesTheOlderOfTwoAndTheOldestLinesGo() throws IOException {
        String line = "x".repeat(10_000);
        try (LogFile log = LogFile.in(folder)) {
            for (int i = 0; i < 4 * LogFile.MOST_BYTES / line.length(); i++) {
                log.publish(new LogRecord(Level.WARNING, line));
            }
            log.publish(new LogRecord(Level.WARNING, "the last line"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            assertEquals(2, logs.size(), logs.toString());
            for (Path log : logs) {
                assertTrue(Files.size(log) < LogFile.MOST_BYTES + 2L * line.length(), log + ": " + Files.size(log));
            }
        }
        assertTrue(Files.readString(folder.resolve("penumbra-1.0.log")).contains("the last line"));
    }

    @Test
    void aFolderThatCannotBeIsToldOnceAndStopsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        System.setProperty(LogFile.FOLDER, file.toString());
        List<String> told = new ArrayList<>();
        Handler ear = new Ear(told);
        Logger root = Logger.getLogger("");
        root.addHandler(ear);
        try {
            assertEquals(Optional.empty(), LogFile.open());
        } finally {
            root.removeHandler(ear);
        }
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.get(0).contains(file.toString()) && told.get(0).contains("standard error only"), told.get(0));
    }

    @Test
    void noMoreLogsThanTwentyAreWrittenAtATime() throws IOException {
        List<LogFile> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(LogFile.in(folder));
            }
            assertThrows(IOException.class, () -> LogFile.in(folder));
        } finally {
            open.forEach(LogFile::close);
        }
    }

    /** Hears what standard error is told. */
    private static final class Ear extends Handler {

        private final List<String> told;

        Ear(List<String> told) {
            this.told = told;
        }

        @Override
        public void publish(LogRecord entry) {
            told.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
