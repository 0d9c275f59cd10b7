package org.penumbra.archive.guest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.data.OutsideText;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;
import org.penumbra.net.guest.GuestContent;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestException.Kind;
import org.penumbra.net.guest.GuestGuess;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetNode;
import org.penumbra.preset.PresetText;

/**
 * A network of DL4J with what a person decided about it. The zip file stays as DL4J wrote it; what is taken for what, names of
 * the classes and measured errors lie beside it, for {@code lenet.zip} in {@code lenet.zip.guest}, as JSON that one may edit.
 * They belong to the weights whose checksum they name.
 */
public final class GuestFile {

    /** What DL4J's files mostly end in. */
    public static final String ENDING = ".zip";

    private static final String NOTES = ".guest";
    private static final int MOST_BYTES = 1_000_000;

    private GuestFile() {}

    /** Whether a file is meant as a network of DL4J by its name alone. */
    public static boolean means(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** The file beside a network that says what is taken for what in it; it need not be there. */
    public static Path notes(Path zip) {
        return zip.resolveSibling(zip.getFileName() + NOTES);
    }

    /**
     * A guest, read as its notes say or else as its configuration lets suppose.
     *
     * @throws GuestException when the network or its notes cannot be read, or the notes belong to other weights
     */
    public static GuestModel load(Path zip) {
        return open(zip).model();
    }

    /** The same with the reasons of what is supposed. */
    public static GuestOpening open(Path zip) {
        GuestContent content = GuestArchive.read(zip);
        GuestGuess guess = GuestReading.guess(content, zip.toString());
        GuestModel guessed = GuestModel.of(name(zip), content, guess.reading());
        Path notes = notes(zip);
        return Files.exists(notes)
                ? new GuestOpening(noted(notes, zip, guessed), guess.reasons(), true)
                : new GuestOpening(guessed, guess.reasons(), false);
    }

    private static String name(Path zip) {
        String name = OutsideText.shown(zip.getFileName().toString());
        return name.isBlank() ? "guest" : name;
    }

    private static GuestModel noted(Path notes, Path zip, GuestModel guessed) {
        String source = notes.toString();
        try {
            PresetNode root = PresetNode.root(source, new PresetText().parse(text(notes), source));
            GuestNotes format = new GuestNotes(root);
            requireWeights(source, zip, guessed.weights(), format.weights());
            return format.read(guessed);
        } catch (PresetException wrong) {
            throw misread(source, wrong.withoutSource(), wrong);
        } catch (GuestException known) {
            throw known.kind() == Kind.READING ? misread(source, known.getMessage(), known) : known;
        } catch (IllegalArgumentException wrong) {
            throw misread(source, wrong.getMessage(), wrong);
        }
    }

    private static void requireWeights(String source, Path zip, String expected, String found) {
        if (!found.equals(expected)) {
            throw new GuestException(
                    Kind.OTHER_WEIGHTS,
                    source + ": expected what was noted of the weights in " + zip + " (" + expected.substring(0, 12)
                            + "...), but it is of others (" + found.substring(0, 12)
                            + "...); the network was trained anew or replaced. Remove this file and open the network "
                            + "again");
        }
    }

    private static GuestException misread(String source, String why, Exception cause) {
        String line = OutsideText.shown(why.replaceAll("\\s*\\R\\s*", " "));
        return new GuestException(
                Kind.READING,
                source + ": it cannot be understood ("
                        + (line.length() <= 300 ? line : line.substring(0, 300) + "...")
                        + "). Mend this file, or remove it and open the network again",
                cause);
    }

    private static String text(Path notes) {
        Optional<String> obstacle = RegularFile.obstacle(notes);
        if (obstacle.isPresent()) {
            throw new GuestException(
                    Kind.NO_FILE,
                    notes + ": expected a file with what was noted of a network, but it is " + obstacle.get()
                            + "; move it away");
        }
        try {
            if (Files.size(notes) > MOST_BYTES) {
                throw new GuestException(
                        Kind.TOO_LARGE,
                        notes + ": expected at most " + MOST_BYTES
                                + " bytes of what was noted of a network, but it has " + Files.size(notes)
                                + "; remove it and open the network again");
            }
            return RegularFile.text(notes);
        } catch (IOException error) {
            throw new GuestException(
                    Kind.UNREADABLE, notes + ": cannot be read (" + WholeFile.reason(error) + ")", error);
        }
    }

    /**
     * Notes beside a network what is taken for what in it and what was measured, replacing what was noted before.
     *
     * @throws GuestException when that cannot be written
     */
    public static void save(GuestModel model, Path zip) {
        Path notes = notes(zip);
        ObjectNode root = GuestNotes.write(model);
        try {
            WholeFile.writeText(
                    notes,
                    writer -> writer.write(new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(root)));
        } catch (IOException error) {
            throw new GuestException(
                    Kind.UNREADABLE,
                    notes + ": what is taken for what could not be saved (" + WholeFile.reason(error)
                            + "). Check that the folder may be written to and has room, or copy the network elsewhere",
                    error);
        }
    }
}
