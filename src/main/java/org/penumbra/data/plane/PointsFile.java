package org.penumbra.data.plane;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;

/**
 * Points of the plane as people keep them: a table as text, a line a point with x, y and its class, parted by commas,
 * semicolons or tabs, with a line of headings or without. {@link PointsTable} says what is understood.
 */
public final class PointsFile {

    /** Largest file that is read, bytes: room for {@link PaintedPoints#MOST_POINTS} long lines. */
    public static final int MOST_BYTES = 8 << 20;

    private static final String REMEDY = "Save the table as CSV with the columns x, y and class.";

    private PointsFile() {}

    /**
     * Reads the points of a file.
     *
     * @throws PointsFileProblem when it cannot be read or holds anything else
     */
    public static FilePoints read(Path file) {
        String source = file.toString();
        try (InputStream stream = RegularFile.open(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new PointsFileProblem(
                        source,
                        0,
                        "expected at most " + MOST_BYTES + " bytes of points, but it has more. Is it the right file?",
                        null);
            }
            return new PointsTable(source).read(decoded(bytes, source));
        } catch (NoSuchFileException missing) {
            throw new PointsFileProblem(source, 0, "there is no such file. Check its name and folder.", missing);
        } catch (IOException unreadable) {
            throw new PointsFileProblem(
                    source,
                    0,
                    "the file could not be read (" + WholeFile.reason(unreadable)
                            + "). Name a file of points that you may read.",
                    unreadable);
        }
    }

    private static String decoded(byte[] bytes, String source) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            if (text.indexOf('\0') >= 0) {
                throw new PointsFileProblem(source, 0, "expected a table as text in UTF-8. " + REMEDY, null);
            }
            // Spreadsheets begin a file with a byte order mark, which is no part of the text.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException error) {
            long line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new PointsFileProblem(source, line, "expected text in UTF-8. " + REMEDY, error);
        }
    }
}
