package org.penumbra.net.guest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penumbra.net.guest.GuestException.Kind;

/** Supposes what is what in a guest from its configuration. */
final class GuestGuessing {

    private static final int SIDE = 28;

    private final GuestConfiguration configuration;
    private final String source;
    private final List<String> reasons = new ArrayList<>();

    GuestGuessing(GuestConfiguration configuration, String source) {
        this.configuration = configuration;
        this.source = source;
    }

    GuestGuess guess() {
        PixelLayout layout = layout();
        String softmax = softmax();
        GuestHead head = new GuestHead(configuration, softmax);
        int units = head.classes();
        if (units == 0) {
            throw unfit(
                    "a softmax whose number of classes can be read",
                    "the configuration does not say how many units " + GuestConfiguration.quoted(softmax) + " has");
        }
        List<String> classes =
                IntStream.range(0, units).mapToObj(Integer::toString).toList();
        reasons.add("The classes are called by their numbers, as a configuration has no names of them.");
        String reconstruction = reconstruction(softmax);
        String code = head.code();
        reasons.add(
                code.isEmpty()
                        ? "There is no code, as no vector enters the layer that makes the logits."
                        : "The code is what enters the layer that makes the logits, the " + head.unitsOf(code)
                                + " numbers of " + GuestConfiguration.quoted(code) + ".");
        reasons.add(
                "The pixels are taken to be 0 to 1, light ink on dark ground, as in MNIST; a configuration does not "
                        + "say.");
        return new GuestGuess(
                new GuestReading(
                        classes, softmax, reconstruction, code, layout, PixelScale.OWN, reconstructed(reconstruction)),
                reasons);
    }

    private GuestException unfit(String expected, String found) {
        return new GuestException(
                Kind.UNFIT,
                source + ": expected " + expected + ", but " + found
                        + ". A guest takes one image of 28 x 28 pixels and gives classes by a softmax");
    }

    private String softmax() {
        List<String> outputs = configuration.outputs();
        for (String output : outputs) {
            if (new GuestHead(configuration, output).refusal().isEmpty()) {
                reasons.add(
                        "The output " + GuestConfiguration.quoted(output) + " gives the classes, as it is a softmax.");
                return output;
            }
        }
        String why = new GuestHead(configuration, outputs.get(0)).refusal().orElseThrow();
        throw new GuestException(Kind.UNFIT, source + ": " + why);
    }

    private String reconstruction(String softmax) {
        for (String output : configuration.outputs()) {
            if (!output.equals(softmax) && GuestChoices.mayBeImage(configuration, output)) {
                reasons.add("The output " + GuestConfiguration.quoted(output)
                        + " is taken for the reconstruction of the image, as it has 784 values.");
                return output;
            }
        }
        reasons.add("There is no reconstruction, as no other output has 784 values.");
        return "";
    }

    private PixelScale reconstructed(String reconstruction) {
        if (!reconstruction.isEmpty()
                && configuration.node(reconstruction).activation().equals("TanH")) {
            reasons.add("The reconstruction is taken to be -1 to 1, as it is a hyperbolic tangent.");
            return PixelScale.of(PixelRange.SIGNED, false);
        }
        return PixelScale.OWN;
    }

    /** The layout, told by the first layer that says something of it. */
    private PixelLayout layout() {
        String fed = configuration.input();
        for (int steps = 0; steps <= configuration.nodes().size(); steps++) {
            Optional<GuestNode> next = fedBy(fed);
            if (next.isEmpty()) {
                break;
            }
            GuestNode node = next.get();
            Optional<PixelLayout> told = told(node);
            if (told.isPresent()) {
                reasons.add("Images are laid out as " + told.get().words() + ", as the layer "
                        + GuestConfiguration.quoted(node.name()) + " takes them so.");
                return told.get();
            }
            fed = node.name();
        }
        reasons.add("Images are laid out as [n, 1, 28, 28], DL4J's own layout; the configuration does not say.");
        return PixelLayout.CHANNEL_FIRST;
    }

    private Optional<GuestNode> fedBy(String name) {
        return configuration.nodes().values().stream()
                .filter(node -> node.inputs().contains(name))
                .findFirst();
    }

    private Optional<PixelLayout> told(GuestNode node) {
        JsonNode preprocessor = node.preprocessor();
        if (preprocessor != null) {
            return ofPreprocessor(preprocessor);
        }
        JsonNode layer = node.definition();
        if (node.isDense() || List.of("AutoEncoder", "VariationalAutoencoder").contains(node.type())) {
            if (node.units() > 0 && layer.path("nin").asInt() != GuestReading.PIXELS) {
                throw unfit(
                        "a network that takes 784 pixels",
                        "its first layer takes " + layer.path("nin").asInt() + " numbers");
            }
            return Optional.of(PixelLayout.FLAT);
        }
        if (node.type().contains("onvolution")) {
            if (layer.path("nin").asInt() != 1) {
                throw unfit(
                        "a network that takes one channel, as of grey images",
                        "its first layer takes " + layer.path("nin").asInt());
            }
            return Optional.of(ofFormat(layer.path("cnn2dDataFormat").asText()));
        }
        for (String key : List.of("cnn2dDataFormat", "cnn2DFormat", "format", "dataFormat")) {
            if (layer.path(key).isTextual()) {
                return Optional.of(ofFormat(layer.path(key).asText()));
            }
        }
        return Optional.empty();
    }

    private Optional<PixelLayout> ofPreprocessor(JsonNode preprocessor) {
        String type = preprocessor.path("@class").asText();
        if (!preprocessor.has("inputHeight")) {
            return Optional.empty();
        }
        int height = preprocessor.path("inputHeight").asInt();
        int width = preprocessor.path("inputWidth").asInt();
        int channels = preprocessor.path("numChannels").asInt();
        if (height != SIDE || width != SIDE || channels != 1) {
            throw unfit(
                    "a network that takes images of 28 x 28 pixels with one channel",
                    "it takes " + height + " x " + width + " with " + channels);
        }
        return Optional.of(
                type.endsWith("CnnToFeedForwardPreProcessor")
                        ? ofFormat(preprocessor.path("format").asText())
                        : PixelLayout.FLAT);
    }

    private static PixelLayout ofFormat(String format) {
        return format.equals("NHWC") ? PixelLayout.CHANNEL_LAST : PixelLayout.CHANNEL_FIRST;
    }
}
