package org.penumbra.net.plane;

import java.util.Optional;
import org.penumbra.net.plane.PlaneStop.Reason;

/** Watches a training run for the end that a {@link PlaneStop} asks for. It is told of every step, in their order. */
public final class PlaneEnd {

    private final PlaneStop stop;
    private final long from;
    private double lowest = Double.POSITIVE_INFINITY;
    private double sum;
    private int count;

    /**
     * Watches from now on.
     *
     * @param from training steps done; a run that has passed its number of steps goes on
     */
    public PlaneEnd(PlaneStop stop, long from) {
        this.stop = stop;
        this.from = from;
    }

    /**
     * A step was taken.
     *
     * @param step training steps done, this one included
     * @param loss cross-entropy + lambda * reconstruction error of its batch
     * @return why the run should end now; empty while it should go on
     */
    public Optional<Reason> after(long step, double loss) {
        boolean settled = stop.patience() > 0 && settledWith(loss);
        if (stop.steps() > 0 && step >= stop.steps() && from < stop.steps()) {
            return Optional.of(Reason.STEPS);
        }
        return settled ? Optional.of(Reason.SETTLED) : Optional.empty();
    }

    private boolean settledWith(double loss) {
        sum += loss;
        count++;
        if (count < stop.patience()) {
            return false;
        }
        double mean = sum / count;
        sum = 0;
        count = 0;
        boolean falls = mean <= lowest * (1 - PlaneStop.PART);
        lowest = Math.min(lowest, mean);
        return !falls;
    }
}
