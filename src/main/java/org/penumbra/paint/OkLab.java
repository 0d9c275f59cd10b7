package org.penumbra.paint;

/**
 * A colour in OKLab, where equal distances look about equally far apart. Source: B. Ottosson, A perceptual color space
 * for image processing (2020).
 *
 * @param lightness 0 (black) to 1 (white)
 * @param a         green (negative) to red (positive), about -0.4 to 0.4
 * @param b         blue (negative) to yellow (positive), about -0.4 to 0.4
 */
record OkLab(double lightness, double a, double b) {

    /** The colour of given chroma (0: grey) and hue (degrees: 0 rose, 90 yellow, 180 teal, 270 blue). */
    static OkLab ofHue(double lightness, double chroma, double hueDegrees) {
        double angle = Math.toRadians(hueDegrees);
        return new OkLab(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
    }

    /** The colour of an sRGB pixel; its alpha is not looked at. */
    static OkLab of(int argb) {
        double red = toLinear(argb >> 16 & 255);
        double green = toLinear(argb >> 8 & 255);
        double blue = toLinear(argb & 255);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new OkLab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** The nearest opaque sRGB pixel; what sRGB cannot show is cut off a channel at a time. */
    int argb() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    /** The colour a share of the way to another: 0 is this one, 1 the other. */
    OkLab mix(OkLab other, double share) {
        return new OkLab(
                lightness + (other.lightness - lightness) * share,
                a + (other.a - a) * share,
                b + (other.b - b) * share);
    }

    /** How different two colours look; black and white are 1 apart, 0.02 is just seen. */
    double distance(OkLab other) {
        return Math.sqrt(square(lightness - other.lightness) + square(a - other.a) + square(b - other.b));
    }

    private static double toLinear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int fromLinear(double value) {
        double encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.min(1, Math.max(0, encoded)));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double square(double value) {
        return value * value;
    }
}
