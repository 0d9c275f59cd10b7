package org.penumbra.net.image;

import java.util.Map;
import org.penumbra.speed.Engine;

/** What a process can make engines of. */
interface EngineHost {

    /** An engine with the weights of the work. */
    ImageEngine make(Engine engine, ImageWork work);

    /**
     * Sees to it that this process computes on all cores, neither fewer nor more threads; to be called before each turn.
     *
     * @throws IllegalStateException if it then says that it does not
     */
    void useAllCores();

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
