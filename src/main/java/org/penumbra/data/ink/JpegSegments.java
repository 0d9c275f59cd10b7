package org.penumbra.data.ink;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The segments a JPEG file is made of (ITU-T T.81, annex B): each begins with the byte FF and the number of its marker,
 * and behind a start of scan the coded pixels follow, in which FF stands for itself only before 00.
 *
 * <p>They are looked at before the picture is unpacked: the Java library's reader paints grey what is missing and says so
 * only in a sentence, and it unpacks as many scans as a file has, each of which may cover all pixels in a few bytes.
 */
final class JpegSegments {

    private static final int MARK = 0xFF;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_SEQUENTIAL_FRAME = 0xC1;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int EXIF = 0xE1;
    /** Adobe's note of what the components of a pixel mean. */
    private static final int COLOURS = 0xEE;

    private static final int COMMENT = 0xFE;
    private static final int LENGTH = 2;
    private static final byte[] EXIF_PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};
    /** What the end of a sequential scan's header has to be: all 64 coefficients, all of their bits. */
    private static final byte[] WHOLE_BLOCKS = {0, 63, 0};
    /** So many zeros at the end of coded pixels were put there to fill a buffer; codes end in ones. */
    private static final int LEAST_PADDING = 4;

    private final byte[] file;

    JpegSegments(byte[] file) {
        this.file = file;
    }

    /** Is told of every segment. */
    private interface Visitor {

        /**
         * @param from where its marker begins
         * @param to   where its content ends
         * @param next where the coded pixels behind it end; the same as {@code to} but for a scan
         */
        void see(int marker, int from, int to, int next);
    }

    /** Whether the file reaches the mark of its end; what comes behind it does not matter. */
    boolean areWhole() {
        return walk((marker, from, to, next) -> {});
    }

    /** How many times the reader goes over pixels. */
    int scans() {
        int[] count = new int[1];
        walk((marker, from, to, next) -> count[0] += marker == SCAN ? 1 : 0);
        return count[0];
    }

    /** How many scans there may be in a file of another kind that has JPEGs in it; at least as many as there are. */
    static int scansWithin(byte[] file) {
        int count = 0;
        for (int i = 0; i + 1 < file.length; i++) {
            count += (file[i] & MARK) == MARK && (file[i + 1] & MARK) == SCAN ? 1 : 0;
        }
        return count;
    }

    /** The first EXIF block. */
    Optional<byte[]> exif() {
        byte[][] found = new byte[1][];
        walk((marker, from, to, next) -> {
            int content = from + 2 * LENGTH;
            int block = content + EXIF_PREAMBLE.length;
            if (found[0] == null
                    && marker == EXIF
                    && block <= to
                    && Arrays.equals(file, content, block, EXIF_PREAMBLE, 0, EXIF_PREAMBLE.length)) {
                found[0] = Arrays.copyOfRange(file, block, to);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /**
     * The same pixels from a file without all that a reader may frown at though every pixel is there: what programs note
     * beside the picture (EXIF, colour profiles, comments), zeros that fill up a buffer, and numbers of a sequential scan
     * that only progressive ones need.
     */
    byte[] essence() {
        ByteArrayOutputStream essence = new ByteArrayOutputStream(file.length);
        boolean[] sequential = new boolean[1];
        walk((marker, from, to, next) -> {
            boolean note = marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION || marker == COMMENT;
            if (note && marker != COLOURS) {
                return;
            }
            sequential[0] |= marker >= FIRST_FRAME && marker <= LAST_SEQUENTIAL_FRAME;
            if (marker == SCAN && sequential[0] && to - from > LENGTH + WHOLE_BLOCKS.length) {
                essence.write(file, from, to - from - WHOLE_BLOCKS.length);
                essence.writeBytes(WHOLE_BLOCKS);
            } else {
                essence.write(file, from, to - from);
            }
            essence.write(file, to, unpadded(to, next) - to);
        });
        return essence.toByteArray();
    }

    /** Where coded pixels end when zeros behind them are left away. */
    private int unpadded(int from, int to) {
        int end = to;
        while (end > from && file[end - 1] == 0) {
            end--;
        }
        if (to - end < LEAST_PADDING) {
            return to;
        }
        boolean stuffed = end > from && (file[end - 1] & MARK) == MARK;
        return stuffed ? end + 1 : end;
    }

    /** Goes from segment to segment; false when the file ends before its end is marked. */
    private boolean walk(Visitor visitor) {
        int at = 0;
        while (at < file.length) {
            int mark = nextMark(at, false);
            if (mark == file.length) {
                return false;
            }
            int marker = file[mark + 1] & MARK;
            int end = Math.min(file.length, mark + LENGTH + content(mark, marker));
            int next = marker == SCAN ? nextMark(end, true) : end;
            visitor.see(marker, mark, end, next);
            if (marker == END) {
                return true;
            }
            at = next;
        }
        return false;
    }

    /** Where the next marker begins, or the file's end; FF is repeated at will before a marker. */
    private int nextMark(int from, boolean coded) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & MARK;
            if ((file[at] & MARK) == MARK && next != MARK && !(coded && (next == 0 || isRestart(next)))) {
                return at;
            }
        }
        return file.length;
    }

    /** Bytes behind a marker that belong to it, its length included; a few markers stand alone. */
    private int content(int mark, int marker) {
        boolean alone = marker <= 1 || isRestart(marker) || marker == START || marker == END;
        if (alone || mark + 2 * LENGTH > file.length) {
            return 0;
        }
        return (file[mark + LENGTH] & MARK) << Byte.SIZE | file[mark + LENGTH + 1] & MARK;
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }
}
