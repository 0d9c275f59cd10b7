package org.penumbra.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.data.WholeFile;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetNode;
import org.penumbra.preset.PresetText;

/**
 * Reads what {@link SealedWriter} wrote. Nothing is allocated that the bytes read so far do not warrant, and what comes
 * out before {@link #finish} may be damaged.
 */
final class SealedReader {

    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest = SealedWriter.newDigest();
    private final DataInputStream in;
    private final String source;

    /** @param source what messages call it */
    SealedReader(InputStream stream, String source) {
        in = new DataInputStream(new DigestInputStream(stream, digest));
        this.source = source;
    }

    /**
     * The header.
     *
     * @throws ModelException when the file is of another kind or its header is no JSON
     */
    PresetNode header() {
        byte[] magic = bytes(SealedWriter.MAGIC.length, "the beginning");
        if (!Arrays.equals(magic, SealedWriter.MAGIC)) {
            throw new ModelException(
                    Kind.FOREIGN,
                    source + ": expected a file that begins with \"PENUMBRA\", but it begins otherwise. "
                            + "It is no file of this program, or its beginning is damaged");
        }
        int length = ByteBuffer.wrap(bytes(Integer.BYTES, "the length of the header"))
                .getInt();
        if (length < 2 || length > SealedWriter.MOST_HEADER) {
            throw new ModelException(
                    Kind.DAMAGED,
                    source + ": at byte " + SealedWriter.MAGIC.length + ": expected a header of 2 to "
                            + SealedWriter.MOST_HEADER + " bytes, but it claims " + length
                            + ". The file is damaged; copy it again");
        }
        String text = text(bytes(length, "the header"));
        try {
            JsonNode tree = new PresetText().parse(text, source);
            return PresetNode.root(source, tree);
        } catch (PresetException noJson) {
            throw damaged(noJson);
        }
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw damaged(noText.getMessage(), noText);
        }
    }

    /** The complaint about a header that is not what it should be. */
    ModelException damaged(PresetException why) {
        return damaged(why.withoutSource(), why);
    }

    /** The complaint about a header whose values do not go together. */
    ModelException damaged(IllegalArgumentException why) {
        return damaged(why.getMessage(), why);
    }

    private ModelException damaged(String reason, Exception why) {
        return new ModelException(
                Kind.HEADER,
                source + ": its header cannot be understood (" + shortened(reason)
                        + "). The file is damaged or from a newer version; copy it again, or make it anew",
                why);
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "...";
    }

    /** The next numbers, which are weights. */
    float[] numbers(int count, WeightType type) {
        return numbers(count, type, "the weights");
    }

    /** The next numbers. */
    float[] numbers(int count, WeightType type, String what) {
        float[] values = new float[count];
        int perChunk = CHUNK / type.bytes();
        for (int from = 0; from < count; from += perChunk) {
            int size = Math.min(perChunk, count - from);
            ByteBuffer buffer =
                    ByteBuffer.wrap(bytes(size * type.bytes(), what)).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < size; i++) {
                values[from + i] = type.get(buffer);
            }
        }
        return values;
    }

    /** The next marks, eight a byte, the first in the lowest bit. */
    boolean[] marks(int count, String what) {
        BitSet bits = BitSet.valueOf(bytes((count + Byte.SIZE - 1) / Byte.SIZE, what));
        boolean[] marks = new boolean[count];
        for (int i = 0; i < count; i++) {
            marks[i] = bits.get(i);
        }
        return marks;
    }

    /** The next bytes, as they are; a file that claims more than it has takes no memory for them. */
    byte[] block(int count, String what) {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream(Math.min(count, CHUNK));
        for (int left = count; left > 0; left -= Math.min(left, CHUNK)) {
            gathered.writeBytes(bytes(Math.min(left, CHUNK), what));
        }
        return gathered.toByteArray();
    }

    /**
     * Sees that the file ends here and is as it was written.
     *
     * @throws ModelException when it is not
     */
    void finish() {
        byte[] expected = digest.digest();
        byte[] sealed = bytes(expected.length, "the checksum");
        if (!MessageDigest.isEqual(expected, sealed)) {
            throw new ModelException(
                    Kind.DAMAGED,
                    source + ": the content does not have the SHA-256 checksum at its end. The file is "
                            + "damaged; copy it again");
        }
        try {
            if (in.read() >= 0) {
                throw new ModelException(
                        Kind.DAMAGED,
                        source + ": expected the end after the checksum, but there is more. The file is "
                                + "damaged; copy it again");
            }
        } catch (IOException error) {
            throw unreadable(error);
        }
    }

    private byte[] bytes(int count, String what) {
        byte[] bytes = new byte[count];
        try {
            in.readFully(bytes);
            return bytes;
        } catch (EOFException end) {
            throw new ModelException(
                    Kind.CUT_OFF,
                    source + ": the file ends within " + what + ". It was not copied or downloaded "
                            + "completely; copy it again",
                    end);
        } catch (IOException error) {
            throw unreadable(error);
        }
    }

    private ModelException unreadable(IOException error) {
        return new ModelException(
                Kind.UNREADABLE, source + ": cannot be read (" + WholeFile.reason(error) + ")", error);
    }
}
