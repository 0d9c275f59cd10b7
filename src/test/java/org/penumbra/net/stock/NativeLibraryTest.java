package org.penumbra.net.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A library that is packed as in the program's folder: it is unpacked once, whole, to where JavaCPP is told to look. */
class NativeLibraryTest {

    private static final String PLACES = "org.bytedeco.javacpp.platform.preloadpath";
    private static final String ENTRY =
            "org/nd4j/linalg/cpu/nativecpu/bindings/" + Loader.getPlatform() + "/" + System.mapLibraryName("nd4jcpu");

    @TempDir
    private Path folder;

    private final String placesBefore = System.getProperty(PLACES);
    private Path jar;

    private URLClassLoader loader(byte[] packed, int size) throws IOException {
        // JavaCPP's folder is chosen once for a process, so the jar has a name of its own there.
        jar = Files.createTempFile(folder, "packed-", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(ENTRY + ".xz"));
            out.write(packed);
            out.putNextEntry(new JarEntry(ENTRY + ".size"));
            out.write(Integer.toString(size).getBytes(StandardCharsets.US_ASCII));
        }
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }

    @AfterEach
    void leaveNothing() throws IOException {
        if (placesBefore == null) {
            System.clearProperty(PLACES);
        } else {
            System.setProperty(PLACES, placesBefore);
        }
        Loader.loadProperties(true);
        Path unpacked = Loader.getCacheDir().toPath().resolve(jar.getFileName());
        if (Files.exists(unpacked)) {
            try (Stream<Path> files = Files.walk(unpacked)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void itIsUnpackedOnceToWhereJavaCppIsToldToLook() throws IOException {
        byte[] content = content();
        try (URLClassLoader loader = loader(packed(content), content.length)) {
            NativeLibrary library = find(loader);
            assertEquals(content.length, library.size());
            assertEquals(0, library.unpacked());
            library.prepare();
            assertArrayEquals(content, Files.readAllBytes(library.file()));
            assertEquals(content.length, library.unpacked());
            assertEquals(
                    library.file().getParent().toString(),
                    Loader.loadProperties().getProperty("platform.preloadpath"));
            var first = Files.getLastModifiedTime(library.file());
            library.prepare();
            assertEquals(first, Files.getLastModifiedTime(library.file()), "unpacked a second time");
        }
    }

    @Test
    void ofADamagedJarNothingIsLeft() throws IOException {
        byte[] content = content();
        byte[] packed = packed(content);
        packed[packed.length / 2] ^= 1;
        try (URLClassLoader loader = loader(packed, content.length)) {
            NativeLibrary library = find(loader);
            assertThrows(IOException.class, library::prepare);
            try (Stream<Path> files = Files.list(library.file().getParent())) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    @Test
    void aFileCutShortIsUnpackedAnew() throws IOException {
        byte[] content = content();
        try (URLClassLoader loader = loader(packed(content), content.length)) {
            NativeLibrary library = find(loader);
            Files.createDirectories(library.file().getParent());
            Files.write(library.file(), new byte[5]);
            library.prepare();
            assertArrayEquals(content, Files.readAllBytes(library.file()));
        }
    }

    @Test
    void whatIsOnItsWayCountsAsProgress() throws IOException {
        byte[] content = content();
        try (URLClassLoader loader = loader(packed(content), content.length)) {
            NativeLibrary library = find(loader);
            Files.createDirectories(library.file().getParent());
            Path part = library.file().resolveSibling(library.file().getFileName() + ".unfinished");
            Files.write(part, new byte[1234]);
            assertEquals(1234, library.unpacked());
            assertFalse(Files.exists(library.file()));
        }
    }

    private static NativeLibrary find(ClassLoader loader) {
        URL resource = NativeLibrary.resource(loader).orElseThrow();
        assertTrue(resource.toString().endsWith(".xz"), resource.toString());
        return NativeLibrary.of(resource).orElseThrow();
    }

    private static byte[] content() {
        byte[] content = new byte[100_000];
        new Random(7).nextBytes(content);
        return content;
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XZOutputStream packed = new XZOutputStream(out, new LZMA2Options(0))) {
            packed.write(content);
        }
        return out.toByteArray();
    }
}
