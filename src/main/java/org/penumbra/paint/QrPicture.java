package org.penumbra.paint;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;

/**
 * A short text as a QR picture (ISO/IEC 18004): black squares on white, with the four empty squares around it that readers
 * need.
 */
public final class QrPicture {

    /** Empty squares at each side. */
    public static final int QUIET = 4;

    /** Longest text, characters of ASCII: beyond it the squares are too small for a camera at the back of a room. */
    public static final int LONGEST = 1000;

    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    private QrPicture() {}

    /**
     * The picture, a pixel a square; {@link ArgbImage#scaled} makes it larger.
     *
     * @param text 1 to {@value #LONGEST} characters of ASCII
     */
    public static ArgbImage of(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST
                || !text.chars().allMatch(letter -> letter >= 32 && letter < 127)) {
            throw new IllegalArgumentException(
                    "a QR picture holds 1 to " + LONGEST + " characters of ASCII, but got " + text.length());
        }
        ByteMatrix squares = squares(text);
        int side = squares.getWidth() + 2 * QUIET;
        int[] argb = new int[side * side];
        Arrays.fill(argb, WHITE);
        for (int row = 0; row < squares.getHeight(); row++) {
            for (int column = 0; column < squares.getWidth(); column++) {
                if (squares.get(column, row) == 1) {
                    argb[(row + QUIET) * side + column + QUIET] = BLACK;
                }
            }
        }
        return new ArgbImage(argb, side, side);
    }

    /** A seventh of the squares may be misread: a projector blurs, and somebody's head is in the way. */
    private static ByteMatrix squares(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalStateException("a text of " + text.length() + " characters has no QR picture", tooLong);
        }
    }
}
