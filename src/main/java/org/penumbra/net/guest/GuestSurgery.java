package org.penumbra.net.guest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes of a guest's configuration the one that answers: its softmax left out, so that the logits come out, and every layer
 * whose backward pass supposes a training put by one that gives the same numbers and the slopes that belong to them.
 */
final class GuestSurgery {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";

    private GuestSurgery() {}

    /** What enters a layer: maps, and how they lie. */
    interface Entering {

        /** Whether maps enter the layer of a name, and not vectors. */
        boolean areMaps(String name);
    }

    static ObjectNode answering(GuestConfiguration configuration, GuestReading reading, Entering entering) {
        ObjectNode root = configuration.json();
        for (GuestNode node : configuration.nodes().values()) {
            ObjectNode vertex = (ObjectNode) root.get("vertices").get(node.name());
            if (!vertex.path("layerConf").isObject()) {
                continue;
            }
            ObjectNode conf = (ObjectNode) vertex.get("layerConf");
            ObjectNode layer = (ObjectNode) conf.get("layer");
            // DL4J notes here which parameters a layer has when it makes them.
            conf.putArray("variables");
            if (node.name().equals(reading.softmax())) {
                layer.set("activationFn", GuestGraphJson.object(ACTIVATIONS + "Identity"));
            }
            switch (node.type()) {
                case "CenterLossOutputLayer" -> {
                    layer.remove("lossFn");
                    layer.put("@class", LAYERS + "DenseLayer").put("hasLayerNorm", false);
                }
                case "BatchNormalization" -> conf.set("layer", scaling(layer, entering.areMaps(node.name())));
                default -> {}
            }
        }
        return root;
    }

    /** A factor and a sum for each number of a vector, or for each map: a convolution of one pixel without mixing. */
    private static ObjectNode scaling(ObjectNode normalisation, boolean maps) {
        ObjectNode layer =
                GuestGraphJson.object(LAYERS + (maps ? "ConvolutionLayer" : "misc.ElementWiseMultiplicationLayer"));
        for (String kept : new String[] {"layerName", "nin", "nout", "iupdater", "weightInitFn"}) {
            layer.set(kept, normalisation.get(kept));
        }
        layer.set("activationFn", GuestGraphJson.object(ACTIVATIONS + "Identity"));
        layer.put("biasInit", 0.0).put("gainInit", 1.0).put("hasBias", true).put("gradientNormalization", "None");
        layer.put("gradientNormalizationThreshold", 1.0);
        layer.putArray("regularization");
        layer.putArray("regularizationBias");
        if (maps) {
            for (String pair : new String[] {"kernelSize", "stride", "dilation"}) {
                layer.putArray(pair).add(1).add(1);
            }
            layer.putArray("padding").add(0).add(0);
            layer.put("convolutionMode", "Truncate").put("cudnnAlgoMode", "PREFER_FASTEST");
            layer.put("cudnnAllowFallback", true);
            layer.put("cnn2dDataFormat", normalisation.path("cnn2DFormat").asText("NCHW"));
        }
        return layer;
    }
}
