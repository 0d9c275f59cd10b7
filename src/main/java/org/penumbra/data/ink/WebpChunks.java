package org.penumbra.data.ink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The pieces a WebP file is made of: type, length, content, and a byte more where the length is odd. All of them are one
 * piece of type RIFF, whose length tells whether the file is cut off; the format has no check sums.
 */
final class WebpChunks {

    /** "EXIF" as the file has it, the last letter in the highest byte. */
    private static final int EXIF = 0x46495845;
    /** "VP8L". */
    private static final int LOSSLESS = 0x4C385056;
    /** What some programs write before the block, as if it stood in a JPEG. */
    private static final byte[] PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};

    private static final int AROUND = 8;
    private static final int FIRST = 12;

    private WebpChunks() {}

    /** Whether the file is as long as it says. */
    static boolean areWhole(byte[] webp) {
        long length = little(webp).getInt(Integer.BYTES) & 0xFFFF_FFFFL;
        return AROUND + length <= webp.length;
    }

    /** Whether the pixels are stored without loss. */
    static boolean areLossless(byte[] webp) {
        return content(webp, LOSSLESS).isPresent();
    }

    /** The EXIF block. */
    static Optional<byte[]> exif(byte[] webp) {
        return content(webp, EXIF).map(block -> {
            boolean preamble = Arrays.mismatch(block, PREAMBLE) == PREAMBLE.length;
            return preamble ? Arrays.copyOfRange(block, PREAMBLE.length, block.length) : block;
        });
    }

    /** The content of the first piece of a type that lies inside the file. */
    private static Optional<byte[]> content(byte[] webp, int type) {
        ByteBuffer file = little(webp);
        long at = FIRST;
        while (at + AROUND <= webp.length) {
            long length = file.getInt((int) at + Integer.BYTES) & 0xFFFF_FFFFL;
            long end = at + AROUND + length;
            if (file.getInt((int) at) == type && end <= webp.length) {
                return Optional.of(Arrays.copyOfRange(webp, (int) at + AROUND, (int) end));
            }
            at = end + length % 2;
        }
        return Optional.empty();
    }

    private static ByteBuffer little(byte[] webp) {
        return ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    }
}
