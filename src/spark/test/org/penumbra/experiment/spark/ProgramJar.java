package org.penumbra.experiment.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The program as one jar, with the tests' experiments in it, as machines are sent it. */
final class ProgramJar {

    private ProgramJar() {}

    /** Makes it of the folders of classes on this process's class path. */
    static Path write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : System.getProperty("java.class.path").split(":")) {
                Path folder = Path.of(entry);
                if (Files.isDirectory(folder)) {
                    for (Path file : classes(folder)) {
                        add(out, folder.relativize(file).toString(), Files.readAllBytes(file));
                    }
                }
            }
            add(
                    out,
                    "META-INF/services/" + ExperimentSource.class.getName(),
                    TinySource.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static List<Path> classes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
