package org.penumbra.data.plane;

import java.util.List;
import org.penumbra.data.Position;

/**
 * One isotropic Gaussian a class.
 *
 * @param centres their means, one a class, 1 to {@link #MOST_CLASSES}
 * @param spread  standard deviation in each direction, data units, positive
 */
public record Blobs(List<Position> centres, double spread) implements PlaneData {

    public Blobs {
        SIZE.require("spread of the blobs", spread);
        centres = Centres.check("blobs", centres);
    }

    /** Three blobs of spread 0.25 at the corners of a triangle about the origin. */
    public static Blobs standard() {
        return new Blobs(List.of(new Position(-1.2, -0.7), new Position(1.2, -0.7), new Position(0, 1.4)), 0.25);
    }

    @Override
    public int classes() {
        return centres.size();
    }

    @Override
    public PointSet sample(int count, long seed) {
        Sampler sampler = (label, random) -> {
            Position centre = centres.get(label);
            return new Position(
                    centre.x() + spread * random.nextGaussian(), centre.y() + spread * random.nextGaussian());
        };
        return sampler.sample(count, classes(), seed);
    }

    /** Distance from the nearest centre. */
    @Override
    public double distance(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Position centre : centres) {
            nearest = Math.min(nearest, centre.distance(x, y));
        }
        return nearest;
    }

    /** Two spreads: 86 % of a blob's points lie within. */
    @Override
    public double onWithin() {
        return 2 * spread;
    }

    /** Four spreads: 0.03 % of a blob's points lie beyond. */
    @Override
    public double offBeyond() {
        return 4 * spread;
    }

    /** The mean of the centres, if there are several and it lies off all of them; otherwise empty. */
    @Override
    public List<Position> hollows() {
        Position middle = new Position(
                centres.stream().mapToDouble(Position::x).average().orElseThrow(),
                centres.stream().mapToDouble(Position::y).average().orElseThrow());
        return distance(middle.x(), middle.y()) > offBeyond() ? List.of(middle) : List.of();
    }

    @Override
    public boolean knowsDensity() {
        return true;
    }

    /** The mean of the Gaussians' densities; finite everywhere, as it is summed up by logarithms. */
    @Override
    public double logDensity(double x, double y) {
        double nearest = distance(x, y);
        double sum = 0;
        for (Position centre : centres) {
            double distance = centre.distance(x, y);
            sum += Math.exp((nearest - distance) * (nearest + distance) / (2 * spread * spread));
        }
        return Math.log(sum / (classes() * 2 * Math.PI * spread * spread)) - nearest * nearest / (2 * spread * spread);
    }
}
