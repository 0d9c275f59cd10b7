package org.penumbra.net.guest;

import java.util.List;
import java.util.Optional;

/** The end of a guest that gives classes: the softmax, the layer that makes its logits, and what enters that. */
final class GuestHead {

    private final GuestConfiguration configuration;
    private final GuestNode softmax;

    /** @param softmax the name of the node */
    GuestHead(GuestConfiguration configuration, String softmax) {
        this.configuration = configuration;
        this.softmax = configuration.node(softmax);
    }

    /** Why it gives no classes, as a sentence without its full stop; empty where it does. */
    Optional<String> refusal() {
        String name = "the output " + GuestConfiguration.quoted(softmax.name());
        String expected = "expected an output that is a softmax over at least two classes, but " + name;
        int units = configuration.vectorOf(softmax.name());
        if (softmax.activation().equals("Sigmoid") && units == 1) {
            return Optional.of(expected
                    + " is a single sigmoid. Train it with two units and a softmax, which say the same of two classes");
        }
        if (!softmax.activation().equals("Softmax")) {
            return Optional.of(expected + " is a " + softmax.type()
                    + (softmax.activation().isEmpty() ? "" : " with " + softmax.activation())
                    + ". Choose another output, or give the last layer a softmax");
        }
        if (!softmax.isDense() && !softmax.type().equals("ActivationLayer")) {
            return Optional.of(expected + " is a " + softmax.type() + ", which is no output of classes");
        }
        return units == 1 || units > GuestReading.MOST_CLASSES
                ? Optional.of("expected 2 to " + GuestReading.MOST_CLASSES + " classes, but " + name + " has " + units)
                : Optional.empty();
    }

    /** Units of the softmax; 0 where the configuration does not say. */
    int classes() {
        return configuration.vectorOf(softmax.name());
    }

    /** The layer of weights that makes the logits, where there is one. */
    private Optional<GuestNode> maker() {
        if (softmax.isDense()) {
            return Optional.of(softmax);
        }
        GuestNode before = configuration.node(softmax.inputs().get(0));
        return Optional.ofNullable(before).filter(GuestNode::isDense);
    }

    /** What enters the layer that makes the logits, where it is a vector that can be read; empty otherwise. */
    String code() {
        return maker().map(maker -> maker.inputs().get(0))
                .filter(name -> !name.equals(configuration.input()))
                .filter(name -> unitsOf(name) > 0)
                .orElse("");
    }

    /** Numbers of a node as a code: of a vector, or of maps that are strung into one before the logits are made. */
    int unitsOf(String name) {
        if (configuration.node(name) == null) {
            return 0;
        }
        int vector = configuration.vectorOf(name);
        if (vector > 0) {
            return vector;
        }
        return maker().filter(maker -> maker.inputs().equals(List.of(name)))
                .map(configuration::vectorInto)
                .orElse(0);
    }
}
