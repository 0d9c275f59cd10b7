package org.penumbra.net.image;

import static org.penumbra.net.image.ChannelsFirst.Places.CHANNELS_FIRST;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * CNN or dAE sym as an ONNX model: from {@code images}, n x 1 x 28 x 28, to {@code probabilities}, n x 10, and with a
 * decoder {@code reconstructions}, n x 1 x 28 x 28. The numbers of fields and types are those of
 * <a href="https://github.com/onnx/onnx/blob/v1.17.0/onnx/onnx.proto">onnx.proto</a>, operations those of set 13.
 */
final class OnnxModel {

    static final String IMAGES = "images";
    static final String PROBABILITIES = "probabilities";
    static final String RECONSTRUCTIONS = "reconstructions";

    private static final int IR_VERSION = 8;
    private static final int OPERATION_SET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ProtobufMessage graph = new ProtobufMessage();
    private int nodes;

    private OnnxModel() {}

    /**
     * The model's file.
     *
     * @param folded whether repeating is folded into wider transposed convolutions
     */
    static byte[] of(ImageWork work, boolean folded) {
        return new OnnxModel().write(work, folded);
    }

    private byte[] write(ImageWork work, boolean folded) {
        String code = encoder();
        String logits = dense(code, "head");
        node("Softmax", List.of(logits), PROBABILITIES, integer("axis", 1));
        if (work.corrupts()) {
            decoder(code, folded);
        }
        graph.text(2, work.settings().architecture().id());
        for (ChannelsFirst array : ChannelsFirst.of(work.settings(), work.weights(), CHANNELS_FIRST, CHANNELS_FIRST)) {
            initializer(folded && transposed(array) ? array.folded() : array);
        }
        graph.message(11, value(IMAGES, 1, ImageSettings.SIDE, ImageSettings.SIDE));
        graph.message(12, value(PROBABILITIES, work.settings().units()));
        if (work.corrupts()) {
            graph.message(12, value(RECONSTRUCTIONS, 1, ImageSettings.SIDE, ImageSettings.SIDE));
        }
        return new ProtobufMessage()
                .integer(1, IR_VERSION)
                .text(2, "penumbra")
                .message(7, graph)
                .message(8, new ProtobufMessage().text(1, "").integer(2, OPERATION_SET))
                .toBytes();
    }

    private static boolean transposed(ChannelsFirst array) {
        return array.name().equals("decoder2_weights") || array.name().equals("decoder3_weights");
    }

    private String encoder() {
        String at = IMAGES;
        for (String layer : List.of("convolution1", "convolution2")) {
            at = node("Conv", List.of(at, layer + "_weights", layer + "_biases"));
            at = node("MaxPool", List.of(at), integers("kernel_shape", 2, 2), integers("strides", 2, 2));
            at = node("Relu", List.of(at));
        }
        return node("Relu", List.of(dense(node("Flatten", List.of(at)), "code")));
    }

    private void decoder(String code, boolean folded) {
        shape("places", -1, ImageLayout.CHANNELS2, ImageLayout.PLACES, ImageLayout.PLACES);
        if (!folded) {
            initializer(new ChannelsFirst("twice", new long[] {4}, new float[] {1, 1, 2, 2}));
        }
        String at = node("Relu", List.of(dense(code, "decoder1")));
        at = node("Reshape", List.of(at, "places"));
        at = node("Relu", List.of(upwards(at, "decoder2", folded)));
        node("Sigmoid", List.of(upwards(at, "decoder3", folded)), RECONSTRUCTIONS);
    }

    private String upwards(String at, String layer, boolean folded) {
        List<String> parameters = List.of(layer + "_weights", layer + "_biases");
        if (folded) {
            return node("ConvTranspose", with(at, parameters), integers("strides", 2, 2));
        }
        String repeated = node(
                "Resize",
                List.of(at, "", "twice"),
                text("mode", "nearest"),
                text("coordinate_transformation_mode", "asymmetric"),
                text("nearest_mode", "floor"));
        return node("ConvTranspose", with(repeated, parameters));
    }

    private static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private String dense(String at, String layer) {
        return node("Gemm", List.of(at, layer + "_weights", layer + "_biases"), integer("transB", 1));
    }

    private String node(String operation, List<String> inputs, ProtobufMessage... attributes) {
        return node(operation, inputs, operation.toLowerCase(Locale.ROOT) + nodes, attributes);
    }

    private String node(String operation, List<String> inputs, String output, ProtobufMessage... attributes) {
        ProtobufMessage node = new ProtobufMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, operation);
        for (ProtobufMessage attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        nodes++;
        return output;
    }

    private static ProtobufMessage integer(String name, long value) {
        return new ProtobufMessage().text(1, name).integer(3, value).integer(20, 2);
    }

    private static ProtobufMessage text(String name, String value) {
        return new ProtobufMessage().text(1, name).text(4, value).integer(20, 3);
    }

    private static ProtobufMessage integers(String name, long... values) {
        ProtobufMessage attribute = new ProtobufMessage().text(1, name);
        for (long value : values) {
            attribute.integer(8, value);
        }
        return attribute.integer(20, 7);
    }

    private void initializer(ChannelsFirst array) {
        ProtobufMessage tensor = new ProtobufMessage();
        for (long axis : array.shape()) {
            tensor.integer(1, axis);
        }
        tensor.integer(2, FLOAT).text(8, array.name()).bytes(9, ProtobufMessage.littleEndian(array.values()));
        graph.message(5, tensor);
    }

    private void shape(String name, long... axes) {
        ProtobufMessage tensor = new ProtobufMessage().integer(1, axes.length).integer(2, INT64);
        for (long axis : axes) {
            tensor.integer(7, axis);
        }
        graph.message(5, tensor.text(8, name));
    }

    /** Type and shape of an input or output: n, then the axes given. */
    private static ProtobufMessage value(String name, long... axes) {
        ProtobufMessage shape = new ProtobufMessage().message(1, new ProtobufMessage().text(2, "n"));
        for (long axis : axes) {
            shape.message(1, new ProtobufMessage().integer(1, axis));
        }
        ProtobufMessage tensor = new ProtobufMessage().integer(1, FLOAT).message(2, shape);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, tensor));
    }
}
