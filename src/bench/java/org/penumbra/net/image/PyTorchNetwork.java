package org.penumbra.net.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.net.ParameterBlock;

/**
 * CNN and dAE sym from DJL's blocks. From images n x 1 x 28 x 28 to logits n x 10 and, where there is a decoder,
 * reconstructions n x 1 x 28 x 28.
 *
 * <p>DJL's PyTorch engine knows no transposed convolution (its {@code deconvolution} throws). With stride 1 it is the same
 * as a convolution of the image with a border of 4 zeros by the kernel turned by half a circle, so that stands here.
 */
final class PyTorchNetwork {

    private static final Shape KERNEL = new Shape(ImageLayout.KERNEL, ImageLayout.KERNEL);
    private static final int NEAREST = 0;

    private final Map<String, Block> layers = new LinkedHashMap<>();
    private final SequentialBlock block = new SequentialBlock();

    PyTorchNetwork(ImageSettings settings) {
        ImageArchitecture architecture = settings.architecture();
        if (architecture != ImageArchitecture.CNN && architecture != ImageArchitecture.DAE_SYM) {
            throw new IllegalArgumentException("architecture: expected cnn or dae-sym, but got " + architecture.id());
        }
        convolution("convolution1", ImageLayout.CHANNELS1);
        convolution("convolution2", ImageLayout.CHANNELS2);
        block.add(Blocks.batchFlattenBlock());
        block.add(named("code", linear(ImageLayout.CODE))).add(Activation::relu);
        Block head = named("head", linear(settings.units()));
        if (architecture.reconstructs()) {
            block.add(new ParallelBlock(PyTorchNetwork::together, List.of(head, decoder())));
        } else {
            block.add(head);
        }
    }

    private void convolution(String name, int channels) {
        block.add(named(
                        name,
                        Conv2d.builder()
                                .setKernelShape(KERNEL)
                                .setFilters(channels)
                                .build()))
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Activation::relu);
    }

    private Block decoder() {
        return new SequentialBlock()
                .add(named("decoder1", linear(ImageLayout.FEATURES)))
                .add(Activation::relu)
                .addSingleton(array -> array.reshape(-1, ImageLayout.CHANNELS2, ImageLayout.PLACES, ImageLayout.PLACES))
                .addSingleton(PyTorchNetwork::repeated)
                .add(named("decoder2", transposed(ImageLayout.CHANNELS1)))
                .add(Activation::relu)
                .addSingleton(PyTorchNetwork::repeated)
                .add(named("decoder3", transposed(1)))
                .add(Activation::sigmoid);
    }

    private static NDArray repeated(NDArray array) {
        Shape shape = array.getShape();
        return array.getNDArrayInternal()
                .interpolation(new long[] {2 * shape.get(2), 2 * shape.get(3)}, NEAREST, false);
    }

    private static NDList together(List<NDList> parts) {
        return new NDList(parts.get(0).singletonOrThrow(), parts.get(1).singletonOrThrow());
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block transposed(int channels) {
        int border = ImageLayout.KERNEL - 1;
        return Conv2d.builder()
                .setKernelShape(KERNEL)
                .setFilters(channels)
                .optPadding(new Shape(border, border))
                .build();
    }

    private Block named(String name, Block layer) {
        layers.put(name, layer);
        return layer;
    }

    /** The whole network. */
    Block block() {
        return block;
    }

    /** Its parameters' array for one of our blocks. */
    NDArray array(ParameterBlock ours) {
        int slash = ours.name().indexOf('/');
        String kind = ours.name().endsWith("/weights") ? "weight" : "bias";
        return layers.get(ours.name().substring(0, slash))
                .getParameters()
                .get(kind)
                .getArray();
    }

    /** Numbers of one of our blocks in PyTorch's order: channels first, a linear layer's weights as [out][in]. */
    static NDArray inPyTorchOrder(ParameterBlock ours, NDArray numbers) {
        String layer = ours.name().substring(0, ours.name().indexOf('/'));
        long places = ImageLayout.PLACES;
        long channels = ImageLayout.CHANNELS2;
        NDArray array = numbers.reshape(
                new Shape(ours.shape().stream().mapToLong(Integer::longValue).toArray()));
        if (ours.name().endsWith("/biases")) {
            return layer.equals("decoder1")
                    ? array.reshape(places, places, channels).transpose(2, 0, 1)
                    : array;
        }
        return switch (layer) {
            case "convolution1", "convolution2" -> array.transpose(3, 2, 0, 1);
            case "decoder2", "decoder3" -> array.transpose(3, 0, 1, 2).flip(2, 3);
            case "code" ->
                array.reshape(places, places, channels, ImageLayout.CODE).transpose(3, 2, 0, 1);
            case "decoder1" ->
                array.reshape(ImageLayout.CODE, places, places, channels).transpose(3, 1, 2, 0);
            default -> array.transpose(1, 0);
        };
    }
}
