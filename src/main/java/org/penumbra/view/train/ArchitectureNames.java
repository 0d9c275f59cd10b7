package org.penumbra.view.train;

import org.penumbra.net.image.ImageArchitecture;

/** What people call the four networks. */
final class ArchitectureNames {

    private ArchitectureNames() {}

    /** A few letters, as in the paper. */
    static String of(ImageArchitecture architecture) {
        return switch (architecture) {
            case CNN -> "CNN";
            case COOL -> "COOL";
            case DAE_SYM -> "dAE sym";
            case DAE_ASYM -> "dAE asym";
        };
    }

    /** One sentence. */
    static String about(ImageArchitecture architecture) {
        return switch (architecture) {
            case CNN -> "Convolutional network with a softmax: sure of everything";
            case COOL -> "Several units a class must agree: competitive overcomplete outputs";
            case DAE_SYM -> "CNN with a decoder that mirrors the encoder: a denoising autoencoder";
            case DAE_ASYM -> "CNN with a small decoder of one layer: a denoising autoencoder";
        };
    }
}
