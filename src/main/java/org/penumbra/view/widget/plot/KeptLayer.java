package org.penumbra.view.widget.plot;

import org.penumbra.view.widget.PixelPicture;

/** A layer painted straight into pixels, whose picture is kept until what it shows, the view of the plane or its size change. */
abstract class KeptLayer implements Layer {

    private PixelPicture picture;
    private PlaneScale drawnScale;
    private double drawnDensity;

    /** Whether there is nothing to show. */
    abstract boolean isEmpty();

    /** Paints over every pixel of a picture as large as the scale's rectangle times the density. */
    abstract void paint(PixelPicture onto, PlaneScale scale, double density);

    /** What is shown has changed. */
    final void changed() {
        drawnScale = null;
    }

    @Override
    public final PixelPicture picture(PlaneScale scale, double density) {
        if (isEmpty()) {
            return null;
        }
        if (!scale.equals(drawnScale) || density != drawnDensity) {
            fit(Math.max(1, (int) Math.round(scale.width() * density)), Math.max(1, (int)
                    Math.round(scale.height() * density)));
            paint(picture, scale, density);
            picture.changed();
            drawnScale = scale;
            drawnDensity = density;
        }
        return picture;
    }

    private void fit(int columns, int rows) {
        if (picture == null || picture.columns() != columns || picture.rows() != rows) {
            picture = new PixelPicture(columns, rows);
        }
    }
}
