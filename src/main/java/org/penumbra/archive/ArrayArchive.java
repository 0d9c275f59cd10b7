package org.penumbra.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;

/**
 * Arrays and what they mean, in one file that NumPy opens too: a zip of one NPY file an array, before them
 * {@value #CONTENT}, a JSON object that names the file's kind, its content, and the type, shape and SHA-256 of every array.
 * {@code numpy.load(file)["name"]} is an array, {@code numpy.load(file)["content.json"]} the text. The zip's comment is the SHA-256 of all before it, so that no byte can change
 * unnoticed. Fitted detectors and the
 * cells of experiments are kept so; models and checkpoints have a form of their own (decision 8).
 *
 * @param kind    what the file holds: lower case, words joined by hyphens
 * @param content what is not an array; the kind's own business
 * @param arrays  by name, in the order of the file
 */
public record ArrayArchive(String kind, JsonNode content, Map<String, NpyArray> arrays) {

    /** The member that says what the arrays are. */
    public static final String CONTENT = "content.json";

    static final int FORMAT = 1;
    static final int MOST_ARRAYS = 1000;

    private static final long MOST_BYTES = 1L << 30;

    public ArrayArchive {
        content = content.deepCopy();
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        if (arrays.size() > MOST_ARRAYS) {
            throw new IllegalArgumentException(
                    "arrays: expected at most " + MOST_ARRAYS + ", but got " + arrays.size());
        }
        arrays.keySet().forEach(ArrayArchive::checkName);
    }

    private static void checkName(String name) {
        if (!name.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*") || name.contains("..")) {
            throw new IllegalArgumentException(
                    "array name: expected letters, digits, \"_\", \"-\", \".\" and \"/\" between " + "them, but got \""
                            + name + "\"");
        }
    }

    /**
     * Writes the file, whole or not at all; one of this name is replaced. The same archive makes the same bytes.
     *
     * @throws ModelException when it cannot be written
     */
    public void write(Path file) {
        try {
            WholeFile.write(file, stream -> {
                SealingStream sealing = new SealingStream(stream);
                NpzWriter writer = new NpzWriter(sealing);
                writer.member(CONTENT, ArrayArchiveHeader.of(this).text());
                for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                    writer.array(array.getKey(), array.getValue());
                }
                writer.finish(SealingStream.ROOM);
                sealing.seal();
            });
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Kind.NOT_WRITTEN,
                    "cannot write " + file + " (" + WholeFile.reason(e) + "); choose another place",
                    e);
        }
    }

    /**
     * Reads a file of a kind.
     *
     * @throws ModelException when it cannot be read, is damaged or holds something else
     */
    public static ArrayArchive read(Path file, String kind) {
        try {
            return read(() -> RegularFile.open(file), file.toString(), kind, MOST_BYTES);
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Kind.UNREADABLE, "cannot read " + file + " (" + WholeFile.reason(e) + ")", e);
        }
    }

    /** Opens what holds an archive, as often as it is asked to. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * Reads an archive. Its seal is looked at first: what a damaged file says is not even looked at.
     *
     * @param source what messages call it
     * @param most   bytes that all its arrays may have
     */
    static ArrayArchive read(Opening opening, String source, String kind, long most) throws IOException {
        try (InputStream stream = opening.open()) {
            ArrayArchiveReader.requireSealed(stream, source);
        }
        try (InputStream stream = opening.open()) {
            return new ArrayArchiveReader(stream, source, most).read(kind);
        }
    }

    /** The numbers of an array in single precision, which must be there. */
    public float[] floats(String name) {
        return need(name, NpyArray.Type.FLOAT32).floats();
    }

    /** The numbers of an array in double precision, which must be there. */
    public double[] doubles(String name) {
        return need(name, NpyArray.Type.FLOAT64).doubles();
    }

    /** The numbers of an array of whole numbers, which must be there. */
    public int[] integers(String name) {
        return need(name, NpyArray.Type.INT32).integers();
    }

    /** The numbers of an array of whole numbers from 0 to 255, which must be there. */
    public byte[] unsigned(String name) {
        return need(name, NpyArray.Type.UINT8).unsigned();
    }

    private NpyArray need(String name, NpyArray.Type type) {
        NpyArray array = arrays.get(name);
        if (array == null || array.type() != type) {
            throw new ModelException(
                    ModelException.Kind.HEADER,
                    kind + ": expected an array \"" + name + "\" of type " + type.numpy() + ", but "
                            + (array == null
                                    ? "there is none"
                                    : "it is of type " + array.type().numpy())
                            + ". The file was made by another program or version; make it again");
        }
        return array;
    }
}
