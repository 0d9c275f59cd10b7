package org.penumbra.view.draw.input;

import java.util.List;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.data.ink.Stroke;

/**
 * An image that the models are asked about.
 *
 * @param title   says what it is: "drawing", "MNIST test image 17, a 3", "noise 0.40"
 * @param image   as the networks see it, each by its own fit
 * @param strokes what it was drawn by, on the pad; empty when it was not drawn
 */
public record DigitInput(String title, FittedImage image, List<Stroke> strokes) {

    public DigitInput {
        strokes = List.copyOf(strokes);
    }

    /**
     * An image that no fit changes.
     *
     * @param pixels 784, 0 (background) to 1 (ink); not copied, not to be written to
     */
    public DigitInput(String title, float[] pixels, List<Stroke> strokes) {
        this(title, FittedImage.same(pixels), strokes);
    }

    /** What a network sees that was trained on digits: 784 pixels, 0 (background) to 1 (ink), not to be written to. */
    public float[] pixels() {
        return image.of(Fit.DIGIT);
    }
}
