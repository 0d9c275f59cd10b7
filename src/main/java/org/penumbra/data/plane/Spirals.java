package org.penumbra.data.plane;

import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.data.Position;
import org.penumbra.data.Range;
import org.penumbra.data.SettingProblem;

/**
 * One arm a class, wound counter-clockwise about the origin from radius {@link #INNER_RADIUS} out to
 * {@link #OUTER_RADIUS}, the arms turned against each other by equal angles. Along an arm points are uniform by
 * length, across it uniform over its thickness.
 *
 * @param arms      number of arms, 1 to {@link #MOST_CLASSES}
 * @param turns     how often an arm goes round, 0.1 to 5
 * @param thickness of an arm, data units, above 0 and at most 1
 */
public record Spirals(int arms, double turns, double thickness) implements PlaneData {

    /** Where every arm begins, data units from the origin. */
    public static final double INNER_RADIUS = 0.3;
    /** Where every arm ends, data units from the origin. */
    public static final double OUTER_RADIUS = 2.1;
    /** How often an arm may go round. */
    public static final Range TURNS = Range.of(0.1, 5);
    /** How thick an arm may be, data units. */
    public static final Range THICKNESS = Range.above(0, 1);

    public Spirals {
        if (arms < 1 || arms > MOST_CLASSES) {
            throw new SettingProblem("arms of the spirals", "1 to " + MOST_CLASSES, arms);
        }
        TURNS.require("turns of the spirals", turns);
        THICKNESS.require("thickness of the spirals", thickness);
    }

    /** Two arms of one and a half turns, 0.12 thick. */
    public static Spirals standard() {
        return new Spirals(2, 1.5, 0.12);
    }

    @Override
    public int classes() {
        return arms;
    }

    @Override
    public PointSet sample(int count, long seed) {
        SpiralArm arm = arm();
        Sampler sampler = (label, random) -> draw(arm.turned(label, arms), random);
        return sampler.sample(count, arms, seed);
    }

    private Position draw(SpiralArm arm, SplittableRandom random) {
        // Rejection makes the points uniform by length: an arm runs faster the farther out it is.
        double along = random.nextDouble();
        while (random.nextDouble() * arm.speed(1) > arm.speed(along)) {
            along = random.nextDouble();
        }
        return arm.beside(along, (random.nextDouble() - 0.5) * thickness);
    }

    /** Distance from the middle line of the nearest arm. */
    @Override
    public double distance(double x, double y) {
        SpiralArm arm = arm();
        double nearest = Double.POSITIVE_INFINITY;
        for (int label = 0; label < arms; label++) {
            nearest = arm.turned(label, arms).distance(x, y, nearest);
        }
        return nearest;
    }

    private SpiralArm arm() {
        return new SpiralArm(INNER_RADIUS, OUTER_RADIUS, turns, 0);
    }

    /** Half the thickness: on an arm itself. */
    @Override
    public double onWithin() {
        return thickness / 2;
    }

    /** 0.15 beyond the edge of an arm. */
    @Override
    public double offBeyond() {
        return thickness / 2 + 0.15;
    }

    /** The origin, which several arms surround evenly; empty for a single arm and for arms too thick. */
    @Override
    public List<Position> hollows() {
        return arms > 1 && INNER_RADIUS > offBeyond() ? List.of(new Position(0, 0)) : List.of();
    }
}
