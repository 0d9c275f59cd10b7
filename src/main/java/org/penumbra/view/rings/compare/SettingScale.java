package org.penumbra.view.rings.compare;

import org.penumbra.data.Range;
import org.penumbra.detector.Description.Scale;
import org.penumbra.detector.Description.Setting;
import org.penumbra.view.widget.NumberScale;

/**
 * How the numbers a setting may have lie along its slider. Ranges say what makes sense at all and may be very wide; the slider
 * covers what lies about the usual number, and typing goes beyond.
 */
final class SettingScale {

    /** A logarithmic slider goes so many times below and above the usual number. */
    private static final double DECADES = 1000;
    /** A linear one at most so far, where the range goes farther; five times the usual number if that is more. */
    private static final double FAR = 10;

    private static final double MANY = 30;
    private static final double TIMES = 5;
    /** What is typed keeps away from a bound that is left out of a range by this part of it; a slider by a step. */
    private static final double APART = 1e-9;

    private static final double STEP = 1e-3;

    private SettingScale() {}

    static NumberScale of(Setting setting) {
        Range range = setting.range();
        double least = range.minIncluded() ? range.min() : range.min() + APART * (range.max() - range.min());
        double most = range.maxIncluded() ? range.max() : range.max() - APART * (range.max() - range.min());
        double value = setting.value();
        NumberScale scale = setting.scale() == Scale.LOGARITHMIC
                ? logarithmic(range, least, most, value)
                : linear(range, least, most, value, setting.scale() == Scale.WHOLE ? MANY : FAR);
        return setting.scale() == Scale.WHOLE ? scale.ofWholeNumbers() : scale;
    }

    private static NumberScale logarithmic(Range range, double least, double most, double value) {
        double usual = value > 0 ? value : Math.min(1, most / FAR);
        double low = Math.max(least, usual / DECADES);
        double high = Math.min(most, usual * DECADES);
        NumberScale scale = NumberScale.logarithmic(low, high);
        return (range.minIncluded() && range.min() <= 0 ? scale.withZero() : scale).typedWithin(least, most);
    }

    private static NumberScale linear(Range range, double least, double most, double value, double far) {
        double reach = Math.max(far, TIMES * Math.abs(value));
        double low = Math.max(range.min(), -reach);
        double high = Math.min(range.max(), reach);
        double step = STEP * (high - low);
        return NumberScale.linear(range.contains(low) ? low : low + step, range.contains(high) ? high : high - step)
                .typedWithin(least, most);
    }
}
