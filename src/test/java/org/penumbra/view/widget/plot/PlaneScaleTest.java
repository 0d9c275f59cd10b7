package org.penumbra.view.widget.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penumbra.data.plane.PlaneRegion;

class PlaneScaleTest {
    private static final double TINY = 1e-9;
    private final PlaneScale scale = new PlaneScale(PlaneRegion.STANDARD, 500, 500);

    @Test
    void upperLeftPixelIsLeftAndTopOfTheRegion() {
        assertEquals(-2.5, scale.dataX(0), TINY);
        assertEquals(2.5, scale.dataY(0), TINY);
        assertEquals(2.5, scale.dataX(500), TINY);
        assertEquals(-2.5, scale.dataY(500), TINY);
        assertEquals(350, scale.screenX(1), TINY);
        assertEquals(150, scale.screenY(1), TINY);
    }

    @Test
    void thePointUnderThePointerKeepsItsPlaceWhenZooming() {
        long seed = System.nanoTime();
        System.out.println("PlaneScaleTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double x = 500 * random.nextDouble();
            double y = 500 * random.nextDouble();
            double factor = Math.exp(4 * random.nextDouble() - 2);
            PlaneScale after = new PlaneScale(scale.zoomed(x, y, factor), 500, 500);
            assertEquals(scale.dataX(x), after.dataX(x), TINY);
            assertEquals(scale.dataY(y), after.dataY(y), TINY);
            assertEquals(5 * factor, after.region().width(), TINY);
        }
    }

    @Test
    void zoomStopsAtItsLimits() {
        assertEquals(PlaneScale.SMALLEST, scale.zoomed(10, 10, 1e-12).width(), 1e-12);
        assertEquals(PlaneScale.LARGEST, scale.zoomed(10, 10, 1e12).width(), 1e-6);
    }

    @Test
    void whatIsDraggedStaysUnderTheHand() {
        PlaneScale after = new PlaneScale(scale.dragged(50, -20), 500, 500);
        assertEquals(scale.dataX(100), after.dataX(150), TINY);
        assertEquals(scale.dataY(100), after.dataY(80), TINY);
    }

    @Test
    void noRoomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PlaneScale(PlaneRegion.STANDARD, 0, 10));
    }
}
