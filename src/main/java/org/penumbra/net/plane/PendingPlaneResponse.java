package org.penumbra.net.plane;

/**
 * A {@link PlaneResponse} that other cores are working on. Whoever started it may do something else meanwhile and must
 * {@link #finish} it before the network's parameters change or another one is started.
 */
public final class PendingPlaneResponse {

    private final DenseResponder.Job job;
    private final PlaneResponse result;

    PendingPlaneResponse(DenseResponder.Job job, PlaneResponse result) {
        this.job = job;
        this.result = result;
    }

    /** Whether {@link #finish} would return at once. */
    public boolean isDone() {
        return job.isDone();
    }

    /** Share of the work that nobody has taken yet, 0 to 1. */
    public double left() {
        return job.left();
    }

    /** Helps with what is left and returns the result. */
    public PlaneResponse finish() {
        job.finish();
        return result;
    }
}
