package org.penumbra.net.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.net.ParameterBlock;

/**
 * One of our blocks of parameters in the order that PyTorch and ONNX share: convolutions {@code [out][in][row][column]},
 * transposed ones {@code [in][out][row][column]}, fully connected layers {@code [out][in]}.
 *
 * @param name   a word: {@code convolution1_weights}
 * @param shape  of the array
 * @param values row by row
 */
record ChannelsFirst(String name, long[] shape, float[] values) {

    /** How the places of an image of many channels are numbered where it becomes a row of numbers. */
    enum Places {

        /** Row, column, channel, as ours: the order of an image that is stored channels-last. */
        CHANNELS_LAST,

        /** Channel, row, column. */
        CHANNELS_FIRST
    }

    /**
     * All blocks of a network.
     *
     * @param inputs  how the code layer's inputs are numbered
     * @param outputs how the first layer of a decoder numbers what it gives
     */
    static List<ChannelsFirst> of(ImageSettings settings, float[] weights, Places inputs, Places outputs) {
        List<ChannelsFirst> all = new ArrayList<>();
        for (ParameterBlock block : new ImageLayout(settings).blocks()) {
            float[] values = Arrays.copyOfRange(weights, block.from(), block.from() + block.size());
            all.add(of(block, values, block.name().startsWith("code") ? inputs : outputs));
        }
        return all;
    }

    private static ChannelsFirst of(ParameterBlock block, float[] values, Places places) {
        String name = block.name().replace('/', '_');
        int[] shape = block.shape().stream().mapToInt(Integer::intValue).toArray();
        boolean first = places == Places.CHANNELS_FIRST;
        int side = ImageLayout.PLACES;
        int channels = ImageLayout.CHANNELS2;
        return switch (name) {
            case "convolution1_weights", "convolution2_weights" -> permuted(name, values, shape, 3, 2, 0, 1);
            case "decoder2_weights", "decoder3_weights" -> permuted(name, values, shape, 0, 3, 1, 2);
            case "code_weights" -> {
                int[] apart = {side, side, channels, shape[1]};
                yield flat(
                        first ? permuted(name, values, apart, 3, 2, 0, 1) : permuted(name, values, apart, 3, 0, 1, 2));
            }
            case "decoder1_weights" -> {
                int[] apart = {shape[0], side, side, channels};
                yield rows(
                        first ? permuted(name, values, apart, 3, 1, 2, 0) : permuted(name, values, apart, 1, 2, 3, 0));
            }
            case "decoder1_biases" -> {
                int[] apart = {side, side, channels};
                float[] ordered = first ? permuted(name, values, apart, 2, 0, 1).values : values;
                yield new ChannelsFirst(name, new long[] {values.length}, ordered);
            }
            case "head_weights" -> permuted(name, values, shape, 1, 0);
            default ->
                new ChannelsFirst(name, Arrays.stream(shape).asLongStream().toArray(), values);
        };
    }

    /** The same numbers with all axes but the first made one. */
    private static ChannelsFirst flat(ChannelsFirst array) {
        return new ChannelsFirst(
                array.name, new long[] {array.shape[0], array.values.length / array.shape[0]}, array.values);
    }

    /** The same numbers with all axes but the last made one. */
    private static ChannelsFirst rows(ChannelsFirst array) {
        long last = array.shape[array.shape.length - 1];
        return new ChannelsFirst(array.name, new long[] {array.values.length / last, last}, array.values);
    }

    /** The array whose axis i is the axis {@code axes[i]} of what is given. */
    private static ChannelsFirst permuted(String name, float[] values, int[] shape, int... axes) {
        int[] stride = new int[shape.length];
        int size = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            stride[axis] = size;
            size *= shape[axis];
        }
        long[] permuted = Arrays.stream(axes).mapToLong(axis -> shape[axis]).toArray();
        float[] ordered = new float[size];
        int[] index = new int[axes.length];
        for (int to = 0; to < size; to++) {
            int from = 0;
            for (int i = 0; i < axes.length; i++) {
                from += index[i] * stride[axes[i]];
            }
            ordered[to] = values[from];
            for (int i = axes.length - 1; i >= 0 && ++index[i] == permuted[i]; i--) {
                index[i] = 0;
            }
        }
        return new ChannelsFirst(name, permuted, ordered);
    }

    /**
     * Weights of a transposed convolution of 5 x 5 that does, at stride 2, with places as they are what this one does with
     * each of them repeated 2 x 2: 6 x 6, the sum of the kernel shifted by 0 or 1 both ways.
     */
    ChannelsFirst folded() {
        int kernel = ImageLayout.KERNEL;
        int wide = kernel + 1;
        int kernels = (int) (shape[0] * shape[1]);
        float[] sums = new float[kernels * wide * wide];
        for (int k = 0; k < kernels; k++) {
            for (int row = 0; row < kernel; row++) {
                for (int column = 0; column < kernel; column++) {
                    float weight = values[(k * kernel + row) * kernel + column];
                    for (int shift = 0; shift < 4; shift++) {
                        sums[(k * wide + row + shift / 2) * wide + column + shift % 2] += weight;
                    }
                }
            }
        }
        return new ChannelsFirst(name, new long[] {shape[0], shape[1], wide, wide}, sums);
    }
}
