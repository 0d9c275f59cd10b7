package org.penumbra.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are there whole or not at all, the one way in which this program writes files. What a file holds is written
 * beside its place, brought to the disk and moved to its place in one step. Whatever stops that, a kill or a full disk
 * included, the file that was there stays as it was. The new file has the permissions of the one it replaces. Where the place
 * is a link, the file it leads to is replaced and the link stays; other hard links go on naming the old content.
 */
public final class WholeFile {

    private static final int MOST_LINKS = 40;
    /** More than the smallest piece a file system gives, so that a full disk is noticed. */
    private static final byte[] PROBE = new byte[1 << 14];

    private WholeFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Writing {

        /** @param stream may be closed or left open */
        void to(OutputStream stream) throws IOException;
    }

    /** What writes a content that is text. */
    @FunctionalInterface
    public interface TextWriting {

        /** @param writer stays open; writes UTF-8 and refuses half a surrogate pair */
        void to(Writer writer) throws IOException;
    }

    /**
     * Writes a file, replacing the one there was; when that fails, the old one stays. What a killed program has left of the
     * same file an hour ago or more is removed.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Writing writing) throws IOException {
        try (UnfinishedFile unfinished = UnfinishedFile.begin(file)) {
            Path target = unfinished.target();
            Litter.sweep(target.getParent(), target.getFileName().toString()::equals);
            writing.to(unfinished.stream());
            unfinished.finish();
            unfinished.place();
        }
    }

    /** Writes a file of text likewise. */
    public static void writeText(Path file, TextWriting writing) throws IOException {
        write(file, text(writing));
    }

    /** Text as bytes. */
    public static Writing text(TextWriting writing) {
        return stream -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder()));
            writing.to(writer);
            writer.flush();
        };
    }

    /**
     * Sees before long work that a file can be written, by writing something beside its place and removing it again.
     *
     * @throws IOException if it cannot: no such folder, no permission, no room
     */
    public static void probe(Path file) throws IOException {
        try (UnfinishedFile probe = UnfinishedFile.begin(file)) {
            probe.stream().write(PROBE);
            probe.finish();
        }
    }

    /**
     * The place a file is written to: the file itself, or what it leads to where it is a link, which need not be there.
     *
     * @throws IOException when links lead in a circle
     */
    public static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** An error in words: "NoSuchFile: a/b". */
    public static String reason(IOException error) {
        return error.getClass() == IOException.class
                ? Reasons.of(error)
                : error.getClass().getSimpleName().replace("Exception", "") + ": " + error.getMessage();
    }
}
