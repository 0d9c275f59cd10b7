package org.penumbra.net.guest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long the vectors are that the layers of a guest give, told from its configuration alone. */
final class GuestWidths {

    private static final Set<String> AS_LONG_AS_THE_INPUT = Set.of(
            "ActivationLayer",
            "BatchNormalization",
            "ElementWiseVertex",
            "L2NormalizeVertex",
            "PReLULayer",
            "ScaleVertex",
            "ShiftVertex",
            "LocalResponseNormalization");
    private static final Set<String> VECTOR = Set.of(
            "DenseLayer",
            "CenterLossOutputLayer",
            "AutoEncoder",
            "VariationalAutoencoder",
            "ElementWiseMultiplicationLayer");
    private static final Set<String> MAPS =
            Set.of("ConvolutionLayer", "Convolution2D", "Deconvolution2D", "SeparableConvolution2D");
    private static final Set<String> AS_MANY_MAPS =
            Set.of("SubsamplingLayer", "Pooling2D", "Upsampling2D", "ZeroPaddingLayer", "Cropping2D");

    private final Map<String, Integer> vectors = new HashMap<>();
    private final Map<String, Integer> channels = new HashMap<>();

    /** @param nodes each behind what feeds it */
    GuestWidths(String input, Collection<GuestNode> nodes) {
        vectors.put(input, 0);
        channels.put(input, 0);
        for (GuestNode node : nodes) {
            vectors.put(node.name(), vector(node));
            channels.put(node.name(), channels(node));
        }
    }

    /** The length of the vector that a node gives; 0 where it gives no vector or the configuration does not say. */
    int vector(String name) {
        return vectors.get(name);
    }

    /** How many maps a node gives; 0 where it gives none or the configuration does not say. */
    int maps(String name) {
        return channels.get(name);
    }

    private int vector(GuestNode node) {
        String type = node.type();
        if (VECTOR.contains(type)) {
            return node.units();
        }
        if (AS_LONG_AS_THE_INPUT.contains(type)) {
            return entering(node);
        }
        return switch (type) {
            case "GlobalPoolingLayer" -> channels.get(node.inputs().get(0));
            case "MergeVertex" -> merged(node.inputs());
            case "SubsetVertex" ->
                vector(node.inputs().get(0)) == 0
                        ? 0
                        : node.definition().path("to").asInt()
                                - node.definition().path("from").asInt()
                                + 1;
            default -> 0;
        };
    }

    /** The length of the vector that enters a node, after its preprocessor; 0 where none does. */
    int entering(GuestNode node) {
        JsonNode preprocessor = node.preprocessor();
        if (preprocessor != null) {
            return preprocessor.path("@class").asText().endsWith(".CnnToFeedForwardPreProcessor")
                    ? size(preprocessor)
                    : 0;
        }
        return vector(node.inputs().get(0));
    }

    private static int size(JsonNode preprocessor) {
        long size = 1;
        for (String side : List.of("inputHeight", "inputWidth", "numChannels")) {
            long length = preprocessor.path(side).asLong();
            size = length < 0 || length > 1_000_000 || size > 1_000_000 ? 0 : size * length;
        }
        return size > Integer.MAX_VALUE ? 0 : (int) size;
    }

    private int merged(List<String> inputs) {
        long sum = 0;
        for (String input : inputs) {
            int each = vector(input);
            if (each == 0) {
                return 0;
            }
            sum += each;
        }
        return sum > Integer.MAX_VALUE ? 0 : (int) sum;
    }

    private int channels(GuestNode node) {
        if (MAPS.contains(node.type())) {
            return node.units();
        }
        return AS_MANY_MAPS.contains(node.type()) || AS_LONG_AS_THE_INPUT.contains(node.type())
                ? channels.get(node.inputs().get(0))
                : 0;
    }
}
