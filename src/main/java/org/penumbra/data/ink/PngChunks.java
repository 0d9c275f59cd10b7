package org.penumbra.data.ink;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The pieces a PNG file is made of: length, type, content, check sum. They are looked at before the picture is
 * unpacked, since the Java library's reader allocates whatever length a damaged file claims.
 */
final class PngChunks {

    private static final int SIGNATURE = Long.BYTES;
    private static final int END = 0x49454E44;
    private static final int EXIF = 0x65584966;
    private static final int AROUND = 12;

    private PngChunks() {}

    /** Whether every piece of a PNG lies inside the file, up to the one that marks its end. */
    static boolean areWhole(byte[] png) {
        return find(png, END) >= 0;
    }

    /** The content of the EXIF piece; empty where there is none, or where its check sum is wrong. */
    static Optional<byte[]> exif(byte[] png) {
        int at = find(png, EXIF);
        if (at < 0) {
            return Optional.empty();
        }
        ByteBuffer file = ByteBuffer.wrap(png);
        int content = at + 2 * Integer.BYTES;
        int end = content + file.getInt(at);
        CRC32 sum = new CRC32();
        sum.update(png, at + Integer.BYTES, end - at - Integer.BYTES);
        return file.getInt(end) == (int) sum.getValue()
                ? Optional.of(Arrays.copyOfRange(png, content, end))
                : Optional.empty();
    }

    /** Where the first piece of a type begins; -1 when the file's end, marked or not, comes before. */
    private static int find(byte[] png, int type) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        while (png.length - at >= AROUND) {
            int length = file.getInt(at);
            if (length < 0 || length > png.length - at - AROUND) {
                return -1;
            }
            int found = file.getInt(at + Integer.BYTES);
            if (found == type) {
                return at;
            }
            if (found == END) {
                return -1;
            }
            at += AROUND + length;
        }
        return -1;
    }
}
