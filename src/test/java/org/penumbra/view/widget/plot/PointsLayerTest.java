package org.penumbra.view.widget.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.PointSet;
import org.penumbra.view.widget.PixelPicture;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PointsLayerTest {
    private static final int RED = 0xFFFF0000;
    private static final int GREEN = 0xFF00FF00;
    private static final int BLACK = 0xFF000000;
    private final PlaneScale scale = new PlaneScale(new PlaneRegion(0, 10, 0, 10), 100, 100);

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aDiscLiesWhereItsPointIsInTheColourOfItsClass() {
        PointsLayer layer = new PointsLayer();
        layer.show(new PointSet(new float[] {2, 8, 7, 1}, new int[] {0, 1}, 2), new int[] {RED, GREEN}, BLACK);
        PixelReader pixels = image(layer, scale, 1).getPixelReader();
        assertEquals(RED, pixels.getArgb(20, 20));
        assertEquals(GREEN, pixels.getArgb(70, 90));
        assertEquals(0, pixels.getArgb(50, 50));
    }

    @Test
    void fineScreensGetMorePixelsAtTheSamePlace() {
        PointsLayer layer = new PointsLayer();
        layer.show(new PointSet(new float[] {2, 8}, new int[] {0}, 1), new int[] {RED}, BLACK);
        Image image = image(layer, scale, 2);
        assertEquals(200, image.getWidth());
        assertEquals(RED, image.getPixelReader().getArgb(40, 40));
    }

    @Test
    void thePictureIsKeptUntilSomethingChanges() {
        PointsLayer layer = new PointsLayer();
        layer.show(new PointSet(new float[] {2, 8}, new int[] {0}, 1), new int[] {RED}, BLACK);
        Image image = image(layer, scale, 1);
        assertSame(image, image(layer, scale, 1));
        image(layer, new PlaneScale(new PlaneRegion(5, 10, 5, 10), 100, 100), 1);
        assertEquals(0, image.getPixelReader().getArgb(20, 20));
        assertNotSame(image, image(layer, new PlaneScale(new PlaneRegion(5, 10, 5, 10), 50, 50), 1));
    }

    @Test
    void pointsOnTheEdgeAreCutAndThoseFarOutsideAreLeftOut() {
        PointsLayer layer = new PointsLayer();
        layer.show(new PointSet(new float[] {0, 10, 10, 0, 500, -500}, new int[] {0, 0, 0}, 1), new int[] {RED}, BLACK);
        PixelReader pixels = image(layer, scale, 1).getPixelReader();
        assertEquals(RED, pixels.getArgb(0, 0));
        assertEquals(RED, pixels.getArgb(99, 99));
    }

    @Test
    void manyPointsAreSmallerThanFew() {
        assertTrue(radius(30) > radius(3000));
        assertTrue(radius(200_000) >= 1);
    }

    @Test
    void noPointsNoPicture() {
        PointsLayer layer = new PointsLayer();
        layer.show(null, new int[0], BLACK);
        assertNull(image(layer, scale, 1));
    }

    /** Pictures belong to the JavaFX thread. */
    private static Image image(PointsLayer layer, PlaneScale scale, double density) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            PixelPicture picture = layer.picture(scale, density);
            return picture == null ? null : picture.image();
        });
    }

    private double radius(int count) {
        float[] points = new float[2 * count];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (5 + 5 * Math.sin(i));
        }
        PointsLayer layer = new PointsLayer();
        layer.show(new PointSet(points, new int[count], 1), new int[] {RED}, BLACK);
        return layer.radius(scale);
    }
}
