package org.penumbra.command.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.image.ImageModel;

/**
 * What is taken for what in a network of DL4J, as it stands in JSON. What there is none of is null.
 *
 * @param file           as it was typed
 * @param weights        SHA-256 of its weights as single-precision numbers, the lowest byte first
 * @param network        "MultiLayerNetwork" or "ComputationGraph"
 * @param parameters     how many
 * @param classes        by the softmax's order
 * @param softmax        name of the output that gives them
 * @param reconstruction name of the output that gives the image back
 * @param code           name of the layer that detectors look at
 * @param codeUnits      how many numbers that has
 * @param layout         of its images
 * @param pixels         which numbers they are
 * @param reconstructed  which numbers those of the reconstruction are
 * @param images         that were chosen for it
 * @param calibrated     whether its errors on held-out images are known
 */
public record GuestFacts(
        String file,
        @JsonProperty("weights_sha256") String weights,
        String network,
        int parameters,
        List<String> classes,
        String softmax,
        String reconstruction,
        String code,
        @JsonProperty("code_units") Integer codeUnits,
        String layout,
        String pixels,
        String reconstructed,
        String images,
        boolean calibrated) {

    /** The facts of a guest; empty for a model that this program trained. */
    public static Optional<GuestFacts> of(String file, ImageModel model) {
        return model instanceof GuestModel guest ? Optional.of(of(file, guest)) : Optional.empty();
    }

    private static GuestFacts of(String file, GuestModel guest) {
        GuestReading reading = guest.reading();
        return new GuestFacts(
                file,
                guest.weights(),
                guest.content().configuration().kind(),
                guest.content().parameters().length,
                reading.classes(),
                reading.softmax(),
                orNull(reading.reconstruction()),
                orNull(reading.code()),
                reading.code().isEmpty() ? null : guest.shape().code(),
                reading.layout().words(),
                reading.pixels().words(),
                reading.reconstructs() ? reading.reconstructed().words() : null,
                orNull(guest.trainingImages().data()),
                guest.heldOutErrors().length > 0);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
