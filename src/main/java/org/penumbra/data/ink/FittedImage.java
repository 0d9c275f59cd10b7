package org.penumbra.data.ink;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An image as every fit gives it. Models that were trained with different fits are asked about the same picture, and each
 * sees it as it saw those it has learnt.
 *
 * @param images for each fit 784 pixels, 0 (background) to 1 (ink); not copied, not to be written to
 */
public record FittedImage(Map<Fit, float[]> images) {

    private static final int PIXELS = DigitImage.SIDE * DigitImage.SIDE;

    public FittedImage {
        images = Collections.unmodifiableMap(new EnumMap<>(images));
        for (Fit fit : Fit.values()) {
            float[] pixels = images.get(fit);
            if (pixels == null || pixels.length != PIXELS) {
                throw new IllegalArgumentException("image: expected " + PIXELS + " pixels, but got "
                        + (pixels == null ? "none for the fit " + fit.id() : "" + pixels.length));
            }
        }
    }

    /** An image that no fit changes: it has 28 x 28 pixels, light on black, already. */
    public static FittedImage same(float[] pixels) {
        Map<Fit, float[]> images = new EnumMap<>(Fit.class);
        for (Fit fit : Fit.values()) {
            images.put(fit, pixels);
        }
        return new FittedImage(images);
    }

    /**
     * A picture. Where there is nothing to crop, the image of a digit is empty.
     *
     * @param needed the fit that must find something
     * @throws PictureException when the picture shows nothing that the needed fit can use
     */
    public static FittedImage of(Picture picture, Fit needed) {
        Map<Fit, float[]> images = new EnumMap<>(Fit.class);
        images.put(needed, needed.pixels(picture));
        for (Fit fit : Fit.values()) {
            images.computeIfAbsent(fit, other -> orEmpty(() -> other.pixels(picture)));
        }
        return new FittedImage(images);
    }

    /**
     * A drawing: a digit is cropped and centred, otherwise the whole pad is the picture.
     *
     * @param strokes    in units of the pad, y downwards; may be none
     * @param brushWidth of all of them, above 0
     * @param pad        units a side
     */
    public static FittedImage of(List<Stroke> strokes, double brushWidth, double pad) {
        Optional<Ink> ink = StrokesInk.of(strokes, brushWidth / 2);
        if (ink.isEmpty()) {
            return same(new float[PIXELS]);
        }
        float[] whole = WholeDrawing.of(strokes, brushWidth, pad);
        Map<Fit, float[]> images = new EnumMap<>(Fit.class);
        images.put(Fit.DIGIT, DigitImage.of(ink.get()).pixels());
        images.put(Fit.WHOLE, whole);
        images.put(Fit.AS_IS, whole);
        return new FittedImage(images);
    }

    private static float[] orEmpty(Supplier<float[]> pixels) {
        try {
            return pixels.get();
        } catch (PictureException blank) {
            return new float[PIXELS];
        }
    }

    /** The image that a model of this fit sees. */
    public float[] of(Fit fit) {
        return images.get(fit);
    }

    /** For every fit what one fit gives, as if all models had been trained with it. */
    public FittedImage all(Fit fit) {
        return same(of(fit));
    }

    /** The same change of each image; what two fits share is changed once. */
    public FittedImage changed(UnaryOperator<float[]> change) {
        Map<Fit, float[]> changed = new EnumMap<>(Fit.class);
        for (Fit fit : Fit.values()) {
            float[] before = of(fit);
            Fit earlier = Fit.values()[0];
            while (of(earlier) != before) {
                earlier = Fit.values()[earlier.ordinal() + 1];
            }
            float[] done = changed.get(earlier);
            changed.put(fit, done != null ? done : change.apply(before));
        }
        return new FittedImage(changed);
    }

    /** Whether every fit gives the same pixels of both. */
    public boolean looksLike(FittedImage other) {
        return Arrays.stream(Fit.values()).allMatch(fit -> Arrays.equals(of(fit), other.of(fit)));
    }

    /** Whether there is no ink, whatever the fit. */
    public boolean isBlank() {
        for (float[] pixels : images.values()) {
            for (float pixel : pixels) {
                if (pixel != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
