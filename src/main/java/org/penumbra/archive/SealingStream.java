package org.penumbra.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Passes bytes on and puts a seal in the place of the last ones: the SHA-256 of all bytes before them, in hexadecimal. A zip file
 * whose comment is as long as a seal stays one that every program opens, and no byte of it can change without notice.
 */
final class SealingStream extends OutputStream {

    /** Bytes of a seal. */
    static final int LENGTH = 64;
    /** What stands where the seal comes. */
    static final String ROOM = "0".repeat(LENGTH);

    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest = SealedWriter.newDigest();
    private final OutputStream out;
    private final byte[] held = new byte[LENGTH];
    private int holds;

    SealingStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int free = Math.max(0, holds + count - LENGTH);
        int old = Math.min(free, holds);
        pass(held, 0, old);
        pass(bytes, from, free - old);
        System.arraycopy(held, old, held, 0, holds - old);
        holds -= old;
        System.arraycopy(bytes, from + free - old, held, holds, count - (free - old));
        holds += count - (free - old);
    }

    private void pass(byte[] bytes, int from, int count) throws IOException {
        digest.update(bytes, from, count);
        out.write(bytes, from, count);
    }

    /** Puts the seal in the place of the last bytes; the stream stays open. */
    void seal() throws IOException {
        if (holds < LENGTH) {
            throw new IllegalStateException("there is no room for a seal in " + holds + " bytes");
        }
        out.write(HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Whether the last bytes of a stream, which is read to its end, are the seal of those before them. */
    static boolean isSealed(InputStream stream) throws IOException {
        MessageDigest digest = SealedWriter.newDigest();
        byte[] window = new byte[LENGTH + CHUNK];
        int filled = 0;
        for (int read = stream.readNBytes(window, 0, CHUNK); read > 0; ) {
            filled += read;
            int free = Math.max(0, filled - LENGTH);
            digest.update(window, 0, free);
            System.arraycopy(window, free, window, 0, filled - free);
            filled -= free;
            read = stream.readNBytes(window, filled, CHUNK);
        }
        byte[] seal = HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(seal, Arrays.copyOf(window, filled));
    }
}
