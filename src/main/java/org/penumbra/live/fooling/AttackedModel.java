package org.penumbra.live.fooling;

import org.penumbra.net.image.ImageModel;

/**
 * A trained model that an attack tries to fool.
 *
 * @param name  what the person calls it
 * @param model the model
 * @param alpha sensitivity of its confidence to the reconstruction error, at least 0; 0 without a decoder
 * @param beta  sensitivity to positive curvature, at least 0; 0 without a decoder
 */
public record AttackedModel(String name, ImageModel model, double alpha, double beta) {

    public AttackedModel {
        if (!(alpha >= 0 && beta >= 0 && Double.isFinite(alpha) && Double.isFinite(beta))) {
            throw new IllegalArgumentException(
                    name + ": expected alpha and beta to be finite numbers of at least 0, but got " + alpha + " and "
                            + beta);
        }
        if (!model.doubts() && (alpha != 0 || beta != 0)) {
            throw new IllegalArgumentException(
                    name + ": expected alpha and beta 0, as it has no decoder, but got " + alpha + " and " + beta);
        }
    }
}
