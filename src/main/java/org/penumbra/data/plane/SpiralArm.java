package org.penumbra.data.plane;

import org.penumbra.data.Position;

/**
 * One arm of an Archimedean spiral about the origin: at t in [0, 1] it is at radius {@code inner + t (outer - inner)}
 * and angle {@code start + 2 pi turns t}.
 *
 * @param inner radius where it begins, data units
 * @param outer radius where it ends, greater than {@code inner}
 * @param turns how often it goes round, positive
 * @param start angle where it begins, radians
 */
record SpiralArm(double inner, double outer, double turns, double start) {

    private static final int MOST_STEPS = 40;
    private static final double ENOUGH = 1e-9;

    /** This arm turned by {@code number / arms} of a full circle. */
    SpiralArm turned(int number, int arms) {
        return new SpiralArm(inner, outer, turns, start + 2 * Math.PI * number / arms);
    }

    /** Length of the arm's velocity at t, data units; grows with t. */
    double speed(double t) {
        return Math.hypot(outer - inner, radius(t) * turning());
    }

    /** The place beside the arm at t, so far to the left of its direction. */
    Position beside(double t, double offset) {
        double angle = start + turning() * t;
        double along = (outer - inner) / speed(t);
        double across = radius(t) * turning() / speed(t);
        double radial = radius(t) - offset * across;
        double tangential = offset * along;
        return new Position(
                radial * Math.cos(angle) - tangential * Math.sin(angle),
                radial * Math.sin(angle) + tangential * Math.cos(angle));
    }

    /**
     * Distance of (x, y) from the arm, or {@code best} when it is not below that. The nearest place is an end of the
     * arm or lies where the arm passes the ray from the origin through (x, y), within a quarter turn: elsewhere the
     * squared distance has no minimum.
     */
    double distance(double x, double y, double best) {
        double distance = Math.sqrt(x * x + y * y);
        double angle = Math.atan2(y, x) - start;
        double ends = Math.min(squared(0, distance, angle), squared(1, distance, angle));
        double nearest = Math.min(best, Math.sqrt(ends));
        double quarter = 0.25 / turns;
        double first = angle / turning();
        first -= Math.floor((first + quarter) * turns) / turns;
        for (double crossing = first; crossing - quarter < 1; crossing += 1 / turns) {
            double low = Math.max(0, crossing - quarter);
            double high = Math.min(1, crossing + quarter);
            boolean canBeNearer = radius(low) - distance < nearest && distance - radius(high) < nearest;
            if (low < high && canBeNearer) {
                double t = nearestBetween(low, high, Math.max(0, Math.min(1, crossing)), distance, angle);
                nearest = Math.min(nearest, Math.sqrt(squared(t, distance, angle)));
            }
        }
        return nearest;
    }

    /** Newton's method on the slope of the squared distance, kept inside a shrinking bracket. */
    private double nearestBetween(double low, double high, double guess, double distance, double angle) {
        double t = guess;
        for (int step = 0; step < MOST_STEPS; step++) {
            double radius = radius(t);
            double growth = outer - inner;
            double cos = Math.cos(turning() * t - angle);
            double sin = Math.sin(turning() * t - angle);
            double slope = growth * (radius - distance * cos) + radius * distance * turning() * sin;
            double bend = growth * growth
                    + 2 * growth * distance * turning() * sin
                    + radius * distance * turning() * turning() * cos;
            if (slope > 0) {
                high = t;
            } else {
                low = t;
            }
            double newton = t - slope / bend;
            double next = bend > 0 && newton >= low && newton <= high ? newton : (low + high) / 2;
            if (Math.abs(next - t) < ENOUGH) {
                return next;
            }
            t = next;
        }
        return t;
    }

    private double squared(double t, double distance, double angle) {
        double radius = radius(t);
        double value = radius * radius + distance * distance - 2 * radius * distance * Math.cos(turning() * t - angle);
        return Math.max(0, value);
    }

    private double radius(double t) {
        return inner + t * (outer - inner);
    }

    private double turning() {
        return 2 * Math.PI * turns;
    }
}
