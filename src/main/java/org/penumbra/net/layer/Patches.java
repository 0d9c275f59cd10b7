package org.penumbra.net.layer;

/**
 * The patches of a {@link PooledConvolution}: the pixels that its kernel meets at each place, spread out along the columns,
 * and along as many rows as go into one patch. Even columns come before odd ones, as that layer's Javadoc tells. They lie on
 * the heap; whoever multiplies them copies them.
 */
final class Patches {

    private final int kernel;
    private final int merged;
    private final int channels;
    private final int halves;
    private final int rows;
    private final float[] values;

    /**
     * @param places   the kernel meets along a row or a column; even
     * @param kernel   pixels it is high and wide
     * @param merged   kernel rows that go into one patch, a divisor of the kernel
     * @param channels numbers a pixel
     * @param capacity most images at once
     */
    Patches(int places, int kernel, int merged, int channels, int capacity) {
        this.kernel = kernel;
        this.merged = merged;
        this.channels = channels;
        halves = places / 2;
        rows = places + kernel - merged;
        values = new float[capacity * numbers()];
    }

    /** Numbers a patch. */
    int width() {
        return merged * kernel * channels;
    }

    /** Numbers an image. */
    int numbers() {
        return rows * 2 * halves * width();
    }

    /** Those of the images spread last, from index 0 on; live. */
    float[] values() {
        return values;
    }

    /**
     * Fills the patches of some images: {@code [row][even or odd][image][half column][kernel rows merged][kernel
     * column][channel]}.
     *
     * @param in        {@code in[at + row * rowStep + image * imageStep + column * channels + channel]}
     * @param at        index of the first image's first number
     * @param rowStep   from a row to the next
     * @param imageStep from an image to the next
     */
    void spread(float[] in, int at, int rowStep, int imageStep, int images) {
        int run = kernel * channels;
        int to = 0;
        for (int row = 0; row < rows; row++) {
            for (int odd = 0; odd < 2; odd++) {
                for (int image = 0; image < images; image++) {
                    int from = at + row * rowStep + image * imageStep + odd * channels;
                    for (int half = 0; half < halves; half++, from += 2 * channels) {
                        for (int m = 0; m < merged; m++, to += run) {
                            copy(in, from + m * rowStep, values, to, run);
                        }
                    }
                }
            }
        }
    }

    private static void copy(float[] from, int fromAt, float[] to, int toAt, int count) {
        if (count > 16) {
            System.arraycopy(from, fromAt, to, toAt, count);
        } else if (count == 5) {
            // The kernel row of a first layer: a loop of five takes several times as long.
            to[toAt] = from[fromAt];
            to[toAt + 1] = from[fromAt + 1];
            to[toAt + 2] = from[fromAt + 2];
            to[toAt + 3] = from[fromAt + 3];
            to[toAt + 4] = from[fromAt + 4];
        } else {
            for (int i = 0; i < count; i++) {
                to[toAt + i] = from[fromAt + i];
            }
        }
    }

    /** The adjoint of {@link #spread}: adds each number of the patches to where it came from. */
    void gather(float[] target, int at, int rowStep, int imageStep, int images) {
        int run = kernel * channels;
        int from = 0;
        for (int row = 0; row < rows; row++) {
            for (int odd = 0; odd < 2; odd++) {
                for (int image = 0; image < images; image++) {
                    int to = at + row * rowStep + image * imageStep + odd * channels;
                    for (int half = 0; half < halves; half++, to += 2 * channels) {
                        for (int m = 0; m < merged; m++, from += run) {
                            add(values, from, target, to + m * rowStep, run);
                        }
                    }
                }
            }
        }
    }

    private static void add(float[] from, int fromAt, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }
}
