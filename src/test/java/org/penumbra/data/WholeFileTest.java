package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.NamedPipe;

/** What is written is there whole or not at all, in the place that was meant, and nothing else changes. */
class WholeFileTest {

    private static final String UUID = "0123abcd-89ab-4cde-8f01-23456789abcd";

    @TempDir
    private Path folder;

    private static void text(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    @Test
    void untilTheLastByteIsWrittenTheOldFileIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        WholeFile.write(file, stream -> {
            text(stream, "new");
            stream.flush();
            assertEquals("old", Files.readString(file));
        });
        assertEquals("new", Files.readString(file));
        assertEquals(Set.of("a.csv"), names());
    }

    @Test
    void afterAFullDiskTheOldFileIsThereAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        IOException full = new IOException("No space left on device");
        IOException told = assertThrows(
                IOException.class,
                () -> WholeFile.write(file, stream -> {
                    text(stream, "half of it");
                    throw full;
                }));
        assertEquals(full, told);
        assertEquals("No space left on device", WholeFile.reason(told));
        assertEquals("old", Files.readString(file));
        assertEquals(Set.of("a.csv"), names());
    }

    @Test
    void aWriterThatClosesItsStreamIsNoHindrance() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, stream -> {
            text(stream, "all");
            stream.close();
        });
        assertEquals("all", Files.readString(file));
    }

    @Test
    void theNewFileHasThePermissionsOfTheOldFromItsFirstByteOn() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions here");
        for (String mode : Set.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Path file = Files.writeString(folder.resolve("a.txt"), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            WholeFile.write(file, stream -> {
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path one : all.toList()) {
                        String now = PosixFilePermissions.toString(Files.getPosixFilePermissions(one));
                        for (int i = 0; i < mode.length(); i++) {
                            assertTrue(mode.charAt(i) != '-' || now.charAt(i) == '-', one + " is " + now);
                        }
                    }
                }
                text(stream, "new");
            });
            assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere", "a.txt"));
        WholeFile.write(link, stream -> text(stream, "new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aLinkToNothingYetIsFollowedAndACircleIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later.txt"));
        WholeFile.write(link, stream -> text(stream, "new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(folder.resolve("later.txt")));
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        assertThrows(FileSystemLoopException.class, () -> WholeFile.write(one, stream -> text(stream, "new")));
    }

    @Test
    void anotherNameOfTheSameFileKeepsTheOldContent() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path other = Files.createLink(folder.resolve("b.txt"), file);
        WholeFile.write(file, stream -> text(stream, "new"));
        assertEquals("new", Files.readString(file));
        assertEquals("old", Files.readString(other));
    }

    @Test
    void aPipeIsNotReplaced() throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe"));
        FileSystemException refused =
                assertThrows(FileSystemException.class, () -> WholeFile.write(pipe, stream -> text(stream, "new")));
        assertEquals("it is a named pipe or a device", refused.getReason());
        assertFalse(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS));
        assertEquals(Set.of("pipe"), names());
    }

    @Test
    void aWriteProtectedFileIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertTrue(file.toFile().setWritable(false));
        assumeFalse(Files.isWritable(file), "this person may write everything");
        assertThrows(AccessDeniedException.class, () -> WholeFile.write(file, stream -> text(stream, "new")));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("missing");
        NoSuchFileException told = assertThrows(
                NoSuchFileException.class, () -> WholeFile.write(missing.resolve("a"), stream -> text(stream, "new")));
        assertEquals(missing.toString(), told.getFile());
    }

    @Test
    void oldLitterOfTheSameFileGoesAndNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        String old = "a.txt." + UUID + ".tmp";
        String young = "a.txt." + UUID.replace('0', '1') + ".tmp";
        String others = "b.txt." + UUID + ".tmp";
        Set<String> own = Set.of("a.txt.tmp", "a.txt.notes.tmp", "a.txt." + UUID + ".tmp.txt", "my." + UUID + ".tmp");
        for (String name :
                Stream.concat(Stream.of(old, young, others), own.stream()).toList()) {
            Path made = Files.writeString(folder.resolve(name), "left");
            if (!name.equals(young)) {
                age(made);
            }
        }
        Path asFolder = Files.createDirectory(folder.resolve("a.txt." + UUID.replace('0', '2') + ".tmp"));
        age(asFolder);
        WholeFile.write(file, stream -> text(stream, "new"));
        Set<String> left = new TreeSet<>(own);
        left.addAll(Set.of("a.txt", young, others, asFolder.getFileName().toString()));
        assertEquals(left, names());
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));
    }

    @Test
    void whatKilledProgramsHaveLeftHasTheNameThatIsLookedFor() throws IOException {
        Path file = folder.resolve("a.txt");
        try (UnfinishedFile abandoned = UnfinishedFile.begin(file)) {
            text(abandoned.stream(), "half");
            abandoned.finish();
            age(folder.resolve(names().iterator().next()));
            WholeFile.write(file, stream -> text(stream, "new"));
            assertEquals(Set.of("a.txt"), names());
        }
    }

    @Test
    void aProbeLeavesNothing() throws IOException {
        WholeFile.probe(folder.resolve("a.txt"));
        assertEquals(Set.of(), names());
        assertThrows(IOException.class, () -> WholeFile.probe(folder.resolve("missing/a.txt")));
    }

    @Test
    void halfASurrogatePairIsNoText() throws IOException {
        Path file = folder.resolve("a.txt");
        assertThrows(IOException.class, () -> WholeFile.writeText(file, writer -> writer.write("a\uD800b")));
        assertEquals(Set.of(), names());
        WholeFile.writeText(file, writer -> writer.write("\u00e9\uD83D\uDE00"));
        assertEquals("\u00e9\uD83D\uDE00", Files.readString(file));
    }
}
