package org.penumbra.view.draw.input;

import java.util.List;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.ImageChange;
import org.penumbra.data.ink.Stroke;

/** What an input is made from, before anything is changed about it. */
public sealed interface Base {

    /** What it is, in words. */
    String title();

    /**
     * Its pixels.
     *
     * @param brushWidth of what is drawn, pad units
     * @return 784 from 0 (background) to 1 (ink), not to be written to
     */
    float[] pixels(double brushWidth);

    /**
     * Strokes on the pad; none is a blank image.
     *
     * @param name    what they draw, "drawing"
     * @param strokes pad units
     */
    record Drawing(String name, List<Stroke> strokes) implements Base {

        /** The empty pad. */
        static final Drawing BLANK = new Drawing("drawing", List.of());

        public Drawing {
            strokes = List.copyOf(strokes);
        }

        @Override
        public String title() {
            return strokes.isEmpty() ? "blank" : name;
        }

        @Override
        public float[] pixels(double brushWidth) {
            return strokes.isEmpty()
                    ? new float[ImageChange.PIXELS]
                    : DigitImage.of(strokes, brushWidth).pixels();
        }
    }

    /**
     * An image that was not drawn here.
     *
     * @param title  "MNIST test image 17, a 3"
     * @param pixels 784, 0 to 1; not copied, not to be written to
     */
    record Still(String title, float[] pixels) implements Base {

        @Override
        public float[] pixels(double brushWidth) {
            return pixels;
        }
    }

    /**
     * An image of even noise from 0 to the strength.
     *
     * @param strength 0 to 1
     * @param seed     which noise
     */
    record Noise(double strength, long seed) implements Base {

        @Override
        public String title() {
            return "noise image " + Modifiers.number(strength);
        }

        @Override
        public float[] pixels(double brushWidth) {
            return new ImageChange.OnlyNoise(strength, seed).apply(new float[ImageChange.PIXELS]);
        }
    }
}
