package org.penumbra.experiment.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.experiment.Cell;

/**
 * How long a run will take, before it begins and while it runs. In the beginning an estimate counts; the more cells are done, the
 * more what they took counts. Not for use by several threads at once.
 */
public final class TimeLeft {

    /** The estimate counts as much as this share of the work. */
    private static final double PRIOR = 0.05;

    private final double total;
    private final double estimate;
    private final Map<String, Double> working = new HashMap<>();
    private int left;
    private double done;

    /**
     * @param todo    cells to be computed
     * @param workers how many of them at once
     * @param slowness seconds that one second of {@link Cell#seconds} takes on this machine, as {@link SpeedProbe} measures it
     */
    public TimeLeft(List<Cell> todo, int workers, double slowness) {
        left = todo.size();
        total = todo.stream().mapToDouble(Cell::seconds).sum();
        double longest = todo.stream().mapToDouble(Cell::seconds).max().orElse(0);
        // One cell keeps two cores busy, so more workers than pairs of cores gain nothing.
        int pairs = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        estimate = slowness * Math.max(longest, total / Math.min(workers, pairs));
    }

    /** All of it, seconds by the clock, as estimated before the beginning. */
    public double estimate() {
        return estimate;
    }

    /** A cell is being computed. */
    public void working(Cell cell, double share) {
        working.put(cell.id(), share * cell.seconds());
    }

    /** Nothing is left to do of a cell, whether it was finished or failed. */
    public void over(Cell cell) {
        working.remove(cell.id());
        left--;
        done += cell.seconds();
    }

    /** Share of the work that is done, 0 to 1. */
    public double share() {
        // Sums of shares do not come out even.
        return left == 0 ? 1 : Math.min(1, doneSoFar() / total);
    }

    private double doneSoFar() {
        return done + working.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * What is left, seconds by the clock.
     *
     * @param elapsed seconds since the beginning, without pauses
     */
    public double left(double elapsed) {
        double rest = Math.max(0, total - doneSoFar());
        return left == 0 ? 0 : rest * (PRIOR * estimate + elapsed) / (PRIOR * total + doneSoFar());
    }
}
