package org.penumbra.archive.guest;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.penumbra.data.OutsideText;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;
import org.penumbra.net.guest.GuestConfiguration;
import org.penumbra.net.guest.GuestContent;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestException.Kind;

/**
 * Reads networks that DL4J's {@code ModelSerializer} wrote: a zip file with a configuration in JSON and the parameters. It
 * gives plain values or a {@link GuestException} of one line; no class is loaded that the file names, and nothing is reserved
 * that the bytes in the file do not warrant. What the file may hold beside the network, such as a normaliser, is an object of
 * Java that reading would bring to life, so such files are refused; the state of the updater is left unread.
 */
public final class GuestArchive {

    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String NO_PARAMETERS = "noParams.marker";
    private static final Set<String> UNREAD = Set.of("updaterState.bin", "updater.bin");
    private static final Set<String> OBJECTS = Set.of("normalizer.bin", "preprocessor.bin");

    private static final int MOST_MEMBERS = 16;
    private static final int MOST_CONFIGURATION = 8_000_000;
    /** Deflate packs at most 1032 bytes into one. */
    private static final long MOST_PACKED = 1040;

    private static final int CHUNK = 1 << 16;

    private GuestArchive() {}

    /**
     * Reads a network.
     *
     * @throws GuestException when there is none, or it is not one that this program takes
     */
    public static GuestContent read(Path file) {
        Optional<String> obstacle = RegularFile.obstacle(file);
        if (obstacle.isPresent()) {
            throw new GuestException(
                    Kind.NO_FILE,
                    file + ": expected the file of a network of DL4J, but it is " + obstacle.get()
                            + "; name the file itself");
        }
        if (!Files.exists(file)) {
            throw new GuestException(
                    Kind.MISSING, file + ": there is no such file of a network; check its name and folder");
        }
        String source = file.toString();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(zip, source);
        } catch (ZipException | EOFException | IllegalArgumentException damage) {
            throw damaged(source, "it is no whole zip file (" + shortened(damage.getMessage()) + ")", damage);
        } catch (IOException error) {
            throw new GuestException(
                    Kind.UNREADABLE, source + ": cannot be read (" + WholeFile.reason(error) + ")", error);
        }
    }

    private static GuestContent read(ZipFile zip, String source) throws IOException {
        Map<String, ZipEntry> members = members(zip, source);
        GuestConfiguration configuration =
                GuestConfiguration.of(configuration(zip, members.get(CONFIGURATION), source), source);
        requireParameters(configuration, source);
        ZipEntry coefficients = members.get(COEFFICIENTS);
        requireWarranted(coefficients, source);
        try (InputStream stream = zip.getInputStream(coefficients)) {
            Coefficients read = new Coefficients(stream, coefficients.getSize(), source);
            float[] parameters = read.read(configuration);
            return new GuestContent(configuration, parameters, read.sha256());
        }
    }

    private static void requireParameters(GuestConfiguration configuration, String source) {
        long needed = configuration.parametersNeeded();
        if (needed > GuestConfiguration.MOST_PARAMETERS) {
            throw new GuestException(
                    Kind.TOO_LARGE,
                    source + ": expected a network of at most " + GuestConfiguration.MOST_PARAMETERS
                            + " parameters, but its layers have "
                            + (needed == Long.MAX_VALUE ? "far more" : "" + needed)
                            + "; a guest is a network for images of 28 x 28 pixels");
        }
    }

    private static Map<String, ZipEntry> members(ZipFile zip, String source) {
        Map<String, ZipEntry> members = new HashMap<>();
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.size() > MOST_MEMBERS) {
            throw foreign(source, "it holds " + entries.size() + " files");
        }
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (OBJECTS.contains(name)) {
                throw new GuestException(
                        Kind.UNSAFE,
                        source + ": it holds " + name
                                + ", an object of Java that could run code when it is read, so the file "
                                + "is not read. Save the network without it (ModelSerializer.writeModel(network, file, "
                                + "false)); how pixels are scaled is said when the network is opened");
            }
            if (!Set.of(CONFIGURATION, COEFFICIENTS, NO_PARAMETERS).contains(name) && !UNREAD.contains(name)) {
                throw foreign(source, "it holds " + OutsideText.quoted(name));
            }
            if (members.put(name, entry) != null) {
                throw damaged(source, "it holds " + name + " twice", null);
            }
        }
        requireNetwork(members, source);
        return members;
    }

    private static void requireNetwork(Map<String, ZipEntry> members, String source) {
        if (!members.containsKey(CONFIGURATION)) {
            throw foreign(source, CONFIGURATION + " is missing");
        }
        if (members.containsKey(NO_PARAMETERS)) {
            throw new GuestException(
                    Kind.UNFIT,
                    source + ": expected a trained network, but it has no parameters (" + NO_PARAMETERS
                            + "); save one with weights");
        }
        if (!members.containsKey(COEFFICIENTS)) {
            throw foreign(source, COEFFICIENTS + " is missing");
        }
    }

    private static String configuration(ZipFile zip, ZipEntry entry, String source) throws IOException {
        if (entry.getSize() > MOST_CONFIGURATION) {
            throw tooLarge(source);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > MOST_CONFIGURATION) {
                    throw tooLarge(source);
                }
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw damaged(source, "its configuration.json is no text in UTF-8", noText);
        }
    }

    private static GuestException tooLarge(String source) {
        return new GuestException(
                Kind.TOO_LARGE,
                source + ": expected a configuration.json of at most " + MOST_CONFIGURATION
                        + " bytes, but it has more; a guest is a network for small images");
    }

    /** Sees that a member can be as long as it claims, before room is made for it. */
    private static void requireWarranted(ZipEntry entry, String source) {
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        if (size < 0 || packed < 0 || size / MOST_PACKED > packed) {
            throw damaged(
                    source,
                    COEFFICIENTS + " claims " + size + " bytes in " + packed + ", which no file can hold",
                    null);
        }
    }

    static GuestException damaged(String source, String why, Throwable cause) {
        return new GuestException(
                Kind.DAMAGED,
                source + ": " + why + ". The file is damaged or was not copied completely; copy it again, or save the "
                        + "network again with DL4J's ModelSerializer",
                cause);
    }

    private static GuestException foreign(String source, String why) {
        return new GuestException(
                Kind.FOREIGN,
                source + ": expected what DL4J's ModelSerializer writes, " + CONFIGURATION + " and " + COEFFICIENTS
                        + " and no other files, but " + why + ". Save the network with ModelSerializer.writeModel");
    }

    private static String shortened(String text) {
        String line = text == null ? "it ends too early" : text.replaceAll("\\s+", " ");
        return OutsideText.shown(line.length() <= 150 ? line : line.substring(0, 150) + "...");
    }
}
