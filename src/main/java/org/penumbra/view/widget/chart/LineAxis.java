package org.penumbra.view.widget.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.Tick;

/** How the values of a chart lie on its upright axis. */
public enum LineAxis {
    /** Powers of ten; for losses. Values are drawn as their decimal logarithms. */
    LOGARITHMIC {
        @Override
        double scaled(double value) {
            // A loss of exactly 0 has no logarithm; it is drawn at the lower edge of what a float can tell.
            return Math.log10(Math.max(value, 1e-9));
        }

        @Override
        void fit(NumberAxis axis, double low, double high) {
            // Half powers keep the lines apart from the frame without wasting room; one power has a number in it.
            double bottom = Math.floor(2 * low - 0.1) / 2;
            double top = Math.max(Math.ceil(2 * high + 0.1) / 2, bottom + 1);
            axis.setRange(bottom, top);
            axis.setTickUnit(new NumberTickUnit(Math.ceil((top - bottom) / 5), format(LineAxis::power)));
        }
    },
    /** Evenly spaced numbers; for what is neither. */
    LINEAR {
        @Override
        double scaled(double value) {
            return value;
        }

        @Override
        void fit(NumberAxis axis, double low, double high) {
            double top = high > low ? high : low + Math.max(1e-6, Math.abs(low) / 10);
            List<Tick> ticks = Tick.between(low, top, 5);
            double step = ticks.get(1).value() - ticks.get(0).value();
            axis.setRange(Math.floor(low / step) * step, Math.ceil(top / step) * step);
            axis.setTickUnit(new NumberTickUnit(step, format(NumberScale::text)));
        }
    },
    /** Shares on the whole way from 0 to 1; for what starts low and may reach a threshold. */
    WHOLE {
        @Override
        double scaled(double value) {
            return value;
        }

        @Override
        void fit(NumberAxis axis, double low, double high) {
            // As in SHARE a line at 1 is not half hidden by the frame.
            axis.setRange(0, 1.04);
            axis.setTickUnit(new NumberTickUnit(0.2, format(share -> String.format(Locale.ROOT, "%.1f", share))));
        }
    },
    /** Shares from somewhere below the lowest value up to 1; for accuracies. */
    SHARE {
        @Override
        double scaled(double value) {
            return value;
        }

        @Override
        void fit(NumberAxis axis, double low, double high) {
            double step = low > 0.9 ? 0.02 : low > 0.75 ? 0.05 : low > 0.5 ? 0.1 : 0.2;
            double bottom = Math.max(0, Math.min(1 - step, Math.floor(low / step) * step));
            // A little above 1, so that a line at 1 is not half hidden by the frame.
            axis.setRange(bottom, 1 + (1 - bottom) * 0.04);
            axis.setTickUnit(new NumberTickUnit(
                    step, format(share -> String.format(Locale.ROOT, step < 0.1 ? "%.2f" : "%.1f", share))));
        }
    };

    /** Where a value is drawn. */
    abstract double scaled(double value);

    /** Sets range and numbers of the axis for scaled values from low to high. */
    abstract void fit(NumberAxis axis, double low, double high);

    /** A power of ten in five letters at most, which is what the room beside a chart holds. */
    public static String power(double exponent) {
        return Math.abs(exponent) < 4
                ? NumberScale.text(Math.pow(10, exponent))
                : String.format(Locale.ROOT, "1e%.0f", exponent);
    }

    /** Writes numbers as a function says; reads none. */
    static NumberFormat format(DoubleFunction<String> text) {
        return new NumberFormat() {
            private static final long serialVersionUID = 1;

            @Override
            public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
                return to.append(text.apply(number));
            }

            @Override
            public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
                return format((double) number, to, position);
            }

            @Override
            public Number parse(String source, ParsePosition position) {
                throw new UnsupportedOperationException("numbers of an axis are written, never read");
            }
        };
    }
}
