package org.penumbra.live.train;

/**
 * One point of a training run's curves.
 *
 * @param generation           of the run
 * @param step                 steps taken
 * @param epochs               passes over the training images, with fractions
 * @param crossEntropy         mean over the batches since the last point, nats
 * @param reconstruction       mean squared error a pixel over the same batches; NaN without a decoder
 * @param heldOutCrossEntropy  over held-out images, nats; NaN at points where they were not asked
 * @param heldOutReconstruction mean squared error a pixel over held-out images; NaN likewise and without a decoder
 * @param heldOutAccuracy      share of held-out images answered right, 0 to 1; NaN likewise
 * @param seconds              that the steps since the last point took, and nothing besides; NaN where nobody measured
 * @param trace                the loss of each of these steps, among the first ten thousand of a run
 */
public record TrainingPoint(
        int generation,
        long step,
        double epochs,
        double crossEntropy,
        double reconstruction,
        double heldOutCrossEntropy,
        double heldOutReconstruction,
        double heldOutAccuracy,
        double seconds,
        StepTrace trace) {

    /** Without the time and the loss of each step. */
    public TrainingPoint(
            int generation,
            long step,
            double epochs,
            double crossEntropy,
            double reconstruction,
            double heldOutCrossEntropy,
            double heldOutReconstruction,
            double heldOutAccuracy) {
        this(
                generation,
                step,
                epochs,
                crossEntropy,
                reconstruction,
                heldOutCrossEntropy,
                heldOutReconstruction,
                heldOutAccuracy,
                Double.NaN,
                StepTrace.NONE);
    }

    /** Whether the held-out images were asked at this point. */
    public boolean validated() {
        return !Double.isNaN(heldOutAccuracy);
    }
}
