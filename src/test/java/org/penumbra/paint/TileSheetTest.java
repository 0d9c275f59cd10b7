package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileSheetTest {

    private static final int BELOW = 0xFF3B6FD4;
    private static final int REACHED = 0xFFC43D4B;

    @Test
    void imagesStandInTheirGreysEnlarged() {
        byte[] pixels = new byte[16];
        pixels[0] = (byte) 255;
        pixels[1] = 100;
        ArgbImage sheet = sheet(tile(pixels, 0)).draw();
        assertEquals(14 * 9, count(sheet, 0xFF000000), "14 black pixels, each 3 x 3");
        assertEquals(9, count(sheet, 0xFF646464));
    }

    @Test
    void theBarIsAsLongAsTheShareAndTurnsWhereItReachesTheMark() {
        assertEquals(6 * 5, count(sheet(tile(new byte[16], 0.4)).draw(), BELOW), "40 % of 12 pixels, 6 high");
        ArgbImage reached = sheet(tile(new byte[16], 1)).draw();
        assertEquals(0, count(reached, BELOW));
        assertTrue(count(reached, REACHED) >= 6 * 11, "all but the mark");
    }

    @Test
    void sheetsOfOneAnimationHaveOneSize() {
        ArgbImage first = sheet(new TileSheet.Tile("cnn", new byte[16], "", 0)).draw();
        ArgbImage last = sheet(new TileSheet.Tile("cnn", new byte[16], "0.834, step 1000", 0.8))
                .draw();
        assertEquals(first.width(), last.width());
        assertEquals(first.height(), last.height());
    }

    @Test
    void anImageOfTheWrongSizeIsRefused() {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> sheet(tile(new byte[15], 0)));
        assertTrue(wrong.getMessage().contains("expected 16 pixels, but got 15"), wrong.getMessage());
    }

    private static TileSheet.Tile tile(byte[] pixels, double share) {
        return new TileSheet.Tile("", pixels, "", share);
    }

    private static TileSheet sheet(TileSheet.Tile tile) {
        return new TileSheet("", "", List.of(new TileSheet.Row("", List.of(tile))), 4, 3, 0.9);
    }

    private static int count(ArgbImage picture, int... colours) {
        return (int) Arrays.stream(picture.argb())
                .filter(argb -> Arrays.stream(colours).anyMatch(one -> one == argb))
                .count();
    }
}
