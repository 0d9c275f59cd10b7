package org.penumbra.experiment.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Figures as they are read: with the decimals of their column, and a dot in every country. */
final class FigureText {

    /** Stands for what is not known. */
    static final String NONE = "-";

    private FigureText() {}

    /** A figure, or {@link #NONE} for NaN. */
    static String of(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return Double.isInfinite(value)
                ? value > 0 ? "∞" : "-∞"
                : rounded(value, decimals).toPlainString();
    }

    /** A figure with half of its interval's width where it has one: "98.43 ± 0.12". */
    static String withInterval(FigureTable.Entry entry, int decimals) {
        String value = of(entry.value(), decimals);
        return Double.isNaN(entry.value()) || Double.isNaN(entry.interval())
                ? value
                : value + " ± " + of(entry.interval(), decimals);
    }

    /**
     * What ours is more than the paper's, with its sign, as the difference of the two as they are read: who reckons it again
     * finds the same. Empty where one of them is not known.
     */
    static Optional<String> difference(FigureTable.Entry entry, int decimals) {
        if (!Double.isFinite(entry.value()) || !Double.isFinite(entry.paper())) {
            return Optional.empty();
        }
        BigDecimal more = rounded(entry.value(), decimals).subtract(rounded(entry.paper(), decimals));
        String sign = more.signum() > 0 ? "+" : more.signum() == 0 ? "±" : "";
        return Optional.of(sign + more.toPlainString());
    }

    /** Rounded as one does by hand, from the shortest decimal number that is this one. */
    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
