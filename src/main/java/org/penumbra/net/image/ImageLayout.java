package org.penumbra.net.image;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.net.ParameterBlock;

/**
 * Where the parameters of an image network lie in its flat vector: layer by layer, weights before biases.
 *
 * <p>Convolutions: {@code [kernel row][kernel column][channel in][channel out]}. Fully connected: {@code [in][out]}, places
 * flattened as row, column, channel. Transposed convolutions: {@code [channel in][kernel row][kernel column][channel out]}.
 */
public final class ImageLayout {

    public static final int KERNEL = 5;
    public static final int CHANNELS1 = 32;
    public static final int CHANNELS2 = 64;
    /** Places a side after the second pooling. */
    public static final int PLACES = 4;
    /** Numbers going into the code layer. */
    public static final int FEATURES = PLACES * PLACES * CHANNELS2;
    /** Units of the code, which classifier and decoder share. */
    public static final int CODE = 400;

    private final List<ParameterBlock> blocks = new ArrayList<>();
    private final List<Integer> fans = new ArrayList<>();
    private int size;

    public ImageLayout(ImageSettings settings) {
        add("convolution1", KERNEL * KERNEL, List.of(KERNEL, KERNEL, 1, CHANNELS1), CHANNELS1);
        add("convolution2", KERNEL * KERNEL * CHANNELS1, List.of(KERNEL, KERNEL, CHANNELS1, CHANNELS2), CHANNELS2);
        add("code", FEATURES, List.of(FEATURES, CODE), CODE);
        add("head", CODE, List.of(CODE, settings.units()), settings.units());
        switch (settings.architecture()) {
            case DAE_SYM -> {
                add("decoder1", CODE, List.of(CODE, FEATURES), FEATURES);
                add("decoder2", KERNEL * KERNEL * CHANNELS2, List.of(CHANNELS2, KERNEL, KERNEL, CHANNELS1), CHANNELS1);
                add("decoder3", KERNEL * KERNEL * CHANNELS1, List.of(CHANNELS1, KERNEL, KERNEL, 1), 1);
            }
            case DAE_ASYM -> add("decoder1", CODE, List.of(CODE, ImageSettings.PIXELS), ImageSettings.PIXELS);
            case CNN, COOL -> {
                // no decoder
            }
        }
    }

    private void add(String layer, int fan, List<Integer> shape, int biases) {
        for (ParameterBlock block : List.of(
                new ParameterBlock(layer + "/weights", shape, size),
                new ParameterBlock(
                        layer + "/biases", List.of(biases), size + new ParameterBlock("", shape, 0).size()))) {
            blocks.add(block);
            fans.add(fan);
            size = block.from() + block.size();
        }
    }

    /** All ranges, in order and without gaps. */
    public List<ParameterBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** How many numbers feed one unit of a block's layer. */
    int fan(int block) {
        return fans.get(block);
    }

    /** How many parameters there are. */
    public int size() {
        return size;
    }

    /** Index of a layer's first parameter. */
    int from(String layer) {
        return blocks.stream()
                .filter(block -> block.name().equals(layer + "/weights"))
                .findFirst()
                .orElseThrow()
                .from();
    }
}
