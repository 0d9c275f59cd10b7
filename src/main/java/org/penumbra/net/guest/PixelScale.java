package org.penumbra.net.guest;

import java.util.Locale;
import org.penumbra.data.SettingProblem;

/**
 * From this program's pixels, 0 (background) to 1 (ink), to those of a guest: {@code u = factor * x + offset}.
 *
 * @param range     which numbers stand for no light and full light
 * @param darkInk   whether ink is dark and the background light; in MNIST the ink is light
 * @param mean      of {@link PixelRange#STANDARDISED}, of pixels of 0 to 1; of no account otherwise
 * @param deviation likewise, above 0
 */
public record PixelScale(PixelRange range, boolean darkInk, double mean, double deviation) {

    /** 0 (background) to 1 (ink), as this program has it. */
    public static final PixelScale OWN = of(PixelRange.UNIT, false);

    private static final double MOST_MEAN = 10;
    private static final double LEAST_DEVIATION = 1e-3;

    public PixelScale {
        if (!(Math.abs(mean) <= MOST_MEAN)) {
            throw new SettingProblem("mean of the pixels", "a number from -10 to 10", mean);
        }
        if (!(deviation >= LEAST_DEVIATION && deviation <= 1 / LEAST_DEVIATION)) {
            throw new SettingProblem("deviation of the pixels", "a number from 0.001 to 1000", deviation);
        }
    }

    /** A scale that needs no mean and no deviation. */
    public static PixelScale of(PixelRange range, boolean darkInk) {
        return new PixelScale(range, darkInk, 0, 1);
    }

    /** The same of other polarity. */
    public PixelScale withDarkInk(boolean dark) {
        return new PixelScale(range, dark, mean, deviation);
    }

    /** {@code du/dx}; never 0. */
    public double factor() {
        return darkInk ? -width() : width();
    }

    /** u of the background. */
    public double offset() {
        return darkInk ? dark() + width() : dark();
    }

    private double width() {
        return switch (range) {
            case UNIT -> 1;
            case BYTES -> 255;
            case SIGNED -> 2;
            case STANDARDISED -> 1 / deviation;
        };
    }

    /** u where there is no light. */
    private double dark() {
        return switch (range) {
            case UNIT, BYTES -> 0;
            case SIGNED -> -1;
            case STANDARDISED -> -mean / deviation;
        };
    }

    /** "0 to 255, dark ink on light ground". */
    public String words() {
        return (range == PixelRange.STANDARDISED
                        ? String.format(Locale.ROOT, "standardised by mean %.4g and deviation %.4g", mean, deviation)
                        : range.words())
                + (darkInk ? ", dark ink on light ground" : ", light ink on dark ground");
    }
}
