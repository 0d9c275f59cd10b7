package org.penumbra.net.guest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A layer or a vertex of a guest, as its configuration has it.
 *
 * @param name         unique in the network
 * @param inputs       names of what feeds it
 * @param definition   the layer, or the vertex where there is no layer
 * @param preprocessor how a layer's input is laid out anew before; null where it is not
 */
record GuestNode(String name, List<String> inputs, ObjectNode definition, JsonNode preprocessor) {

    GuestNode {
        inputs = List.copyOf(inputs);
    }

    /** "DenseLayer", "MergeVertex". */
    String type() {
        String full = definition.path("@class").asText();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** "Softmax", "Identity", or empty. */
    String activation() {
        String full = definition.path("activationFn").path("@class").asText();
        return full.substring(full.lastIndexOf(".Activation") + 1).replaceFirst("^Activation", "");
    }

    /** What a layer with weights gives, or the channels of a convolution; 0 where the configuration does not say. */
    int units() {
        return definition.path("nout").asInt();
    }

    /** Whether it multiplies its whole input by a matrix. */
    boolean isDense() {
        return List.of("DenseLayer", "CenterLossOutputLayer").contains(type());
    }
}
