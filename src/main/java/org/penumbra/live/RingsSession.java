package org.penumbra.live;

import java.util.List;
import java.util.Optional;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Grid;
import org.penumbra.net.PlaneSetup;
import org.penumbra.net.TrainingSettings;

/**
 * An interactive training run in the plane: one engine thread owns the network; commands go in, frames and curve
 * points come out. Every method returns at once and may be called from any thread.
 */
public final class RingsSession implements AutoCloseable {

    /** Starts the engine, paused at step 0; the first frame follows as soon as the network is built. */
    public RingsSession(PlaneSetup setup, Grid grid, ConfidenceSettings confidence) { throw new UnsupportedOperationException(); }

    public void play() { throw new UnsupportedOperationException(); }

    public void pause() { throw new UnsupportedOperationException(); }

    /** Pauses and takes so many single steps. */
    public void step(int steps) { throw new UnsupportedOperationException(); }

    /** Starts the same run again: same points, same initial weights, same batches and noise. Keeps playing if it was. */
    public void reset() { throw new UnsupportedOperationException(); }

    /** Starts another run; keeps playing if it was, unless it had failed. */
    public void restart(PlaneSetup setup) { throw new UnsupportedOperationException(); }

    /** Changes learning rate, sigma, lambda from the next mini-batch on. */
    public void training(TrainingSettings settings) { throw new UnsupportedOperationException(); }

    public void speed(Speed speed) { throw new UnsupportedOperationException(); }

    /** Changes what the frames show (zoom, pan, resolution). */
    public void grid(Grid grid) { throw new UnsupportedOperationException(); }

    /** Only the AUROC of the curves needs these; the fields are scaled by whoever draws them. */
    public void confidence(ConfidenceSettings settings) { throw new UnsupportedOperationException(); }

    /** The newest frame not yet taken, or empty. */
    public Optional<RingsFrame> takeFrame() { throw new UnsupportedOperationException(); }

    /** All curve points since the last call, oldest first. */
    public List<CurvePoint> takeCurve() { throw new UnsupportedOperationException(); }

    public EngineStatus status() { throw new UnsupportedOperationException(); }

    /** Ends the engine thread within a second. */
    @Override
    public void close() { throw new UnsupportedOperationException(); }
}
