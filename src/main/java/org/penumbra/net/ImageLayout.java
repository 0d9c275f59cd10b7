package org.penumbra.net;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each weight of an image network stands in its flat vector. Pictures and activations are row, column, channel;
 * a convolution's weights are kernel row, kernel column, in channel, out channel, and it does not flip its kernel; a
 * transposed convolution's are in channel, kernel row, kernel column, out channel, and each input place adds its
 * multiple of the kernel to the output at and after its own row and column.
 */
final class ImageLayout {

    /** Rows and columns of every kernel. */
    static final int KERNEL = 5;
    /** Channels after the first and the second convolution. */
    static final int FIRST = 32;
    static final int SECOND = 64;
    /** Rows and columns of what the second pooling leaves. */
    static final int SMALL = 4;
    /** Numbers that the second pooling leaves, and that the symmetric decoder starts from. */
    static final int FLAT = SMALL * SMALL * SECOND;
    /** Units of the code, on which class head and decoder stand. */
    static final int CODE = 400;

    private ImageLayout() {
    }

    /** All blocks in their order, without gaps. */
    static List<ParameterBlock> blocks(ImageSettings settings) {
        List<ParameterBlock> blocks = new ArrayList<>();
        layer(blocks, "convolution1", KERNEL, KERNEL, 1, FIRST);
        layer(blocks, "convolution2", KERNEL, KERNEL, FIRST, SECOND);
        layer(blocks, "code", FLAT, CODE);
        layer(blocks, "head", CODE, settings.units());
        switch (settings.architecture()) {
            case DAE_SYM -> {
                layer(blocks, "decoder1", CODE, FLAT);
                layer(blocks, "decoder2", SECOND, KERNEL, KERNEL, FIRST);
                layer(blocks, "decoder3", FIRST, KERNEL, KERNEL, 1);
            }
            case DAE_ASYM -> layer(blocks, "decoder1", CODE, ImageSettings.PIXELS);
            default -> {
                // CNN and COOL end at the class head.
            }
        }
        return List.copyOf(blocks);
    }

    private static void layer(List<ParameterBlock> blocks, String name, Integer... shape) {
        blocks.add(new ParameterBlock(name + "/weights", List.of(shape), size(blocks)));
        blocks.add(new ParameterBlock(name + "/biases", List.of(shape[shape.length - 1]), size(blocks)));
    }

    /** How many numbers the blocks hold together. */
    static int size(List<ParameterBlock> blocks) {
        if (blocks.isEmpty()) {
            return 0;
        }
        ParameterBlock last = blocks.get(blocks.size() - 1);
        return last.from() + last.size();
    }
}
