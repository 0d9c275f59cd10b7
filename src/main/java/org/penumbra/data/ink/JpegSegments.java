package org.penumbra.data.ink;

import java.io.ByteArrayOutputStream;

/**
 * The segments a JPEG file is made of (ITU-T T.81, annex B): each begins with the byte FF and the number of its marker,
 * and behind a start of scan the coded pixels follow, in which FF stands for itself only before 00.
 *
 * <p>They are looked at because the Java library's reader paints grey what is missing and says so only in a sentence.
 */
final class JpegSegments {

    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int LENGTH = 2;
    /** More coded pixels than any block needs, so that one that was cut short changes. */
    private static final int PADDING = 64;

    private final byte[] file;

    private JpegSegments(byte[] file) {
        this.file = file;
    }

    static boolean isJpeg(byte[] file) {
        return file.length >= LENGTH && (file[0] & MARK) == MARK && (file[1] & MARK) == START;
    }

    /** Whether a JPEG reaches the mark of its end; what comes behind it does not matter. */
    static boolean areWhole(byte[] jpeg) {
        return new JpegSegments(jpeg).walk(new ByteArrayOutputStream());
    }

    /**
     * The same picture with more coded pixels than needed at the end of every run of them. A reader skips what it does
     * not need: only where pixels are missing does the picture change.
     */
    static byte[] padded(byte[] jpeg) {
        ByteArrayOutputStream padded = new ByteArrayOutputStream(jpeg.length + PADDING);
        new JpegSegments(jpeg).walk(padded);
        return padded.toByteArray();
    }

    /** Copies segment after segment, padded; false when the file ends before its end is marked. */
    private boolean walk(ByteArrayOutputStream to) {
        int at = 0;
        boolean coded = false;
        while (at < file.length) {
            int mark = nextMark(at, coded);
            to.write(file, at, mark - at);
            if (mark == file.length) {
                return false;
            }
            if (coded) {
                pad(to);
            }
            int marker = file[mark + 1] & MARK;
            coded = marker == SCAN || coded && isRestart(marker);
            at = Math.min(file.length, mark + LENGTH + content(mark, marker));
            to.write(file, mark, at - mark);
            if (marker == END) {
                return true;
            }
        }
        return false;
    }

    /** Where the next marker begins, or the file's end; FF is repeated at will before a marker. */
    private int nextMark(int from, boolean coded) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & MARK;
            if ((file[at] & MARK) == MARK && next != MARK && !(coded && next == 0)) {
                return at;
            }
        }
        return file.length;
    }

    /** Bytes behind a marker that belong to it, its length included; a few markers stand alone. */
    private int content(int mark, int marker) {
        boolean alone = marker <= 1 || marker >= FIRST_RESTART && marker <= END;
        if (alone || mark + 2 * LENGTH > file.length) {
            return 0;
        }
        return (file[mark + LENGTH] & MARK) << Byte.SIZE | file[mark + LENGTH + 1] & MARK;
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private static void pad(ByteArrayOutputStream to) {
        for (int i = 0; i < PADDING; i++) {
            to.write(i % 2 == 0 ? 0xA5 : 0x3C);
        }
    }
}
