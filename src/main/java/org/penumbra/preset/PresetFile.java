package org.penumbra.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Presets as JSON files. Reading a preset that was written gives an equal one; everything that is wrong with a file
 * becomes a {@link PresetException}.
 */
public final class PresetFile {

    /** Largest file that is read, bytes. */
    public static final int MOST_BYTES = 4 << 20;

    private PresetFile() {
    }

    /** Reads a preset from a file. */
    public static Preset read(Path file) {
        String source = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new PresetException(source + ": expected a preset file, but found a folder. Name a file in it.");
            }
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw tooLarge(source, "it has " + size);
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return read(stream, source);
            }
        } catch (NoSuchFileException missing) {
            throw new PresetException(source + ": there is no such file. Check its name and folder.", missing);
        } catch (IOException error) {
            throw unreadable(source, error);
        }
    }

    /**
     * Reads a preset from a stream, which stays open.
     *
     * @param stream     text in UTF-8
     * @param sourceName what messages call it
     */
    public static Preset read(InputStream stream, String sourceName) {
        try {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge(sourceName, "it has more");
            }
            return read(decode(bytes, sourceName), sourceName);
        } catch (IOException error) {
            throw unreadable(sourceName, error);
        }
    }

    /**
     * Reads a preset from its JSON.
     *
     * @param json       the text
     * @param sourceName what messages call it
     */
    public static Preset read(String json, String sourceName) {
        return new PresetFormat().read(PresetNode.root(sourceName, new PresetText().parse(json, sourceName)));
    }

    /**
     * The JSON of a preset, ending with a line break.
     *
     * @throws PresetException when the preset holds a value that could not be read back, such as a sigma above 10
     */
    public static String toJson(Preset preset) {
        return toJson(preset, "preset " + PresetNode.quoted(preset.name()));
    }

    private static String toJson(Preset preset, String source) {
        String json = new PresetPrinter().print(new PresetFormat().write(preset));
        if (!read(json, source).equals(preset)) {
            throw new IllegalStateException(source + " would change by being saved: " + preset);
        }
        return json;
    }

    /**
     * Writes a preset, replacing the file if there is one: either the whole preset gets there or the old file stays.
     *
     * @throws PresetException when the file cannot be written or the preset could not be read back
     */
    public static void write(Preset preset, Path file) {
        String json = toJson(preset, file.toString());
        try {
            // Through a link to what it links to, which is the file somebody means.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(unfinished, json, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(unfinished, target);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException error) {
            throw new PresetException(file + ": the preset could not be saved (" + reason(error)
                    + "). Check that the folder exists, may be written to and has room, or save elsewhere.", error);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plainMoveIsAllThereIs) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String decode(byte[] bytes, String source) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            // Some editors begin a file with a byte order mark, which is no part of the text.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException error) {
            throw new PresetException(source + ": expected text in UTF-8, but byte " + buffer.position()
                    + " is none. Save it as UTF-8.", error);
        }
    }

    private static PresetException tooLarge(String source, String found) {
        return new PresetException(source + ": expected a preset of at most " + MOST_BYTES + " bytes, but " + found
                + ". Is it the right file?");
    }

    private static PresetException unreadable(String source, IOException error) {
        return new PresetException(source + ": the file could not be read (" + reason(error)
                + "). Check that you may read it.", error);
    }

    private static String reason(IOException error) {
        return error.getClass().getSimpleName().replace("Exception", "") + ": " + error.getMessage();
    }
}
