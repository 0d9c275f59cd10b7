package org.penumbra.view.widget.plot;

import org.penumbra.data.plane.PlaneRegion;

/**
 * How a region of the plane lies on a rectangle of the screen: data units to pixels and back. Pixel (0, 0) is the upper
 * left corner, y grows downwards.
 *
 * @param region what is shown, data units
 * @param width  of the rectangle, pixels, positive
 * @param height of the rectangle, pixels, positive
 */
public record PlaneScale(PlaneRegion region, double width, double height) {

    /** The narrowest region one can zoom into, data units: below it the network's float input runs out of digits. */
    public static final double SMALLEST = 1e-3;
    /** The widest region one can zoom out to, data units. */
    public static final double LARGEST = 1e3;

    public PlaneScale {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException(
                    "a scale needs a rectangle with an area, but got " + width + " x " + height + " pixels");
        }
    }

    /** Pixels from the left edge to the x given in data units. */
    public double screenX(double x) {
        return (x - region.xMin()) * width / region.width();
    }

    /** Pixels from the top edge to the y given in data units. */
    public double screenY(double y) {
        return (region.yMax() - y) * height / region.height();
    }

    /** The x in data units at so many pixels from the left edge. */
    public double dataX(double pixels) {
        return region.xMin() + pixels * region.width() / width;
    }

    /** The y in data units at so many pixels from the top edge. */
    public double dataY(double pixels) {
        return region.yMax() - pixels * region.height() / height;
    }

    /**
     * The region after zooming about a pixel, which keeps its place in the data. The zoom stops at {@link #SMALLEST}
     * and {@link #LARGEST}.
     *
     * @param factor below 1 zooms in, above 1 zooms out; positive
     */
    public PlaneRegion zoomed(double pixelX, double pixelY, double factor) {
        double extent = Math.max(region.width(), region.height());
        double allowed = Math.min(Math.max(factor, SMALLEST / extent), LARGEST / extent);
        return region.zoomed(dataX(pixelX), dataY(pixelY), allowed);
    }

    /** The region after the picture was dragged by so many pixels to the right and down. */
    public PlaneRegion dragged(double right, double down) {
        return region.moved(-right * region.width() / width, down * region.height() / height);
    }
}
