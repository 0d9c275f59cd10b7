package org.penumbra.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormException;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.preset.PresetException;

/**
 * Fitted detectors as files: an {@link ArrayArchive} whose content is the detector's {@link FittedForm} and what it was fitted
 * on. Reading gives a detector that fits together or a {@link ModelException}; it loads numbers and texts, never code.
 */
public final class DetectorFile {

    /** What such files end in. */
    public static final String ENDING = ".detector";

    static final String KIND = "detector";
    /** Bytes of arrays in one: 60 000 inputs of 784 numbers are 188 million. */
    static final long MOST_BYTES = 256L << 20;

    private DetectorFile() {}

    /**
     * Writes a detector, whole or not at all; one of this name is replaced.
     *
     * @throws ModelException when it cannot be written
     */
    public static void write(StoredDetector detector, Path file) {
        archive(detector).write(file);
    }

    static ArrayArchive archive(StoredDetector detector) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        return new ArrayArchive(
                KIND, new DetectorFormat(arrays).write(detector.fitted().form(), detector.on()), arrays);
    }

    /**
     * Reads a detector from a file.
     *
     * @throws ModelException when there is none or the file is wrong
     */
    public static StoredDetector read(Path file) {
        Optional<String> obstacle = RegularFile.obstacle(file);
        if (obstacle.isPresent()) {
            throw new ModelException(
                    Kind.NO_FILE,
                    file + ": expected the file of a detector, but it is " + obstacle.get() + "; name the file itself");
        }
        if (!Files.exists(file)) {
            throw new ModelException(
                    Kind.MISSING, file + ": there is no such file of a detector; check its name and folder");
        }
        return read(() -> RegularFile.open(file), file.toString());
    }

    /**
     * Reads a detector from what can be opened more than once.
     *
     * @param source what messages call it
     * @throws ModelException when it is wrong
     */
    static StoredDetector read(ArrayArchive.Opening opening, String source) {
        ArrayArchive archive;
        try {
            archive = ArrayArchive.read(opening, source, KIND, MOST_BYTES);
        } catch (NoSuchFileException missing) {
            throw new ModelException(Kind.MISSING, source + ": the file is not there any more", missing);
        } catch (IOException error) {
            throw new ModelException(
                    Kind.UNREADABLE, source + ": cannot be read (" + WholeFile.reason(error) + ")", error);
        }
        try {
            DetectorFormat.Content content = new DetectorFormat(archive.arrays()).read(source, archive.content());
            return new StoredDetector(Detectors.restore(content.form()), content.on());
        } catch (PresetException wrong) {
            throw new ModelException(Kind.HEADER, refusal(source, wrong.withoutSource()), wrong);
        } catch (FormException wrong) {
            throw new ModelException(Kind.NUMBERS, refusal(source, wrong.getMessage()), wrong);
        }
    }

    private static String refusal(String source, String why) {
        String line = why.replaceAll("\\s*\\R\\s*", " ");
        return source + ": no detector can be made of it ("
                + (line.length() <= 300 ? line : line.substring(0, 300) + "...")
                + "). The file is from another version of the program, or was forged; fit it again";
    }
}
