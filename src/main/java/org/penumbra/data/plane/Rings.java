package org.penumbra.data.plane;

import java.util.List;
import org.penumbra.data.Position;

/**
 * One ring a class, each uniform by area: the two-dimensional example of Spigler, Denoising Autoencoders for
 * Overgeneralization in Neural Networks.
 *
 * @param innerRadius of every ring, data units, positive
 * @param thickness   of every ring, data units, positive
 * @param centres     of the rings, one a class, 1 to {@link #MOST_CLASSES}
 */
public record Rings(double innerRadius, double thickness, List<Position> centres) implements PlaneData {

    public Rings {
        SIZE.require("inner radius of the rings", innerRadius);
        SIZE.require("thickness of the rings", thickness);
        centres = Centres.check("rings", centres);
    }

    /** The paper's: three rings of inner radius 0.6 and thickness 0.1 about (-1, 1), (1, 1) and (1, -1). */
    public static Rings paper() {
        return new Rings(0.6, 0.1, List.of(new Position(-1, 1), new Position(1, 1), new Position(1, -1)));
    }

    @Override
    public int classes() {
        return centres.size();
    }

    @Override
    public PointSet sample(int count, long seed) {
        double inner = innerRadius * innerRadius;
        double outer = (innerRadius + thickness) * (innerRadius + thickness);
        Sampler sampler = (label, random) -> centres.get(label)
                .towards(random.nextDouble(2 * Math.PI), Math.sqrt(inner + random.nextDouble() * (outer - inner)));
        return sampler.sample(count, classes(), seed);
    }

    /** Distance from the nearest middle line, the circle of radius {@code innerRadius + thickness / 2}. */
    @Override
    public double distance(double x, double y) {
        double middle = innerRadius + thickness / 2;
        double nearest = Double.POSITIVE_INFINITY;
        for (Position centre : centres) {
            nearest = Math.min(nearest, Math.abs(centre.distance(x, y) - middle));
        }
        return nearest;
    }

    /** 0.05, the half thickness of the paper's rings, whatever the thickness, so that runs can be compared. */
    @Override
    public double onWithin() {
        return 0.05;
    }

    /** 0.2 as for the paper's rings, but never inside a ring: at least 0.1 beyond its edge. */
    @Override
    public double offBeyond() {
        return Math.max(0.2, thickness / 2 + 0.1);
    }

    /** The centres which lie off every ring, in the order of the classes. */
    @Override
    public List<Position> hollows() {
        return centres.stream().filter(this::isOff).toList();
    }

    @Override
    public boolean knowsDensity() {
        return true;
    }

    /** Each ring is uniform by area; where rings overlap, their densities add. */
    @Override
    public double logDensity(double x, double y) {
        Annulus ring = new Annulus(innerRadius, innerRadius + thickness, 2 * Math.PI);
        long within = centres.stream()
                .filter(centre -> ring.holds(centre.distance(x, y)))
                .count();
        return Math.log(within * ring.density() / classes());
    }

    private boolean isOff(Position place) {
        return distance(place.x(), place.y()) > offBeyond();
    }
}
