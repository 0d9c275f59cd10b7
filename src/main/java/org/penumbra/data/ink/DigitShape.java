package org.penumbra.data.ink;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to write a digit.
 *
 * @param weight how often it is written so, beside the digit's other shapes
 * @param curves one for each time the pen touches the paper
 */
record DigitShape(int weight, List<Curve> curves) {

    /**
     * A smooth line through control points.
     *
     * @param x      about 0 to 100
     * @param y      0 (top) to 100 (bottom)
     * @param corner whether the line may bend sharply at the point; true at both ends
     */
    record Curve(double[] x, double[] y, boolean[] corner) {}

    /**
     * Reads shapes, one a line: the weight, a colon, curves with semicolons between, each of them points with commas
     * between. A point is x and y, with an exclamation mark where it is a corner: "2: 20 25, 50 0!, 50 100".
     */
    static List<DigitShape> parse(String text) {
        return text.lines().map(DigitShape::shape).toList();
    }

    private static DigitShape shape(String line) {
        String[] parts = line.split(":");
        List<Curve> curves = new ArrayList<>();
        for (String curve : parts[1].split(";")) {
            curves.add(curve(curve.split(",")));
        }
        return new DigitShape(Integer.parseInt(parts[0].strip()), List.copyOf(curves));
    }

    private static Curve curve(String[] points) {
        Curve curve = new Curve(new double[points.length], new double[points.length], new boolean[points.length]);
        for (int i = 0; i < points.length; i++) {
            curve.corner[i] = i == 0 || i == points.length - 1 || points[i].endsWith("!");
            String[] numbers = points[i].replace("!", "").strip().split(" ");
            curve.x[i] = Double.parseDouble(numbers[0]);
            curve.y[i] = Double.parseDouble(numbers[1]);
        }
        return curve;
    }
}
