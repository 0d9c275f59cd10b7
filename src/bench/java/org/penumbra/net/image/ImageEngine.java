package org.penumbra.net.image;

/** One way to compute an image network, on all cores: what the benchmark compares. It starts with given weights. */
interface ImageEngine extends AutoCloseable {

    /**
     * What a network answers.
     *
     * @param probabilities   count x 10
     * @param reconstructions count x 784, empty without a decoder
     */
    record Answers(float[] probabilities, float[] reconstructions) {}

    /** One that also learns. */
    interface Learning extends ImageEngine {

        /** Takes a step of training on the next batch of the work, corrupted anew where there is a decoder. */
        void train();

        /** Takes a step of training on given images; returns the loss before it. */
        double train(float[] clean, float[] corrupted, int[] labels);
    }

    /** Answers for some images, in Java arrays: count x 784. */
    Answers infer(float[] images, int count);

    /** How many parameters it has, counted by itself. */
    int parameterCount();

    @Override
    void close();
}
