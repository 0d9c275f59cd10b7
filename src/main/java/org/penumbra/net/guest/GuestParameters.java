package org.penumbra.net.guest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** How many parameters a layer of DL4J has, told from its configuration alone. */
final class GuestParameters {

    private static final Set<String> NONE = Set.of(
            "ActivationLayer",
            "LossLayer",
            "CnnLossLayer",
            "Cropping2D",
            "GlobalPoolingLayer",
            "LocalResponseNormalization",
            "Pooling2D",
            "SpaceToDepthLayer",
            "SubsamplingLayer",
            "Upsampling2D",
            "ZeroPaddingLayer");
    private static final long UNKNOWN = -1;

    private GuestParameters() {}

    /** So many; negative where the configuration does not say. More than a long holds are {@link Long#MAX_VALUE}. */
    static long of(GuestNode node) {
        String type = node.type();
        JsonNode layer = node.definition();
        if (NONE.contains(type) || type.endsWith("Vertex")) {
            return 0;
        }
        long in = layer.path("nin").asLong(0);
        long out = layer.path("nout").asLong(0);
        if (in < 1 || out < 1) {
            return UNKNOWN;
        }
        boolean biased = layer.path("hasBias").asBoolean(true);
        long kernel = kernel(layer);
        long depth = layer.path("depthMultiplier").asLong(1);
        long bias = biased ? out : 0;
        return switch (type) {
            case "DenseLayer" ->
                sum(sum(product(in, out), bias), layer.path("hasLayerNorm").asBoolean(false) ? out : 0);
            case "CenterLossOutputLayer" -> sum(product(in, out, 2), bias);
            case "AutoEncoder" -> sum(product(in, out), in + out);
            case "ConvolutionLayer", "Convolution2D", "Deconvolution2D" -> sum(product(in, out, kernel), bias);
            case "DepthwiseConvolution2D" -> sum(product(in, depth, kernel), biased ? product(in, depth) : 0);
            case "SeparableConvolution2D" -> sum(sum(product(in, depth, kernel), product(in, depth, out)), bias);
            case "BatchNormalization" -> layer.path("lockGammaBeta").asBoolean(false) ? 2 * out : 4 * out;
            case "ElementWiseMultiplicationLayer" -> 2 * out;
            default -> UNKNOWN;
        };
    }

    private static long kernel(JsonNode layer) {
        long product = 1;
        for (JsonNode size : layer.path("kernelSize")) {
            product = product(product, Math.max(0, size.asLong(0)));
        }
        return product;
    }

    private static long product(long... factors) {
        long product = 1;
        for (long factor : factors) {
            try {
                product = Math.multiplyExact(product, factor);
            } catch (ArithmeticException tooMuch) {
                return Long.MAX_VALUE;
            }
        }
        return product;
    }

    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
