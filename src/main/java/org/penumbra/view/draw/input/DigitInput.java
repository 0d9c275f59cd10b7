package org.penumbra.view.draw.input;

import java.util.List;
import org.penumbra.data.ink.Stroke;

/**
 * An image that the models are asked about.
 *
 * @param title   says what it is: "drawing", "MNIST test image 17, a 3", "noise 0.40"
 * @param pixels  784, 0 (background) to 1 (ink), as the networks see it; not copied, not to be written to
 * @param strokes what it was drawn by, on the pad; empty when it was not drawn
 */
public record DigitInput(String title, float[] pixels, List<Stroke> strokes) {

    public DigitInput {
        strokes = List.copyOf(strokes);
    }
}
