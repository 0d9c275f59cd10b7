package org.penumbra.data.ink;

import java.util.Arrays;

/**
 * A blur of square pictures by a Gaussian, cut off at two and a half deviations. Beyond the edges there is nothing: what
 * is near them fades.
 *
 * @param side      pixels a picture is high and wide
 * @param deviation of the Gaussian, pixels, above 0
 */
public record GaussianBlur(int side, double deviation) {

    /** The picture blurred; the one given stays. */
    public float[] of(float[] picture) {
        int reach = (int) Math.ceil(2.5 * deviation);
        float[] weights = new float[reach + 1];
        float sum = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        for (int i = 0; i <= reach; i++) {
            weights[i] /= sum;
        }
        return downwards(downwards(picture, weights), weights);
    }

    /** Blurs the columns and turns them into rows, so that doing it twice blurs both ways and turns nothing. */
    private float[] downwards(float[] picture, float[] weights) {
        float[] turned = new float[picture.length];
        float[] row = new float[side];
        int reach = weights.length - 1;
        for (int y = 0; y < side; y++) {
            // A row at a time, so that no sum waits for its last term.
            Arrays.fill(row, 0);
            for (int other = Math.max(0, y - reach); other <= Math.min(side - 1, y + reach); other++) {
                float weight = weights[Math.abs(other - y)];
                int at = other * side;
                for (int x = 0; x < side; x++) {
                    row[x] += weight * picture[at + x];
                }
            }
            for (int x = 0; x < side; x++) {
                turned[x * side + y] = row[x];
            }
        }
        return turned;
    }
}
