package org.penumbra.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetNode;

/**
 * Trained image models as files: a header in JSON, the weights, a checksum over both. Reading gives a model or a
 * {@link ModelException}; it loads numbers and texts, never code, and asks nobody for anything.
 */
public final class ModelFile {

    /** What such files end in. */
    public static final String ENDING = ".penumbra";

    private ModelFile() {}

    /** Reads a model from a file. */
    public static TrainedModel read(Path file) {
        return opened(file, "model", stream -> read(stream, file.toString()));
    }

    /**
     * Reads a model from a stream, which stays open and must end with the model.
     *
     * @param source what messages call it
     */
    public static TrainedModel read(InputStream stream, String source) {
        SealedReader reader = new SealedReader(stream, source);
        PresetNode root = reader.header();
        ModelFormat.Header header;
        try {
            header = new ModelFormat().read(root);
        } catch (PresetException wrong) {
            throw reader.damaged(wrong);
        }
        float[] parameters = reader.numbers(ImageNetwork.parameterCount(header.settings()), header.type());
        reader.finish();
        for (float value : parameters) {
            if (!Float.isFinite(value)) {
                throw new ModelException(
                        Kind.NUMBERS,
                        source + ": expected finite weights, but found " + value
                                + ". The training that made it went wrong; train it anew");
            }
        }
        try {
            return new TrainedModel(
                    header.settings(), header.classes(), parameters, header.heldOutErrors(), header.provenance());
        } catch (IllegalArgumentException wrong) {
            throw reader.damaged(wrong);
        }
    }

    /** Reads from a file what is asked for, with the usual complaints. */
    static <T> T opened(Path file, String what, Reading<T> reading) {
        try {
            Optional<String> obstacle = RegularFile.obstacle(file);
            if (obstacle.isPresent()) {
                throw new ModelException(
                        Kind.NO_FILE,
                        file + ": expected a " + what + " file, but it is " + obstacle.get()
                                + "; name the file itself");
            }
            try (InputStream stream = new BufferedInputStream(RegularFile.open(file))) {
                return reading.from(stream);
            }
        } catch (NoSuchFileException missing) {
            throw new ModelException(
                    Kind.MISSING, file + ": there is no such " + what + " file; check its name and folder", missing);
        } catch (IOException error) {
            throw new ModelException(
                    Kind.UNREADABLE, file + ": cannot be read (" + WholeFile.reason(error) + ")", error);
        }
    }

    /** What is read from an open file. */
    interface Reading<T> {
        T from(InputStream stream) throws IOException;
    }

    /** What is written behind a header. */
    interface Writing {
        void to(SealedWriter writer) throws IOException;
    }

    /**
     * Writes a model, replacing the file if there is one: either the whole model gets there or the old file stays.
     *
     * @param type how weights are stored; what is read back are the model's weights only if they are of this type
     * @throws ModelException when the file cannot be written
     */
    public static void write(TrainedModel model, WeightType type, Path file) {
        write(file, "model", new ModelFormat().write(model, type), type, model.parameters());
    }

    /** Writes a model with weights in single precision; read back it is the same. */
    public static void write(TrainedModel model, Path file) {
        write(model, WeightType.FLOAT32, file);
    }

    static void write(Path file, String what, JsonNode header, WeightType type, float[]... numbers) {
        write(file, what, header, writer -> {
            for (float[] values : numbers) {
                writer.numbers(values, type);
            }
        });
    }

    /** Writes a sealed file, whole or not at all. */
    static void write(Path file, String what, JsonNode header, Writing body) {
        try {
            WholeFile.write(file, stream -> {
                SealedWriter writer = new SealedWriter(stream);
                writer.header(header);
                body.to(writer);
                writer.finish();
            });
        } catch (IOException error) {
            throw new ModelException(
                    Kind.NOT_WRITTEN,
                    file + ": the " + what + " could not be saved (" + WholeFile.reason(error)
                            + "). Check that the folder exists, may be written to and has room, or save elsewhere",
                    error);
        }
    }

    /** Where a model comes from as JSON, one object; of one that this program trained as it stands in its file. */
    public static JsonNode provenance(ImageModel model) {
        if (model instanceof TrainedModel trained) {
            return new ModelFormat().write(trained.provenance());
        }
        return JsonNodeFactory.instance.objectNode().put("name", model.name()).put("weights", model.weights());
    }
}
