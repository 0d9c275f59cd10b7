package org.penumbra.data.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the path of a glyph, as the font's file describes it, into polylines fine enough to look round. */
final class GlyphPath {

    private static final int CURVE_STEPS = 12;
    private static final double ARC_STEP_DEGREES = 10;

    private final String[] words;
    private int next;
    private final List<double[]> lines = new ArrayList<>();
    private double[] line = new double[64];
    private int length;

    private GlyphPath(String path) {
        this.words = path.trim().split(" +");
    }

    /** Polylines as x, y pairs. */
    static List<double[]> lines(String path) {
        GlyphPath reader = new GlyphPath(path);
        while (reader.next < reader.words.length) {
            reader.command(reader.words[reader.next++]);
        }
        reader.finish();
        return List.copyOf(reader.lines);
    }

    private void command(String command) {
        switch (command) {
            case "M" -> {
                finish();
                point(number(), number());
            }
            case "L" -> point(number(), number());
            case "Q" -> quadratic(number(), number(), number(), number());
            case "C" -> cubic(number(), number(), number(), number(), number(), number());
            case "A" -> arc(number(), number(), number(), number(), number(), number());
            case "O" -> {
                finish();
                arc(number(), number(), number(), number(), 0, 360);
                finish();
            }
            default ->
                throw new IllegalArgumentException("glyph path: expected one of M L Q C A O, but got \"" + command
                        + "\" in \"" + String.join(" ", words) + "\"");
        }
    }

    private double number() {
        return Double.parseDouble(words[next++]);
    }

    private void point(double x, double y) {
        if (length + 2 > line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = x;
        line[length++] = y;
    }

    private void finish() {
        if (length > 0) {
            lines.add(Arrays.copyOf(line, length));
        }
        length = 0;
    }

    /** A quadratic curve is the cubic whose controls lie two thirds of the way to its own. */
    private void quadratic(double cx, double cy, double x, double y) {
        double fromX = line[length - 2];
        double fromY = line[length - 1];
        cubic(
                fromX + (cx - fromX) * 2 / 3,
                fromY + (cy - fromY) * 2 / 3,
                x + (cx - x) * 2 / 3,
                y + (cy - y) * 2 / 3,
                x,
                y);
    }

    private void cubic(double ax, double ay, double bx, double by, double x, double y) {
        double fromX = line[length - 2];
        double fromY = line[length - 1];
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double s = 1 - t;
            point(
                    s * s * s * fromX + 3 * s * s * t * ax + 3 * s * t * t * bx + t * t * t * x,
                    s * s * s * fromY + 3 * s * s * t * ay + 3 * s * t * t * by + t * t * t * y);
        }
    }

    private void arc(double cx, double cy, double rx, double ry, double from, double to) {
        int steps = (int) Math.ceil(Math.abs(to - from) / ARC_STEP_DEGREES);
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(from + (to - from) * i / steps);
            point(cx + rx * Math.cos(angle), cy + ry * Math.sin(angle));
        }
    }
}
