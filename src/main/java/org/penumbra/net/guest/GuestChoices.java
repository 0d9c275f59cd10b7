package org.penumbra.net.guest;

import java.util.List;

/**
 * What a person may take for what in a guest.
 *
 * @param softmaxes       names of the outputs that give classes, at least one
 * @param reconstructions names of the outputs that may be a reconstruction
 * @param codes           layers whose numbers may be the code, with how many they are
 */
public record GuestChoices(List<String> softmaxes, List<String> reconstructions, List<GuestLayer> codes) {

    public GuestChoices {
        softmaxes = List.copyOf(softmaxes);
        reconstructions = List.copyOf(reconstructions);
        codes = List.copyOf(codes);
    }

    /** Of a network whose classes an output gives. */
    static GuestChoices of(GuestConfiguration configuration, String softmax) {
        List<String> outputs = configuration.outputs();
        GuestHead head = new GuestHead(configuration, softmax);
        return new GuestChoices(
                outputs.stream()
                        .filter(name ->
                                new GuestHead(configuration, name).refusal().isEmpty())
                        .toList(),
                outputs.stream()
                        .filter(name -> !name.equals(softmax) && mayBeImage(configuration, name))
                        .toList(),
                configuration.layers().stream()
                        .filter(layer -> !outputs.contains(layer.name()))
                        .map(layer -> new GuestLayer(layer.name(), layer.type(), head.unitsOf(layer.name())))
                        .filter(layer -> layer.units() > 0)
                        .toList());
    }

    /** Whether an output has 784 values, as far as the configuration says. */
    static boolean mayBeImage(GuestConfiguration configuration, String output) {
        return configuration.vectorOf(output) == GuestReading.PIXELS || configuration.isOneMap(output);
    }
}
