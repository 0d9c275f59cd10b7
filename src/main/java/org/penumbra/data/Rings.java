package org.penumbra.data;

import java.util.List;

/**
 * One ring a class, each uniform by area: the two-dimensional example of Spigler, Denoising Autoencoders for
 * Overgeneralization in Neural Networks.
 *
 * @param innerRadius of every ring, data units, positive
 * @param thickness   of every ring, data units, positive
 * @param centres     of the rings, one a class
 */
public record Rings(double innerRadius, double thickness, List<Position> centres) implements PlaneData {
    public int classes() { return centres.size(); }
    public PointSet sample(int count, long seed) { throw new UnsupportedOperationException(); }
    public double distance(double x, double y) { throw new UnsupportedOperationException(); }
    public double onWithin() { return 0.05; }
    public double offBeyond() { return 0.2; }
    public List<Position> hollows() { return centres; }
}
