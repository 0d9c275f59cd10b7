package org.penumbra.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.penumbra.confidence.Population;
import org.penumbra.net.image.ImageModel;

/**
 * What a model answered to kinds of images, kept for those who have not got the images.
 *
 * @param model       the name of the preset the model was trained by
 * @param weights     SHA-256 of the weights that answered, in hexadecimal; see {@link #weights(ImageModel)}
 * @param populations the kinds of images, each of another name; all with errors or, without a decoder, all without
 */
public record StoredAnswers(String model, String weights, List<Population> populations) {

    public StoredAnswers {
        populations = List.copyOf(populations);
        if (populations.stream().map(Population::name).distinct().count() < populations.size()) {
            throw new IllegalArgumentException("populations: expected each name once, but got "
                    + populations.stream().map(Population::name).toList());
        }
        // Where there are no images, no errors are missing.
        if (hasErrors(populations)
                && populations.stream()
                        .anyMatch(kind ->
                                kind.answers().errors().length < kind.answers().count())) {
            throw new IllegalArgumentException("populations: expected errors with all of them or with none");
        }
    }

    /** Whether there are errors. */
    boolean hasErrors() {
        return hasErrors(populations);
    }

    private static boolean hasErrors(List<Population> populations) {
        return populations.stream().anyMatch(kind -> kind.answers().errors().length > 0);
    }

    /** What a model answered. */
    public static StoredAnswers of(ImageModel model, List<Population> populations) {
        return new StoredAnswers(model.provenance().preset(), weights(model), populations);
    }

    /** Whether it was these weights that answered. */
    boolean belongTo(ImageModel other) {
        return weights.equals(weights(other));
    }

    /** SHA-256 of a model's weights as single-precision numbers, the lowest byte first; lower-case hexadecimal. */
    public static String weights(ImageModel model) {
        ByteBuffer bytes =
                ByteBuffer.allocate(model.parameters().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(model.parameters());
        return HexFormat.of().formatHex(SealedWriter.newDigest().digest(bytes.array()));
    }
}
