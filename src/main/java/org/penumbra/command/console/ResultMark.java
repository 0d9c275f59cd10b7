package org.penumbra.command.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.data.RegularFile;

/**
 * What says that a folder of results is whole: a text with a line "SHA-256, two spaces, name" for each file, as
 * {@code sha256sum} writes and {@code sha256sum -c} checks it. A file belongs to the run that wrote the mark only while its
 * content is still the one that is listed.
 *
 * @param files in the order they were written
 */
record ResultMark(Set<Entry> files) {

    /** Nothing is listed. */
    static final ResultMark NONE = new ResultMark(Set.of());

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._-]*)");
    private static final int MOST_BYTES = 1 << 24;

    /** One file: its name, without a folder, and the SHA-256 sum of its content in hexadecimal. */
    record Entry(String name, String sum) {}

    ResultMark {
        files = new LinkedHashSet<>(files);
    }

    static ResultMark of(Collection<Entry> files) {
        return new ResultMark(new LinkedHashSet<>(files));
    }

    /**
     * Reads a mark.
     *
     * @return empty where the file is no mark; a mark that lists nothing where there is no file
     */
    static Optional<ResultMark> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(NONE);
        }
        List<String> lines;
        try (InputStream stream = RegularFile.open(file)) {
            lines = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        Set<Entry> files = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                return Optional.empty();
            }
            files.add(new Entry(parts.group(2), parts.group(1)));
        }
        return Optional.of(new ResultMark(files));
    }

    /** What the file holds. */
    String text() {
        return files.stream()
                .map(file -> file.sum() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    ResultMark and(ResultMark other) {
        return of(Stream.concat(files.stream(), other.files.stream()).toList());
    }

    boolean lists(String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    /** Whether a file is listed and its content is still what is listed. */
    boolean owns(Path file) throws IOException {
        String name = file.getFileName().toString();
        return lists(name)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && files.contains(new Entry(name, sum(file)));
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream stream = new DigestInputStream(RegularFile.open(file), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
