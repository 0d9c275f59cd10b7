package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has other permissions")
    void theFolderIsMadeForItsOwnerAlone() throws IOException {
        Path own = folder.resolve("a/native");
        assertTrue(NativeFolder.isUsable(own, false));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
        assertEquals(0, own.toFile().list().length);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has other permissions")
    void aFolderThatOthersMayWriteToIsNotTrustedUnlessAPersonNamesIt() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertFalse(NativeFolder.isUsable(open, false));
        assertTrue(NativeFolder.isUsable(open, true));
    }

    @Test
    void whereAFileIsInTheWayThereIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertFalse(NativeFolder.isUsable(file, true));
        assertFalse(NativeFolder.isUsable(file.resolve("native"), false));
    }

    @Test
    void onlyATemporaryFolderIsRemovedAtTheEnd() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("kept/x"));
        Path gone = Files.createDirectories(folder.resolve("gone/x"));
        Files.writeString(gone.resolve("libjni.so"), "code");
        new NativeFolder(kept.getParent(), false).leave();
        new NativeFolder(gone.getParent(), true).leave();
        assertTrue(Files.exists(kept));
        assertFalse(Files.exists(gone.getParent()));
    }
}
