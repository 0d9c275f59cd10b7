package org.penumbra.data.ink;

/**
 * How the pixels of a row (or column) of a raster make those of a shorter or longer one. A shorter one averages what
 * each of its pixels covers; a longer one interpolates between the nearest two.
 *
 * @param first  for each new pixel, the first old one that takes part
 * @param weight for each new pixel, the weights of the old ones from there on; they sum to the part of the new pixel
 *               that the old row covers
 */
public record Resampling(int[] first, float[][] weight) {

    /**
     * @param from   old pixels, counted from {@code start}
     * @param start  the first old pixel
     * @param length what the old pixels become, new pixels, above 0; they lie in the middle of {@code to}
     * @param to     new pixels, at least {@code length}
     */
    public static Resampling of(int start, int from, double length, int to) {
        Resampling resampling = new Resampling(new int[to], new float[to][]);
        double ratio = from / length;
        double margin = (to - length) / 2;
        for (int i = 0; i < to; i++) {
            double low = Math.max(0, (i - margin) * ratio);
            double high = Math.min(from, (i + 1 - margin) * ratio);
            if (ratio >= 1) {
                resampling.average(i, low, high, from, ratio);
            } else {
                resampling.interpolate(i, (low + high) / 2 - 0.5, from, (high - low) / ratio);
            }
            resampling.first[i] += start;
        }
        return resampling;
    }

    /** How many new pixels there are. */
    int size() {
        return first.length;
    }

    private void average(int pixel, double low, double high, int from, double ratio) {
        int begin = Math.min(from - 1, (int) low);
        int end = Math.max(begin + 1, Math.min(from, (int) Math.ceil(high)));
        first[pixel] = begin;
        weight[pixel] = new float[end - begin];
        for (int i = begin; i < end; i++) {
            weight[pixel][i - begin] = (float) (Math.max(0, Math.min(high, i + 1) - Math.max(low, i)) / ratio);
        }
    }

    private void interpolate(int pixel, double place, int from, double covered) {
        double inside = Math.max(0, Math.min(from - 1, place));
        int left = Math.min((int) inside, Math.max(0, from - 2));
        float share = (float) (inside - left);
        first[pixel] = left;
        weight[pixel] = from == 1
                ? new float[] {(float) covered}
                : new float[] {(float) covered * (1 - share), (float) covered * share};
    }
}
