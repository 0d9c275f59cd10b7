package org.penumbra.dist;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** The sign of the program, as {@code view.shell.Logo} draws it in the window: a sun that the moon has almost covered. */
final class IconDrawing {

    private static final Color SUN = new Color(0xf2a60d);
    /** The moon's grey where it lies over the sun, of which four tenths are seen. */
    private static final Color MOON = new Color(0x6e, 0x77, 0x81, 102);

    private static final double RADIUS = 10;

    private IconDrawing() {}

    /**
     * Draws the sign.
     *
     * @param side in pixels
     */
    static BufferedImage of(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(side / (2 * RADIUS), side / (2 * RADIUS));
        Area light = disc(RADIUS, RADIUS, RADIUS);
        Area covered = disc(RADIUS, RADIUS, RADIUS);
        Area moon = disc(1.4 * RADIUS, 0.75 * RADIUS, 0.8 * RADIUS);
        light.subtract(moon);
        covered.intersect(moon);
        graphics.setColor(MOON);
        graphics.fill(covered);
        graphics.setColor(SUN);
        graphics.fill(light);
        graphics.dispose();
        return image;
    }

    private static Area disc(double x, double y, double radius) {
        return new Area(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}
