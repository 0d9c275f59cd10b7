package org.penumbra.view.draw.input;

import java.util.List;

/**
 * How an input is made.
 *
 * @param base       from what
 * @param brushWidth of the strokes, if there are any, pad units
 * @param modifiers  what is changed about it
 */
record Recipe(Base base, double brushWidth, Modifiers modifiers) {

    /** The input, with pixels of its own. Takes a fraction of a millisecond. */
    DigitInput input() {
        return new DigitInput(
                base.title() + modifiers.words(),
                modifiers.apply(base.pixels(brushWidth)),
                base instanceof Base.Drawing drawing ? drawing.strokes() : List.of());
    }

    /** Whether there is anything to see. */
    boolean isBlank() {
        return modifiers.areNone()
                && base instanceof Base.Drawing drawing
                && drawing.strokes().isEmpty();
    }
}
