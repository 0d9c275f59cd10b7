package org.penumbra.view.draw.input;

import java.util.List;
import java.util.Optional;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.FittedImage;

/**
 * How an input is made.
 *
 * @param base       from what
 * @param brushWidth of the strokes, if there are any, pad units
 * @param fit        how every model sees it; empty: each as it was trained
 * @param modifiers  what is changed about it
 */
record Recipe(Base base, double brushWidth, Optional<Fit> fit, Modifiers modifiers) {

    /** The input, with pixels of its own. Takes a fraction of a millisecond. */
    DigitInput input() {
        FittedImage image = base.image(brushWidth);
        return new DigitInput(
                base.title() + modifiers.words(),
                fit.map(image::all).orElse(image).changed(modifiers::apply),
                base instanceof Base.Drawing drawing ? drawing.strokes() : List.of());
    }

    /** Whether there is anything to see. */
    boolean isBlank() {
        return modifiers.areNone()
                && base instanceof Base.Drawing drawing
                && drawing.strokes().isEmpty();
    }
}
