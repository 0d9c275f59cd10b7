package org.penumbra.live.draw;

import org.penumbra.confidence.TopAnswers;
import org.penumbra.net.image.ImageModel;

/**
 * A model's answers to a whole set of images.
 *
 * @param model   who answered
 * @param name    by which the images were asked about
 * @param answers one an image
 */
public record Measurement(ImageModel model, String name, TopAnswers answers) {}
