package org.penumbra.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.penumbra.preset.PresetPrinter;

/**
 * Writes a file of a JSON header and numbers that is sealed by its checksum: the letters "PENUMBRA", the length of the
 * header (four bytes, the highest first), the header in UTF-8, the numbers (the lowest byte first), and the SHA-256 of
 * all that. It holds data only; nothing in it is ever run.
 */
final class SealedWriter {

    static final byte[] MAGIC = "PENUMBRA".getBytes(StandardCharsets.US_ASCII);
    /** Longest header, bytes. */
    static final int MOST_HEADER = 1 << 18;

    private final MessageDigest digest = newDigest();
    private final OutputStream plain;
    private final DataOutputStream out;

    SealedWriter(OutputStream stream) {
        plain = stream;
        out = new DataOutputStream(new DigestOutputStream(stream, digest));
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    void header(JsonNode header) throws IOException {
        byte[] bytes = new PresetPrinter().print(header).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_HEADER) {
            throw new IOException("the header has " + bytes.length + " bytes, more than " + MOST_HEADER);
        }
        out.write(MAGIC);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void numbers(float[] values, WeightType type) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            type.put(buffer, value);
        }
        out.write(buffer.array());
    }

    /** Yes or no, eight a byte, the first in the lowest bit. */
    void marks(boolean[] values) throws IOException {
        byte[] bytes = new byte[(values.length + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < values.length; i++) {
            bytes[i / Byte.SIZE] |= (byte) (values[i] ? 1 << i % Byte.SIZE : 0);
        }
        out.write(bytes);
    }

    /** Bytes as they are. */
    void block(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void finish() throws IOException {
        out.flush();
        plain.write(digest.digest());
        plain.flush();
    }
}
