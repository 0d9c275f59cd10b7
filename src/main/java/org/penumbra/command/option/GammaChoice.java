package org.penumbra.command.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How gamma is computed: exactly, or estimated with random probes.
 *
 * @param probes k of Hutchinson's estimator, 2 to 100 000; 0 for exact
 */
public record GammaChoice(int probes) {

    private static final int FEWEST = 2;
    private static final int MOST = 100_000;
    private static final String EXACT = "exact";

    public boolean isExact() {
        return probes == 0;
    }

    /** Reads "exact" or a number of probes; something else is wrong use. */
    public static final class Converter implements ITypeConverter<GammaChoice> {

        @Override
        public GammaChoice convert(String text) {
            if (text.equals(EXACT)) {
                return new GammaChoice(0);
            }
            if (text.matches("\\d{1,9}")) {
                int probes = Integer.parseInt(text);
                if (probes >= FEWEST && probes <= MOST) {
                    return new GammaChoice(probes);
                }
            }
            throw new TypeConversionException("expected \"" + EXACT + "\" or a number of probes from " + FEWEST + " to "
                    + MOST + ", but got \"" + text + "\"");
        }
    }
}
