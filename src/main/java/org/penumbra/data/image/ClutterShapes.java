package org.penumbra.data.image;

import java.util.SplittableRandom;
import org.penumbra.data.ink.InkCanvas;
import org.penumbra.data.ink.InkLine;

/**
 * Shapes on one square picture; where two meet, the brighter counts. Numbers below are pixels of a picture of 28 x 28,
 * whose pixel (0, 0) covers 0 to 1; they grow with the picture.
 */
final class ClutterShapes {

    /** Straight pieces of a curve; the longest curve of all is then followed to a twentieth of a pixel. */
    private static final int PIECES = 20;
    /** An exponent below which a bell-shaped edge is not seen. */
    private static final double UNSEEN = -16;

    private final int side;
    private final double unit;
    private final SplittableRandom random;
    private final float[] picture;

    /** An empty picture. */
    ClutterShapes(int side, SplittableRandom random) {
        this.side = side;
        this.random = random;
        unit = Clutter.unit(side);
        picture = new float[side * side];
    }

    /** What was drawn, {@code side * side} pixels from 0 to 1; shared. */
    float[] picture() {
        return picture;
    }

    /** A quadratic Bezier curve with its three control points in the middle 24 x 24, thin more often than thick. */
    void stroke() {
        double[] x = new double[3];
        double[] y = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = between(2, 26) * unit;
            y[i] = between(2, 26) * unit;
        }
        float radius = (float) ((0.4 + 3.6 * random.nextDouble() * random.nextDouble()) * unit);
        float brightness = (float) between(0.5, 1);
        InkLine line = new InkLine(new float[PIECES + 1], new float[PIECES + 1], new float[PIECES + 1]);
        for (int i = 0; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            line.x()[i] = (float) bezier(x, t);
            line.y()[i] = (float) bezier(y, t);
            line.radius()[i] = radius;
        }
        InkCanvas canvas = new InkCanvas(side, side);
        canvas.draw(line);
        float[] amount = canvas.ink().amount();
        for (int i = 0; i < amount.length; i++) {
            cover(i, brightness * amount[i]);
        }
    }

    private static double bezier(double[] points, double t) {
        return (1 - t) * (1 - t) * points[0] + 2 * t * (1 - t) * points[1] + t * t * points[2];
    }

    /** A Gaussian anywhere, one to six times as long as it is wide. */
    void spot() {
        Axes axes = new Axes(between(0, 28) * unit, between(0, 28) * unit, Math.PI * random.nextDouble());
        double width = between(0.7, 3.7) * unit;
        double length = width * (1 + 5 * random.nextDouble() * random.nextDouble());
        double brightness = random.nextDouble();
        for (int i = 0; i < picture.length; i++) {
            double u = axes.along(i % side, i / side) / length;
            double v = axes.across(i % side, i / side) / width;
            cover(i, brightness, -(u * u + v * v) / 2);
        }
    }

    /** An ellipse's outline with a bell-shaped edge; half of them whole, of the others an angle of 1 to 6. */
    void arc() {
        Axes axes = new Axes(between(6, 22) * unit, between(6, 22) * unit, Math.PI * random.nextDouble());
        double a = between(2, 14) * unit;
        double b = a * between(0.4, 1);
        double deviation = (0.8 + 3 * random.nextDouble() * random.nextDouble()) / 2 * unit;
        double brightness = between(0.3, 1);
        double from = 2 * Math.PI * random.nextDouble();
        double angle = random.nextDouble() < 0.5 ? 2 * Math.PI : between(1, 6);
        for (int i = 0; i < picture.length; i++) {
            double u = axes.along(i % side, i / side);
            double v = axes.across(i % side, i / side);
            double outside = b * (Math.sqrt(u * u / (a * a) + v * v / (b * b)) - 1) / deviation;
            double exponent = -outside * outside / 2;
            // The angle is what costs most.
            if (exponent > UNSEEN && turned(Math.atan2(v, u) - from) <= angle) {
                cover(i, brightness, exponent);
            }
        }
    }

    /** The same angle, from 0 to 2 pi. */
    private static double turned(double angle) {
        return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private void cover(int pixel, double brightness, double exponent) {
        if (exponent > UNSEEN) {
            cover(pixel, (float) (brightness * Math.exp(exponent)));
        }
    }

    private void cover(int pixel, float value) {
        picture[pixel] = Math.max(picture[pixel], value);
    }

    /** A place, and a direction through it. */
    private record Axes(double x, double y, double cosine, double sine) {

        Axes(double x, double y, double angle) {
            this(x, y, Math.cos(angle), Math.sin(angle));
        }

        /** How far a pixel's centre lies from the place in the direction. */
        double along(int column, int row) {
            return (column + 0.5 - x) * cosine + (row + 0.5 - y) * sine;
        }

        /** How far it lies to the side. */
        double across(int column, int row) {
            return (row + 0.5 - y) * cosine - (column + 0.5 - x) * sine;
        }
    }
}
