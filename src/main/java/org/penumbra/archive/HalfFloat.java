package org.penumbra.archive;

/** Half-precision numbers (IEEE 754-2019, binary16) by their bits: sign, 5 of exponent, 10 of significand. */
final class HalfFloat {

    private static final int SHIFT = 13;
    private static final int SIGN = 0x8000;
    private static final int INFINITY = 0x7C00;
    private static final int QUIET_NAN = 0x7E00;
    /** From this on a float rounds to infinity: halfway between the largest half, 65 504, and the next step. */
    private static final float TOO_LARGE = 65_520f;

    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final int BIAS_DIFFERENCE = (127 - 15) << 23;

    private HalfFloat() {}

    /** The nearest half, of two equally near the one with an even last bit. */
    static short of(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & SIGN;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | QUIET_NAN);
        }
        if (size >= TOO_LARGE) {
            return (short) (sign | INFINITY);
        }
        if (size < SMALLEST_NORMAL) {
            // Multiples of 2^-24; rint rounds as wanted, and a full 1024 is the smallest normal number.
            return (short) (sign | (int) Math.rint(size * 0x1p24));
        }
        int bits = Float.floatToRawIntBits(size) - BIAS_DIFFERENCE;
        int even = bits >>> SHIFT & 1;
        return (short) (sign | bits + (1 << SHIFT - 1) - 1 + even >>> SHIFT);
    }

    /** The same number as a float; every half is one. */
    static float toFloat(short half) {
        int exponent = half >>> 10 & 0x1F;
        int significand = half & 0x3FF;
        float size = switch (exponent) {
            case 0 -> significand * 0x1p-24f;
            case 0x1F -> significand == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            default -> Float.intBitsToFloat(((half & 0x7FFF) << SHIFT) + BIAS_DIFFERENCE);
        };
        return half < 0 ? -size : size;
    }
}
