package org.penumbra.net.image;

import java.nio.file.Path;
import org.penumbra.net.Cores;

/** One way to compute an image network, on all cores: what the benchmark compares. */
interface ImageEngine extends AutoCloseable {

    /** Who computes. */
    enum Kind {

        /** Our layers. */
        PENUMBRA,

        /** PyTorch through DJL, as its Java interface runs it. */
        PYTORCH,

        /** DL4J's stock layers. */
        STOCK
    }

    /**
     * What a network answers.
     *
     * @param probabilities   count x 10
     * @param reconstructions count x 784, empty without a decoder
     */
    record Answers(float[] probabilities, float[] reconstructions) {}

    /** Takes a step of training on the next batch of the work, corrupted anew where there is a decoder. */
    void train();

    /** Takes a step of training on given images; returns the loss before it. */
    double train(float[] clean, float[] corrupted, int[] labels);

    /** Answers for some images, in Java arrays: count x 784. */
    Answers infer(float[] images, int count);

    /** Takes over weights, laid out as {@link ImageLayout} says. */
    void setParameters(float[] values);

    /** How many parameters it has, counted by itself. */
    int parameterCount();

    @Override
    void close();

    /** An engine with initial weights. */
    static ImageEngine make(Kind kind, ImageWork work) {
        int cores = Cores.count();
        String threads = System.getenv("OMP_NUM_THREADS");
        if (threads != null && !threads.equals(Integer.toString(cores))) {
            throw new IllegalStateException("OMP_NUM_THREADS is " + threads + ", but this machine has " + cores
                    + " cores, and all engines are to use all of them; unset it");
        }
        return switch (kind) {
            case PENUMBRA -> new PenumbraEngine(work);
            case PYTORCH -> new PyTorchEngine(work, Path.of("target", "djl"));
            case STOCK -> new StockEngine(work);
        };
    }
}
