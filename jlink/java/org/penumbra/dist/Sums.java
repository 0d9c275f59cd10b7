package org.penumbra.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of what is handed out, in the form that {@code sha256sum -c} reads. */
final class Sums {

    private Sums() {}

    /**
     * Writes the sums of all files in a folder, and in those below it.
     *
     * @param folder the sums name files as they are called from there
     * @param list   receives them; not in the folder
     */
    static void write(Path folder, Path list) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            write(
                    folder,
                    files.filter(file -> Files.isRegularFile(file)).sorted().toList(),
                    list);
        }
    }

    /** Writes the sums of some files of a folder. */
    static void write(Path folder, List<Path> files, Path list) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            lines.append(of(file))
                    .append("  ")
                    .append(folder.relativize(file).toString().replace('\\', '/'))
                    .append('\n');
        }
        Files.writeString(list, lines);
    }

    private static String of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                DigestOutputStream sum =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(sum);
            return HexFormat.of().formatHex(sum.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", none);
        }
    }
}
