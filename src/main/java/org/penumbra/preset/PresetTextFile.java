package org.penumbra.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;

/** The text of preset files, whatever they hold: read within limits, written whole or not at all. */
final class PresetTextFile {

    private PresetTextFile() {}

    /** The text of a file. */
    static String read(Path file) {
        String source = file.toString();
        try {
            Optional<String> obstacle = RegularFile.obstacle(file);
            if (obstacle.isPresent()) {
                throw new PresetException(
                        source,
                        "",
                        "expected a preset file, but found " + obstacle.get() + ". "
                                + (Files.isDirectory(file) ? "Name a file in it." : "Name a plain file."));
            }
            long size = Files.size(file);
            if (size > PresetFile.MOST_BYTES) {
                throw tooLarge(source, "it has " + size);
            }
            try (InputStream stream = RegularFile.open(file)) {
                return read(stream, source);
            }
        } catch (NoSuchFileException missing) {
            throw new PresetException(source, "", "there is no such file. Check its name and folder.", missing);
        } catch (IOException error) {
            throw unreadable(source, error);
        }
    }

    /** The text of a stream, which stays open. */
    static String read(InputStream stream, String source) {
        try {
            byte[] bytes = stream.readNBytes(PresetFile.MOST_BYTES + 1);
            if (bytes.length > PresetFile.MOST_BYTES) {
                throw tooLarge(source, "it has more");
            }
            return decode(bytes, source);
        } catch (IOException error) {
            throw unreadable(source, error);
        }
    }

    /** Writes a text, replacing the file if there is one. */
    static void write(String json, Path file) {
        try {
            WholeFile.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException error) {
            throw new PresetException(
                    file.toString(),
                    "",
                    "the preset could not be saved (" + WholeFile.reason(error)
                            + "). Check that the folder exists, may be written to and has room, or save elsewhere.",
                    error);
        }
    }

    private static String decode(byte[] bytes, String source) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            // Some editors begin a file with a byte order mark, which is no part of the text.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException error) {
            throw new PresetException(
                    source,
                    "",
                    "expected text in UTF-8, but byte " + buffer.position() + " is none. Save it as UTF-8.",
                    error);
        }
    }

    private static PresetException tooLarge(String source, String found) {
        return new PresetException(
                source,
                "",
                "expected a preset of at most " + PresetFile.MOST_BYTES + " bytes, but " + found
                        + ". Is it the right file?");
    }

    private static PresetException unreadable(String source, IOException error) {
        return new PresetException(
                source,
                "",
                "the file could not be read (" + WholeFile.reason(error) + "). Check that you may read it.",
                error);
    }
}
