package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.data.ink.ImageChange;
import org.penumbra.data.ink.Stroke;
import org.penumbra.state.DrawnPicture.TestImage;

/** What an input is made from, before anything is changed about it. */
public sealed interface Base {

    /** What it is, in words. */
    String title();

    /**
     * Its pixels as each fit gives them.
     *
     * @param brushWidth of what is drawn, pad units
     */
    FittedImage image(double brushWidth);

    /**
     * What a further stroke makes of it. One of ink on an image that was not drawn begins a drawing of its own; one of the
     * eraser takes away what the image shows there.
     *
     * @param stroke     pad units
     * @param brushWidth pad units
     * @param seen       how the image is shown on the pad
     */
    default Base with(Stroke stroke, double brushWidth, Fit seen) {
        if (!stroke.erases()) {
            return new Drawing(Drawing.BLANK.name, List.of(stroke));
        }
        // What the eraser covers of a pixel is what it would leave there as a brush.
        float[] covered = FittedImage.of(
                        List.of(new Stroke(stroke.points())), Stroke.ERASER * brushWidth, InputModel.PAD)
                .of(Fit.WHOLE);
        float[] left = image(brushWidth).of(seen).clone();
        for (int i = 0; i < left.length; i++) {
            left[i] *= 1 - covered[i];
        }
        return new Still(title().endsWith(ERASED) ? title() : title() + ERASED, left);
    }

    /** Follows the title of an image that was not drawn and is no longer whole. */
    String ERASED = ", partly erased";

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
        public Base with(Stroke stroke, double brushWidth, Fit seen) {
            List<Stroke> all = new ArrayList<>(strokes);
            all.add(stroke);
            return new Drawing(BLANK.name, all);
        }

        @Override
        public FittedImage image(double brushWidth) {
            return FittedImage.of(strokes, brushWidth, InputModel.PAD);
        }
    }

    /**
     * An image that was not drawn here.
     *
     * @param title "MNIST test image 17, a 3"
     * @param image as each fit gives it
     * @param from  which test image it is; empty for one that comes from elsewhere
     */
    record Still(String title, FittedImage image, Optional<TestImage> from) implements Base {

        /** An image that comes from elsewhere than a data set. */
        public Still(String title, FittedImage image) {
            this(title, image, Optional.empty());
        }

        /**
         * An image that no fit changes.
         *
         * @param pixels 784, 0 to 1; not copied, not to be written to
         */
        public Still(String title, float[] pixels) {
            this(title, FittedImage.same(pixels));
        }

        @Override
        public FittedImage image(double brushWidth) {
            return image;
        }

        /** What a network sees that was trained on digits. */
        float[] pixels() {
            return image.of(Fit.DIGIT);
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
        public FittedImage image(double brushWidth) {
            return FittedImage.same(new ImageChange.OnlyNoise(strength, seed).apply(new float[ImageChange.PIXELS]));
        }
    }
}
