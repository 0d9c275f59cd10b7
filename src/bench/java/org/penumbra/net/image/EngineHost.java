package org.penumbra.net.image;

import java.util.Map;
import org.penumbra.speed.Engine;
import org.penumbra.speed.Row;

/** What a process can make engines of. */
interface EngineHost {

    /** An engine with the weights of the work. */
    ImageEngine make(Engine engine, ImageWork work);

    /**
     * Sees to it that this process computes on all cores, with neither fewer nor more threads.
     *
     * @throws IllegalStateException if it then says that it does not
     */
    void useAllCores();

    /**
     * {@link #useAllCores}, and whatever else makes this work fast; to be called before each turn.
     *
     * @param work what the engine will do; the first time it may be done a few times, to find out
     */
    default void prepare(Engine engine, Row row, Runnable work) {
        useAllCores();
    }

    /** Multiplies two matrices of 1024 x 1024 as often as {@link #productsACall} says, all cores at work. */
    default Runnable product() {
        throw new UnsupportedOperationException("this process multiplies no matrices");
    }

    default int productsACall() {
        return 1;
    }

    /** What is worth knowing about it beside its figures, by name. */
    Map<String, String> facts();

    static EngineHost of(Engine.Worker worker) {
        return switch (worker) {
            case PENUMBRA -> new PenumbraHost();
            case PYTORCH -> new PyTorchHost();
            case ONNX -> new OnnxHost();
            case STOCK -> new StockHost();
        };
    }
}
