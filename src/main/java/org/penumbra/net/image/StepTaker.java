package org.penumbra.net.image;

import org.penumbra.net.StepLosses;

/**
 * Who takes the training steps on an {@link ImageNetwork}: Adam on the mean cross-entropy plus lambda times the mean squared
 * reconstruction error (mean over the batch and the 784 pixels), both computed from the corrupted image. Which images a
 * step takes, and what corrupts them, is the same whoever takes it. Not for use by several threads at once.
 */
public interface StepTaker extends AutoCloseable {

    /** Begins to train a network, so that whoever drives a run need not know by whose layers. */
    interface Factory {

        /** Whose layers they are. */
        StepEngine engine();

        /**
         * Begins where the network stands.
         *
         * @param network  with its initial weights; it stays the caller's
         * @param settings how it is trained
         * @param lanes    parts each batch is cut into, at least 1
         */
        StepTaker begin(ImageNetwork network, ImageTrainingSettings settings, int lanes);

        /** That of our own layers. */
        static Factory ofPenumbra() {
            return new Factory() {
                @Override
                public StepEngine engine() {
                    return StepEngine.PENUMBRA;
                }

                @Override
                public StepTaker begin(ImageNetwork network, ImageTrainingSettings settings, int lanes) {
                    return new ImageTrainer(network, settings.batch(), lanes);
                }
            };
        }
    }

    /** Prepares some rows of a step; several workers may prepare different rows at once. */
    interface Preparation {

        /** Writes the rows from {@code from}, included, to {@code from + count}, excluded. */
        void prepare(int from, int count);
    }

    /**
     * Computes the losses of a batch and keeps their gradient for {@link #update}.
     *
     * @param batch       at most as many images as there is room for
     * @param preparation fills each of its rows once, before it is read
     * @param lambda      weight of the reconstruction
     * @return the losses with the present weights
     */
    StepLosses gradient(ImageBatch batch, Preparation preparation, double lambda);

    /** Takes one step of Adam down the gradient of the last call. */
    void update(double learningRate);

    /** Sees that the network has the weights of the last step, as it is about to be asked. */
    void settle();

    /** Adam's running means of the gradient, a copy, in the order of the network's parameters. */
    float[] mean();

    /** Adam's running means of the squared gradient, a copy. */
    float[] variance();

    /**
     * Goes on where another run stood, whose weights the network has been given.
     *
     * @param steps    its steps
     * @param mean     its {@link #mean()}
     * @param variance its {@link #variance()}
     */
    void resume(long steps, float[] mean, float[] variance);

    /** Frees native memory; the network stays. */
    @Override
    void close();
}
