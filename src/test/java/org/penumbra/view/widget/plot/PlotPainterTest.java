package org.penumbra.view.widget.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.view.widget.PixelPicture;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PlotPainterTest {
    private static final int BACKGROUND = 0xFF102030;
    private static final int BLUE = 0xFF3070C0;
    private static final PlaneRegion WHOLE = new PlaneRegion(-1, 1, -1, 1);

    private final PlotPainter painter = new PlotPainter();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aConstantPictureStaysConstantAtEverySizeAndZoom() {
        Grid grid = new Grid(WHOLE, 7, 5);
        PixelPicture picture = picture(7, 5, (column, row) -> BLUE);
        for (PlaneRegion seen : List.of(WHOLE, new PlaneRegion(-0.3, 0.2, 0.1, 0.6))) {
            for (double side : new double[] {1, 6, 33.5, 200}) {
                PixelPicture painted = paint(new PlaneScale(seen, side, side), 1, picture, grid);
                assertTrue(
                        Arrays.stream(painted.pixels()).allMatch(pixel -> pixel == BLUE), seen + ", " + side + " px");
            }
        }
    }

    /** Red grows to the right, green downwards, one grey level a cell times a step. */
    @Test
    void aRampStaysARampBetweenTheCentresOfTheOuterCells() {
        Grid grid = new Grid(WHOLE, 20, 20);
        PixelPicture picture = picture(20, 20, (column, row) -> argb(13 * column, 12 * row, 77));
        PixelPicture painted = paint(new PlaneScale(WHOLE, 173, 173), 1, picture, grid);
        for (int y = 0; y < 173; y++) {
            for (int x = 0; x < 173; x++) {
                double column = Math.min(19, Math.max(0, (x + 0.5) * 20 / 173 - 0.5));
                double row = Math.min(19, Math.max(0, (y + 0.5) * 20 / 173 - 0.5));
                int pixel = painted.pixels()[y * 173 + x];
                String where = "pixel " + x + ", " + y;
                assertEquals(13 * column, red(pixel), 1, where);
                assertEquals(12 * row, green(pixel), 1, where);
                assertEquals(77, blue(pixel), where);
                assertEquals(0xFF, pixel >>> 24, where);
            }
        }
    }

    @Test
    void whereThePictureDoesNotReachIsTheBackground() {
        Grid grid = new Grid(WHOLE, 8, 8);
        PlaneScale scale = new PlaneScale(new PlaneRegion(-2, 2, -3, 1), 80, 80);
        PixelPicture painted = paint(scale, 1, picture(8, 8, (column, row) -> BLUE), grid);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 80; x++) {
                boolean inside = WHOLE.contains(scale.dataX(x + 0.5), scale.dataY(y + 0.5));
                assertEquals(inside ? BLUE : BACKGROUND, painted.pixels()[y * 80 + x], "pixel " + x + ", " + y);
            }
        }
    }

    @Test
    void aPictureFarAwayAndNoPictureAreAllBackground() {
        PlaneScale far = new PlaneScale(new PlaneRegion(5, 6, 5, 6), 20, 20);
        PixelPicture painted = paint(far, 1, picture(4, 4, (column, row) -> BLUE), new Grid(WHOLE, 4, 4));
        assertTrue(Arrays.stream(painted.pixels()).allMatch(pixel -> pixel == BACKGROUND));
        painted = paint(far, 1, null, null);
        assertTrue(Arrays.stream(painted.pixels()).allMatch(pixel -> pixel == BACKGROUND));
    }

    @Test
    void aMarkedCellIsBrightestWhereTheScaleSaysAlsoZoomedPannedAndOnFineScreens() {
        Grid grid = new Grid(WHOLE, 41, 31);
        PixelPicture picture = picture(41, 31, (column, row) -> column == 24 && row == 9 ? 0xFFFFFFFF : 0xFF000000);
        List<PlaneRegion> seen = List.of(
                WHOLE,
                new PlaneRegion(0, 0.5, 0.2, 0.7),
                new PlaneRegion(0.05, 0.45, 0.1, 0.5),
                WHOLE.moved(0.37, -0.21),
                new PlaneRegion(-3, 3, -2, 4));
        for (PlaneRegion region : seen) {
            for (double density : new double[] {1, 1.5, 2}) {
                PlaneScale scale = new PlaneScale(region, 300, 300);
                PixelPicture painted = paint(scale, density, picture, grid);
                assertEquals((int) (300 * density), painted.columns());
                double[] centre = centreOfLight(painted);
                String what = region + ", density " + density;
                assertEquals(scale.screenX(grid.x(24)) * density, centre[0], 0.35, what);
                assertEquals(scale.screenY(grid.y(9)) * density, centre[1], 0.35, what);
            }
        }
    }

    @Test
    void fineScreensGetThePictureInTwiceThePixels() {
        Grid grid = new Grid(WHOLE, 10, 10);
        PixelPicture picture = picture(10, 10, (column, row) -> argb(25 * column, 25 * row, 0));
        int[] coarse = paint(new PlaneScale(WHOLE, 120, 120), 1, picture, grid)
                .pixels()
                .clone();
        int[] fine =
                paint(new PlaneScale(WHOLE, 60, 60), 2, picture, grid).pixels().clone();
        assertEquals(120 * 120, fine.length);
        assertTrue(Arrays.equals(coarse, fine), "the same device pixels show the same");
    }

    @Test
    void opaqueLayersReplaceTransparentOnesLeaveAndHalvesAreTheMean() {
        Grid grid = new Grid(WHOLE, 3, 3);
        int below = argb(200, 40, 90);
        PixelPicture picture = picture(3, 3, (column, row) -> below);
        // Premultiplied: a half transparent (100, 220, 10) is stored as half of it.
        int half = 0x80 << 24 | 50 << 16 | 110 << 8 | 5;
        PixelPicture layer = picture(30, 30, (column, row) -> column < 10 ? BLUE : column < 20 ? 0 : half);
        PixelPicture painted = paint(new PlaneScale(WHOLE, 30, 30), 1, picture, grid, layer);
        for (int y = 0; y < 30; y++) {
            assertEquals(BLUE, painted.pixels()[y * 30 + 5]);
            assertEquals(below, painted.pixels()[y * 30 + 15]);
            int mean = painted.pixels()[y * 30 + 25];
            assertEquals((200 + 100) / 2, red(mean), 2);
            assertEquals((40 + 220) / 2, green(mean), 2);
            assertEquals((90 + 10) / 2, blue(mean), 2);
            assertEquals(0xFF, mean >>> 24);
        }
    }

    @Test
    void blendingNeverOverflowsIntoTheNextChannel() {
        Grid grid = new Grid(WHOLE, 2, 2);
        PixelPicture white = picture(2, 2, (column, row) -> 0xFFFFFFFF);
        // Column x holds white with alpha x, so that every result is white or a hair less.
        PixelPicture layer = picture(256, 256, (column, row) -> column << 24 | column << 16 | column << 8 | column);
        PixelPicture painted = paint(new PlaneScale(WHOLE, 256, 256), 1, white, grid, layer);
        for (int alpha = 0; alpha < 256; alpha++) {
            int pixel = painted.pixels()[alpha];
            assertEquals(255, red(pixel), 2, "alpha " + alpha);
            assertEquals(255, green(pixel), 2, "alpha " + alpha);
            assertEquals(255, blue(pixel), 2, "alpha " + alpha);
        }
    }

    @Test
    void theLastLayerIsOnTopAndNoLayersMayStandAmongThem() {
        Grid grid = new Grid(WHOLE, 2, 2);
        PixelPicture picture = picture(2, 2, (column, row) -> 0xFF000000);
        PixelPicture lower = picture(10, 10, (column, row) -> BLUE);
        PixelPicture upper = picture(10, 10, (column, row) -> column < 5 ? 0xFFFFFFFF : 0);
        PixelPicture painted = paint(new PlaneScale(WHOLE, 10, 10), 1, picture, grid, lower, null, upper);
        assertEquals(0xFFFFFFFF, painted.pixels()[2]);
        assertEquals(BLUE, painted.pixels()[7]);
    }

    @Test
    void theResultIsReusedUntilTheSizeChanges() {
        Grid grid = new Grid(WHOLE, 2, 2);
        PixelPicture picture = picture(2, 2, (column, row) -> BLUE);
        PixelPicture first = paint(new PlaneScale(WHOLE, 10, 10), 1, picture, grid);
        assertSame(first, paint(new PlaneScale(WHOLE.moved(3, 0), 10, 10), 1, picture, grid));
        assertNotSame(first, paint(new PlaneScale(WHOLE, 11, 11), 1, picture, grid));
    }

    /** Pictures belong to the JavaFX thread. */
    private PixelPicture paint(
            PlaneScale scale, double density, PixelPicture picture, Grid grid, PixelPicture... layers) {
        // List.of takes no null, and a layer with nothing to show is null.
        List<PixelPicture> all = new ArrayList<>(Arrays.asList(layers));
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> painter.paint(scale, density, BACKGROUND, picture, grid, all));
    }

    private static PixelPicture picture(int columns, int rows, IntBinaryOperator colour) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            PixelPicture picture = new PixelPicture(columns, rows);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    picture.pixels()[row * columns + column] = colour.applyAsInt(column, row);
                }
            }
            picture.changed();
            return picture;
        });
    }

    /** The mean place of a light on black, device pixels from the upper left corner; the background does not shine. */
    private static double[] centreOfLight(PixelPicture picture) {
        double light = 0;
        double x = 0;
        double y = 0;
        for (int at = 0; at < picture.pixels().length; at++) {
            int pixel = picture.pixels()[at];
            if (pixel != BACKGROUND) {
                light += red(pixel);
                x += red(pixel) * (at % picture.columns() + 0.5);
                y += red(pixel) * (at / picture.columns() + 0.5);
            }
        }
        return new double[] {x / light, y / light};
    }

    private static int argb(int red, int green, int blue) {
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static int red(int pixel) {
        return pixel >> 16 & 0xFF;
    }

    private static int green(int pixel) {
        return pixel >> 8 & 0xFF;
    }

    private static int blue(int pixel) {
        return pixel & 0xFF;
    }
}
