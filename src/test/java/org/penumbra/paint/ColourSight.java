package org.penumbra.paint;

/**
 * How eyes see a colour, normal or without one kind of cone. Source: G. Machado, M. Oliveira, L. Fernandes, A
 * Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1, on linear RGB.
 */
enum ColourSight {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private final double[] matrix;

    ColourSight(double... matrix) {
        this.matrix = matrix;
    }

    /** The colour as it is seen, without rounding to 8 bits. */
    OkLab see(int argb) {
        double[] linear = {linear(argb >> 16 & 255), linear(argb >> 8 & 255), linear(argb & 255)};
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += matrix[3 * row + column] * linear[column];
            }
            seen[row] = Math.min(1, Math.max(0, seen[row]));
        }
        return lab(seen);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Written out here once more, so that a mistake in the program's own conversion shows. */
    private static OkLab lab(double[] rgb) {
        double l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
        double m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
        double s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
        return new OkLab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }
}
