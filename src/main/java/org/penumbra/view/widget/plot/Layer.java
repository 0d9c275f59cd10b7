package org.penumbra.view.widget.plot;

import org.penumbra.view.widget.PixelPicture;

/** Something shown over a heatmap as a finished picture, which several heatmaps of one size can share. */
@FunctionalInterface
public interface Layer {

    /**
     * The picture, as large as the scale's rectangle times the density; null when there is nothing to show.
     *
     * @param scale   where the data lie
     * @param density device pixels in a pixel of the layout, 1 on most screens, 2 on very fine ones
     */
    PixelPicture picture(PlaneScale scale, double density);
}
