package org.penumbra.data.ink;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Chance;

/**
 * Writes digits, each time another: it chooses one of a digit's shapes, lets its control points tremble, bends the
 * whole smoothly, changes its proportions, slant and turn, and draws it with a pen whose pressure varies. One object
 * serves one thread.
 */
public final class Handwriting {

    /** Deviation of the tremor of control points, shape units, and what the ends of lines add. */
    private static final double TREMOR = 2;

    private static final double TREMOR_OF_ENDS = 4;
    /** Length of the straight pieces of a line, shape units. */
    private static final double PIECE = 4;
    /** Radius of the usual pen, pixels of {@link DigitBox}. */
    private static final double PEN = 1.25;

    private final Chance chance;

    public Handwriting(Chance chance) {
        this.chance = chance;
    }

    /** Writes a digit, 0 to 9, in units of its own. */
    public List<InkLine> write(int digit) {
        DigitShape shape = choose(DigitShapes.of(digit));
        double tremor = chance.between(0.3, 1.6);
        List<InkLine> lines = new ArrayList<>();
        for (DigitShape.Curve curve : shape.curves()) {
            lines.add(SmoothLine.through(trembling(curve, tremor), PIECE));
        }
        Bending bending = new Bending(chance);
        lines.forEach(line -> bending.apply(line.x(), line.y()));
        press(lines);
        return lines;
    }

    private DigitShape choose(List<DigitShape> shapes) {
        int left = chance.below(shapes.stream().mapToInt(DigitShape::weight).sum());
        int chosen = 0;
        while (left >= shapes.get(chosen).weight()) {
            left -= shapes.get(chosen).weight();
            chosen++;
        }
        return shapes.get(chosen);
    }

    private DigitShape.Curve trembling(DigitShape.Curve curve, double tremor) {
        return new DigitShape.Curve(trembling(curve.x(), tremor), trembling(curve.y(), tremor), curve.corner());
    }

    /** A hand that strays is still off at the next point: neighbours share half of their tremor. */
    private double[] trembling(double[] points, double tremor) {
        double[] moved = points.clone();
        double shared = chance.bell(tremor * TREMOR);
        for (int i = 0; i < moved.length; i++) {
            double next = chance.bell(tremor * TREMOR);
            moved[i] += shared + next;
            shared = next;
        }
        moved[0] += chance.bell(tremor * TREMOR_OF_ENDS);
        moved[moved.length - 1] += chance.bell(tremor * TREMOR_OF_ENDS);
        return moved;
    }

    /** Sets the pen's radius: one size for the digit, pressure that swells and fades along each line. */
    private void press(List<InkLine> lines) {
        double radius = PEN * chance.factor(0.25);
        double box = Math.max(extent(lines, true), extent(lines, false));
        double size = radius * box / (DigitBox.SIZE - 2 * radius);
        for (InkLine line : lines) {
            double swell = chance.between(0, 0.2);
            double phase = chance.between(0, 2 * StrictMath.PI);
            double rate = chance.between(0.02, 0.12);
            double roughness = chance.between(0, 0.06);
            for (int i = 0; i < line.radius().length; i++) {
                double pressure = 1 + swell * StrictMath.sin(phase + rate * i) + chance.bell(roughness);
                line.radius()[i] = (float) (size * pressure);
            }
        }
    }

    private static double extent(List<InkLine> lines, boolean horizontal) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (InkLine line : lines) {
            for (float value : horizontal ? line.x() : line.y()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high - low;
    }
}
