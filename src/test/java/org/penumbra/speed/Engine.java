package org.penumbra.speed;

import org.penumbra.net.image.ImageArchitecture;

/** Who computes. Engines of one {@link Worker} share a process, and with it their native libraries. */
public enum Engine {

    /** Our layers. */
    PENUMBRA("Penumbra", Worker.PENUMBRA, false),

    /** PyTorch with the decoder as it is written down: repeat, then a transposed convolution. */
    PYTORCH("PyTorch", Worker.PYTORCH, false),

    /** PyTorch with both of them folded into one transposed convolution, as ours are. */
    PYTORCH_FOLDED("PyTorch, folded", Worker.PYTORCH, true),

    /** ONNX Runtime, which only answers. */
    ONNX("ONNX Runtime", Worker.ONNX, false),

    /** ONNX Runtime with a folded decoder. */
    ONNX_FOLDED("ONNX Runtime, folded", Worker.ONNX, true),

    /** DL4J's stock layers. */
    STOCK("DL4J stock", Worker.STOCK, false);

    /** A process for engines whose native libraries get along. */
    public enum Worker {
        PENUMBRA,
        PYTORCH,
        ONNX,
        STOCK
    }

    private final String label;
    private final Worker worker;
    private final boolean folded;

    Engine(String label, Worker worker, boolean folded) {
        this.label = label;
        this.worker = worker;
        this.folded = folded;
    }

    /** What a table calls it. */
    public String label() {
        return label;
    }

    public Worker worker() {
        return worker;
    }

    /** Whether the decoder's repeating is folded into its transposed convolution by whoever wrote the network down. */
    public boolean folded() {
        return folded;
    }

    /** Whether this engine can do what a row asks for, and it differs from what its plain form does. */
    public boolean takesPart(Row row) {
        if (row.task() == Task.PRODUCT) {
            return this == PENUMBRA || this == PYTORCH;
        }
        boolean can = worker != Worker.ONNX || row.task() != Task.TRAIN;
        return can && (!folded || row.network() == ImageArchitecture.DAE_SYM);
    }
}
