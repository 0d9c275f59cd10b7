package org.penumbra.data.ink;

import java.nio.ByteBuffer;

/**
 * The pieces a PNG file is made of: length, type, content, check sum. They are looked at before the picture is
 * unpacked, since the Java library's reader allocates whatever length a damaged file claims.
 */
final class PngChunks {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int END = 0x49454E44;
    private static final int AROUND = 12;

    private PngChunks() {}

    static boolean isPng(byte[] file) {
        return file.length >= Long.BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
    }

    /** Whether every piece of a PNG lies inside the file, up to the one that marks its end. */
    static boolean areWhole(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int at = Long.BYTES;
        while (png.length - at >= AROUND) {
            int length = file.getInt(at);
            if (length < 0 || length > png.length - at - AROUND) {
                return false;
            }
            if (file.getInt(at + Integer.BYTES) == END) {
                return true;
            }
            at += AROUND + length;
        }
        return false;
    }
}
