package org.penumbra.view.widget.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.view.widget.PixelPicture;
import org.penumbra.view.widget.plot.PathsLayer.Mark;
import org.penumbra.view.widget.plot.PathsLayer.Trace;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PathsLayerTest {

    private static final int FILL = 0xFFE58A1F;
    /** Ten pixels a data unit, y upwards. */
    private static final PlaneScale SCALE = new PlaneScale(new PlaneRegion(0, 10, 0, 10), 100, 100);
    /** From pixel (20, 50) to (80, 50). */
    private static final float[] ACROSS = {2, 5, 5, 5, 8, 5};

    private final PathsLayer layer = new PathsLayer();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aPathIsDarkWithALightRimAndEndsInAFilledMark() {
        layer.show(List.of(new Trace(ACROSS, true, Mark.DISC, FILL)));
        for (int x = 30; x < 70; x++) {
            assertTrue(brightness(x, 50) < 0x30 && brightness(x, 49) < 0x30, "ink at " + x);
            assertTrue(brightness(x, 47) > 0x70 && brightness(x, 52) > 0x70, "rim at " + x);
            assertEquals(0, at(x, 40), "far away at " + x);
        }
        assertEquals(FILL, at(80, 50), "the end's mark");
        assertEquals(0xFFFFFFFF, at(20, 50), "the start's ring is hollow");
        assertEquals(0, at(5, 50), "before the start");
        assertEquals(0, at(95, 50), "behind the end");
    }

    @Test
    void aDiamondReachesAsFarToTheSidesAsADiscButNotIntoTheCorners() {
        layer.show(List.of(new Trace(ACROSS, true, Mark.DISC, FILL)));
        int disc = filled();
        assertTrue(at(82, 52) == FILL, "a disc's corner");
        layer.show(List.of(new Trace(ACROSS, true, Mark.DIAMOND, FILL)));
        assertTrue(at(82, 52) != FILL, "a diamond's corner");
        assertTrue(filled() > 0.5 * disc, filled() + " of " + disc + " pixels");
    }

    @Test
    void aFinePathIsThinnerThanABoldOne() {
        layer.show(List.of(new Trace(ACROSS, true, Mark.DISC, FILL)));
        long bold = inked();
        layer.show(List.of(new Trace(ACROSS, false, Mark.DISC, FILL)));
        assertTrue(inked() < 0.6 * bold, inked() + " against " + bold);
    }

    @Test
    void aPointThatHasLeftWaitsWholeAtTheBorderAndAPathThatHasJustBegunIsItsMarks() {
        layer.show(List.of(new Trace(new float[] {2, 5, 12, 5}, true, Mark.DISC, FILL)));
        int whole = filled();
        layer.show(List.of(new Trace(new float[] {2, 5, 5, 5}, true, Mark.DISC, FILL)));
        assertEquals(filled(), whole, 2, "as much of it is seen as of one within");
        layer.show(List.of(new Trace(new float[] {2, 5, 900_000, -700_000}, true, Mark.DISC, FILL)));
        assertTrue(inked() > 0);
        assertEquals(FILL, at(90, 90), "the corner it went over");
        layer.show(List.of(new Trace(new float[] {2, 5}, true, Mark.DISC, FILL)));
        assertEquals(FILL, at(20, 50));
        layer.show(List.of(new Trace(new float[0], true, Mark.DISC, FILL)));
        assertEquals(0, inked());
        layer.show(List.of());
        assertNull(picture(1));
    }

    @Test
    void thePictureIsKeptAndGrowsWithTheDensity() {
        layer.show(List.of(new Trace(ACROSS, true, Mark.DISC, FILL)));
        assertSame(picture(1), picture(1));
        assertEquals(200, picture(2).columns());
        assertEquals(FILL, picture(2).pixels()[100 * 200 + 160]);
    }

    @Test
    void coloursArePremultiplied() {
        layer.show(List.of(new Trace(ACROSS, true, Mark.DIAMOND, FILL), new Trace(ACROSS, false, Mark.DISC, FILL)));
        for (int pixel : picture(1).pixels()) {
            int alpha = pixel >>> 24;
            assertTrue(
                    (pixel >> 16 & 0xFF) <= alpha && (pixel >> 8 & 0xFF) <= alpha && (pixel & 0xFF) <= alpha,
                    Integer.toHexString(pixel));
        }
    }

    private int filled() {
        return (int) Arrays.stream(picture(1).pixels())
                .filter(pixel -> pixel == FILL)
                .count();
    }

    private long inked() {
        return Arrays.stream(picture(1).pixels())
                .filter(pixel -> pixel >>> 24 > 200 && (pixel & 0xFF) < 0x30 && (pixel >> 16 & 0xFF) < 0x30)
                .count();
    }

    private int brightness(int x, int y) {
        return at(x, y) >>> 24 < 128 ? 0 : at(x, y) >> 8 & 0xFF;
    }

    private int at(int x, int y) {
        return picture(1).pixels()[y * 100 + x];
    }

    private PixelPicture picture(double density) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> layer.picture(SCALE, density));
    }
}
