package org.penumbra.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.penumbra.data.RegularFile;
import org.penumbra.preset.PresetException;

/** Kinds of files that the program writes, told by what is in a file and not by its name. */
public enum FileKind {

    /** A trained model. */
    MODEL("a model of this program", "penumbra-model/"),
    /** An interrupted training. */
    CHECKPOINT("a checkpoint of this program", "penumbra-checkpoint/"),
    /** What a model answered. */
    ANSWERS("stored answers of this program", "penumbra-answers/"),
    /** A finished cell of an experiment. */
    CELL("a finished cell of an experiment", CellFile.FORMAT),
    /** A fitted detector. */
    DETECTOR("a fitted detector of this program", null) {
        @Override
        public boolean describes(Path file) throws IOException {
            return isDetector(file);
        }
    },
    /** Arrays of NumPy, but for a fitted detector, which is one, too. */
    ARRAYS("a NumPy archive (NPZ)", null) {
        @Override
        public boolean describes(Path file) throws IOException {
            return super.describes(file) && !isDetector(file);
        }

        @Override
        boolean isIn(List<String> members) {
            return !members.isEmpty()
                    && members.stream().allMatch(name -> name.endsWith(".npy") || name.equals(ArrayArchive.CONTENT));
        }
    },
    /** A network of DL4J. */
    DL4J("a network of DL4J", null) {
        @Override
        boolean isIn(List<String> members) {
            return members.containsAll(List.of("configuration.json", "coefficients.bin"));
        }
    };

    private static final int LONGEST_FORMAT = 100;

    private final String words;
    private final String format;

    FileKind(String words, String format) {
        this.words = words;
        this.format = format;
    }

    /** For the middle of a sentence: "a model of this program". */
    public String words() {
        return words;
    }

    /**
     * Whether a file is of this kind, of whatever version; it need not be undamaged.
     *
     * @throws IOException when it cannot be read
     */
    public boolean describes(Path file) throws IOException {
        return format == null ? isZip(file) : isSealed(file);
    }

    private boolean isSealed(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(RegularFile.open(file))) {
            return new SealedReader(stream, file.toString())
                    .header()
                    .child("format")
                    .text(LONGEST_FORMAT, false)
                    .startsWith(format);
        } catch (ModelException | PresetException somethingElse) {
            return false;
        }
    }

    private static boolean isDetector(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(RegularFile.open(file))) {
            return new ArrayArchiveReader(stream, file.toString(), 0)
                    .header()
                    .kind()
                    .equals(DetectorFile.KIND);
        } catch (ModelException | ZipException | EOFException | IllegalArgumentException somethingElse) {
            return false;
        }
    }

    private boolean isZip(Path file) throws IOException {
        if (RegularFile.obstacle(file).isPresent()) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return isIn(zip.stream().map(ZipEntry::getName).toList());
        } catch (ZipException somethingElse) {
            return false;
        }
    }

    /** Whether the members of a zip file are those of this kind. */
    boolean isIn(List<String> members) {
        return false;
    }
}
