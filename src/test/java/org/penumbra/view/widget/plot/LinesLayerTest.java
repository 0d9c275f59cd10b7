package org.penumbra.view.widget.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.view.widget.PixelPicture;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class LinesLayerTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final PlaneRegion WHOLE = new PlaneRegion(0, 10, 0, 10);
    /** Ten pixels a cell at 100 x 100: the centre of cell k lies at 10 k + 5. */
    private static final Grid GRID = new Grid(WHOLE, 10, 10);

    private static final PlaneScale SCALE = new PlaneScale(WHOLE, 100, 100);
    /** From (25, 45.5) to (75, 45.5) in pixels: along the middle of row 45. */
    private static final float[] ACROSS = {2, 4.05f, 7, 4.05f};

    private final LinesLayer layer = new LinesLayer();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aLineIsWhiteOnADarkHaloAndEmptyFarAway() {
        layer.show(List.of(ACROSS), GRID);
        PixelPicture picture = picture(SCALE, 1);
        for (int x = 30; x <= 70; x++) {
            assertEquals(WHITE, at(picture, x, 45), "core at " + x);
            for (int y : new int[] {43, 47}) {
                int halo = at(picture, x, y);
                assertTrue(halo >>> 24 > 60, "halo at " + x + ", " + y + ": " + Integer.toHexString(halo));
                assertEquals(0, halo & 0xFFFFFF, "the halo is black at " + x + ", " + y);
            }
            for (int y : new int[] {0, 20, 42, 48, 80, 99}) {
                assertEquals(0, at(picture, x, y), "far away at " + x + ", " + y);
            }
        }
        assertEquals(0, at(picture, 20, 45), "before the line begins");
        assertEquals(0, at(picture, 80, 45), "behind its end");
    }

    @Test
    void coloursArePremultiplied() {
        layer.show(List.of(circle(3)), GRID);
        for (int pixel : picture(SCALE, 1).pixels()) {
            assertTrue((pixel & 0xFF) <= pixel >>> 24, Integer.toHexString(pixel));
            assertEquals(pixel & 0xFF, pixel >> 8 & 0xFF);
            assertEquals(pixel & 0xFF, pixel >> 16 & 0xFF);
        }
    }

    @Test
    void crossingsAreNotDoubled() {
        layer.show(List.of(ACROSS), GRID);
        int[] once = picture(SCALE, 1).pixels().clone();
        layer.show(List.of(ACROSS, ACROSS), GRID);
        assertArrayEquals(once, picture(SCALE, 1).pixels());
    }

    @Test
    void aRingIsWhiteOnItsRadiusAndClosed() {
        for (double density : new double[] {1, 2}) {
            layer.show(List.of(circle(3)), GRID);
            PixelPicture picture = picture(SCALE, density);
            assertRing(picture, 50 * density, 30 * density, density);
        }
    }

    @Test
    void zoomAndPanMoveTheLinesWithThePlane() {
        layer.show(List.of(circle(1)), GRID);
        // The centre (5, 5) lies at a quarter from the left, three quarters down; a unit is 40 px.
        PixelPicture picture = picture(new PlaneScale(new PlaneRegion(4, 8, 4, 8), 160, 160), 1);
        double radius = whiteRadius(picture, 40, 120);
        assertEquals(40, radius, 0.5);
    }

    @Test
    void cornersNearerThanAPixelDoNoHarm() {
        float[] coarse = circle(3);
        layer.show(List.of(coarse), GRID);
        int[] expected = picture(SCALE, 1).pixels().clone();
        float[] fine = circle(3, 20_000);
        layer.show(List.of(fine), GRID);
        PixelPicture picture = picture(SCALE, 1);
        assertRing(picture, 50, 30, 1);
        long far = 0;
        for (int i = 0; i < expected.length; i++) {
            far += Math.abs((expected[i] >>> 24) - (picture.pixels()[i] >>> 24)) > 100 ? 1 : 0;
        }
        assertEquals(0, far, "pixels which differ much from the ring of 180 corners");
        // All corners in one place make a dot; its neighbours stay empty.
        layer.show(List.of(new float[] {4.55f, 4.55f, 4.55f, 4.55f, 4.55f, 4.55f}), GRID);
        picture = picture(SCALE, 1);
        assertEquals(WHITE, at(picture, 50, 50));
        assertEquals(0, at(picture, 54, 50));
        assertTrue(Arrays.stream(picture.pixels()).filter(pixel -> pixel != 0).count() < 30);
    }

    @Test
    void linesBeyondTheEdgesAreCut() {
        layer.show(List.of(new float[] {-500, 4.05f, 500, 4.05f}), GRID);
        PixelPicture picture = picture(SCALE, 1);
        assertEquals(WHITE, at(picture, 0, 45));
        assertEquals(WHITE, at(picture, 99, 45));
        layer.show(List.of(new float[] {-500, -400, -300, -400}), GRID);
        assertTrue(Arrays.stream(picture(SCALE, 1).pixels()).allMatch(pixel -> pixel == 0));
    }

    @Test
    void thePictureIsKeptUntilSomethingChanges() {
        layer.show(List.of(ACROSS), GRID);
        PixelPicture first = picture(SCALE, 1);
        // A mark of our own would be painted over by any redraw.
        first.pixels()[0] = 0x11223344;
        assertSame(first, picture(new PlaneScale(WHOLE, 100, 100), 1));
        assertEquals(0x11223344, first.pixels()[0]);
        layer.show(List.of(ACROSS), GRID);
        assertSame(first, picture(SCALE, 1));
        assertEquals(0, first.pixels()[0], "new lines");
        first.pixels()[0] = 0x11223344;
        picture(new PlaneScale(WHOLE.moved(1, 0), 100, 100), 1);
        assertEquals(0, first.pixels()[0], "another region");
        PixelPicture fine = picture(SCALE, 2);
        assertNotSame(first, fine);
        assertEquals(200, fine.columns());
    }

    @Test
    void noLinesNoPicture() {
        assertNull(picture(SCALE, 1));
        layer.show(List.of(), GRID);
        assertNull(picture(SCALE, 1));
        layer.show(List.of(ACROSS), null);
        assertNull(picture(SCALE, 1));
    }

    /** Mean radius within half a pixel, and white somewhere in each of 72 directions. */
    private static void assertRing(PixelPicture picture, double centre, double radius, double density) {
        double found = whiteRadius(picture, centre, centre);
        assertEquals(radius, found, 0.5, "mean radius at density " + density);
        boolean[] directions = new boolean[72];
        for (int y = 0; y < picture.rows(); y++) {
            for (int x = 0; x < picture.columns(); x++) {
                if ((at(picture, x, y) & 0xFF) > 150) {
                    double angle = Math.atan2(y + 0.5 - centre, x + 0.5 - centre) + Math.PI;
                    directions[(int) (angle / (2 * Math.PI) * 72) % 72] = true;
                }
            }
        }
        for (int i = 0; i < directions.length; i++) {
            assertTrue(directions[i], "a gap at " + 5 * i + " degrees, density " + density);
        }
        assertFalse((at(picture, (int) centre, (int) centre) & 0xFF) > 0, "nothing in the middle");
    }

    /** Mean distance of white pixels from a place, weighted by how white they are. */
    private static double whiteRadius(PixelPicture picture, double centreX, double centreY) {
        double weight = 0;
        double sum = 0;
        for (int y = 0; y < picture.rows(); y++) {
            for (int x = 0; x < picture.columns(); x++) {
                int white = at(picture, x, y) & 0xFF;
                weight += white;
                sum += white * Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY);
            }
        }
        return sum / weight;
    }

    private static float[] circle(double radius) {
        return circle(radius, 180);
    }

    /** About (5, 5) of the plane, the middle of the grid, closed. */
    private static float[] circle(double radius, int corners) {
        float[] line = new float[2 * corners + 2];
        for (int i = 0; i <= corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            line[2 * i] = (float) (4.5 + radius * Math.cos(angle));
            line[2 * i + 1] = (float) (4.5 + radius * Math.sin(angle));
        }
        return line;
    }

    private static int at(PixelPicture picture, int x, int y) {
        return picture.pixels()[y * picture.columns() + x];
    }

    /** Pictures belong to the JavaFX thread. */
    private PixelPicture picture(PlaneScale scale, double density) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> layer.picture(scale, density));
    }
}
