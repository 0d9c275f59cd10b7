package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

/** What is drawn is read back by a reader of such pictures. */
class QrPictureTest {

    private static final String STATE = "penumbra:1/rings?preset=moons&data=blobs(0.25;-1,0;1,0)&alpha=20%20";

    private static String read(ArgbImage picture) throws ReaderException {
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(picture.width(), picture.height(), picture.argb()))))
                .getText();
    }

    @Test
    void aReaderReadsWhatIsDrawn() throws ReaderException {
        for (int length = STATE.length(); length <= QrPicture.LONGEST; length += 151) {
            String text = (STATE + "0123456789abcXYZ".repeat(100)).substring(0, length);
            assertEquals(text, read(QrPicture.of(text).scaled(3)));
        }
    }

    @Test
    void itIsReadThoughAPartOfItIsCovered() throws ReaderException {
        ArgbImage picture = QrPicture.of(STATE).scaled(8);
        int[] covered = picture.argb().clone();
        int middle = picture.width() / 2;
        for (int row = middle; row < middle + 32; row++) {
            for (int column = middle; column < middle + 32; column++) {
                covered[row * picture.width() + column] = 0xFFFFFFFF;
            }
        }
        assertEquals(STATE, read(new ArgbImage(covered, picture.width(), picture.height())));
    }

    @Test
    void fourSquaresAroundItAreWhite() {
        ArgbImage picture = QrPicture.of(STATE);
        for (int i = 0; i < picture.width(); i++) {
            for (int edge = 0; edge < QrPicture.QUIET; edge++) {
                assertEquals(0xFFFFFFFF, picture.pixel(i, edge));
                assertEquals(0xFFFFFFFF, picture.pixel(edge, i));
                assertEquals(0xFFFFFFFF, picture.pixel(i, picture.height() - 1 - edge));
                assertEquals(0xFFFFFFFF, picture.pixel(picture.width() - 1 - edge, i));
            }
        }
        assertEquals(0xFF000000, picture.pixel(QrPicture.QUIET, QrPicture.QUIET));
    }

    @Test
    void whatIsTooLongOrNoAsciiIsRefused() {
        for (String wrong : new String[] {"", "a".repeat(QrPicture.LONGEST + 1), "\u00e9", "a\nb"}) {
            assertThrows(IllegalArgumentException.class, () -> QrPicture.of(wrong));
        }
    }
}
