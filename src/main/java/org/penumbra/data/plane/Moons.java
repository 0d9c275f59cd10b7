package org.penumbra.data.plane;

import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.SettingProblem;

/**
 * Two interleaved half rings, each uniform by area: the upper one (class 0) opens downwards about
 * {@code (-radius/2, -radius/4)}, the lower one (class 1) is the same turned half round about the origin.
 *
 * @param radius    of the middle lines, data units, positive
 * @param thickness of both, data units, positive, at most {@code radius}
 */
public record Moons(double radius, double thickness) implements PlaneData {

    public Moons {
        SIZE.require("radius of the moons", radius);
        SIZE.require("thickness of the moons", thickness);
        if (thickness > radius) {
            throw new SettingProblem("thickness of the moons", "at most their radius, " + radius, thickness);
        }
    }

    /** Radius 1.4 and thickness 0.2: it fills [-2.5, 2.5]^2 well. */
    public static Moons standard() {
        return new Moons(1.4, 0.2);
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public PointSet sample(int count, long seed) {
        double inner = square(radius - thickness / 2);
        double outer = square(radius + thickness / 2);
        Position centre = upperCentre();
        Sampler sampler = (label, random) -> {
            Position upper = centre.towards(
                    random.nextDouble(Math.PI), Math.sqrt(inner + random.nextDouble() * (outer - inner)));
            return label == 0 ? upper : new Position(-upper.x(), -upper.y());
        };
        return sampler.sample(count, classes(), seed);
    }

    /** Distance from the nearer of the two half circles of this radius. */
    @Override
    public double distance(double x, double y) {
        return Math.min(fromUpper(x, y), fromUpper(-x, -y));
    }

    private double fromUpper(double x, double y) {
        Position centre = upperCentre();
        if (y >= centre.y()) {
            return Math.abs(centre.distance(x, y) - radius);
        }
        Position nearerTip = new Position(centre.x() + Math.copySign(radius, x - centre.x()), centre.y());
        return nearerTip.distance(x, y);
    }

    private Position upperCentre() {
        return new Position(-radius / 2, -radius / 4);
    }

    /** Half the thickness: on a moon itself. */
    @Override
    public double onWithin() {
        return thickness / 2;
    }

    /** 0.15 beyond the edge of a moon. */
    @Override
    public double offBeyond() {
        return thickness / 2 + 0.15;
    }

    /** The origin, the middle between the two, where by symmetry the density has no slope; empty if too near. */
    @Override
    public List<Position> hollows() {
        return distance(0, 0) > offBeyond() ? List.of(new Position(0, 0)) : List.of();
    }

    @Override
    public boolean knowsDensity() {
        return true;
    }

    /** Each moon is uniform by area; where the two overlap, their densities add. */
    @Override
    public double logDensity(double x, double y) {
        Annulus moon = new Annulus(radius - thickness / 2, radius + thickness / 2, Math.PI);
        int within = (onUpper(moon, x, y) ? 1 : 0) + (onUpper(moon, -x, -y) ? 1 : 0);
        return Math.log(within * moon.density() / classes());
    }

    private boolean onUpper(Annulus moon, double x, double y) {
        Position centre = upperCentre();
        return moon.above(y - centre.y()) && moon.holds(centre.distance(x, y));
    }

    private static double square(double value) {
        return value * value;
    }
}
