package org.penumbra.net.image;

/**
 * The paper's four models for 28 x 28 images. All share an encoder: convolution 5x5 1 to 32 without padding, maximum
 * over 2x2, ReLU, convolution 5x5 32 to 64, maximum over 2x2, ReLU, fully connected to 400, ReLU; and a fully connected
 * class head.
 */
public enum ImageArchitecture {

    /** Encoder and softmax. */
    CNN("cnn", false),

    /** Encoder and omega units a class under one softmax (Kardan and Stanley's competitive overcomplete outputs). */
    COOL("cool", false),

    /**
     * CNN with a decoder that mirrors the encoder: fully connected 400 to 1024 (4 x 4 places of 64 channels), ReLU,
     * each place repeated 2x2, transposed convolution 5x5 64 to 32, ReLU, repeated 2x2, transposed convolution 5x5 32
     * to 1, sigmoid.
     */
    DAE_SYM("dae-sym", true),

    /** CNN with a small decoder: fully connected 400 to 784, sigmoid. */
    DAE_ASYM("dae-asym", true);

    private final String id;
    private final boolean reconstructs;

    ImageArchitecture(String id, boolean reconstructs) {
        this.id = id;
        this.reconstructs = reconstructs;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }

    /** Whether there is a decoder, and so a reconstruction error. */
    public boolean reconstructs() {
        return reconstructs;
    }
}
