package org.penumbra.data.home;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penumbra.data.DataException;
import org.penumbra.data.Problem;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;

/**
 * The file in which a person's choices are kept from one start to the next: one object of JSON, a key a choice. Several
 * running copies of the program share it. A change is written whole and under a lock, into what the file holds at that
 * moment, so that of each key the last change stays and no copy undoes what another has chosen.
 */
public final class PreferencesFile {

    /** The system property that names another folder than the platform's. */
    public static final String FOLDER = "penumbra.preferences";

    /** The file in the folder. */
    public static final String NAME = "preferences.json";

    /** The key of the folder in which image data are kept. */
    public static final String DATA_FOLDER = "data-folder";

    /** More was never written by this program. */
    private static final int MOST_BYTES = 1 << 20;

    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path folder;
    private final Path file;

    private PreferencesFile(Path folder) {
        this.folder = folder.toAbsolutePath();
        file = this.folder.resolve(NAME);
    }

    /** That of the person who started the program. */
    public static PreferencesFile ofProcess() {
        String named = System.getProperty(FOLDER);
        return in(
                named != null
                        ? Path.of(named)
                        : PlatformFolders.choices(
                                System.getenv(),
                                System.getProperty("os.name"),
                                Path.of(System.getProperty("user.home"))));
    }

    /** That in a folder, which need not exist. */
    public static PreferencesFile in(Path folder) {
        return new PreferencesFile(folder);
    }

    /** The file, which need not exist. */
    public Path path() {
        return file;
    }

    /** What Java is started with, a file that need not exist. */
    public Path javaOptions() {
        return folder.resolve(JavaOptions.FILE);
    }

    /** What is wrong with a file whose content cannot be understood. */
    private static final class Damaged extends Problem {

        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super(what);
        }
    }

    /** Reads it and changes nothing; a file that cannot be read or understood is told of and counts as empty. */
    public Choices read() {
        try {
            return Files.exists(file) ? found(parsed()) : Choices.none();
        } catch (Damaged damaged) {
            return unread(file + " is damaged: " + damaged.getMessage());
        } catch (IOException e) {
            return unread(file + " cannot be read: " + Reasons.of(e));
        }
    }

    private static Choices unread(String problem) {
        return new Choices(Map.of(), true, Optional.of(problem), Optional.empty(), false);
    }

    private static Choices found(ObjectNode tree) {
        return new Choices(values(tree), true, Optional.empty(), Optional.empty(), true);
    }

    /**
     * Reads it for a window, which changes it later: a damaged file is put aside under another name and counts as empty. One
     * that cannot be read or put aside stays as it is, and nothing is kept.
     */
    public Choices open() {
        Choices seen = read();
        if (seen.problem().isEmpty()) {
            return seen;
        }
        try (FolderLock held = lock()) {
            // Another copy may have put it aside meanwhile.
            return Files.exists(file) ? openAlone() : Choices.none();
        } catch (IOException | DataException e) {
            return unread(
                    seen.problem().get() + ". It stays as it is, and what you choose now is forgotten at the end");
        }
    }

    private Choices openAlone() throws IOException {
        try {
            return found(parsed());
        } catch (Damaged damaged) {
            return putAside(damaged.getMessage());
        }
    }

    private Choices putAside(String what) {
        Path aside = free();
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(javaOptions());
            return new Choices(
                    Map.of(),
                    false,
                    Optional.of(file + " is damaged: " + what + ". It was put aside as " + aside.getFileName()
                            + ", and the program begins with the usual choices"),
                    Optional.of(aside),
                    true);
        } catch (IOException e) {
            return unread(file + " is damaged: " + what + ". It could not be put aside (" + Reasons.of(e)
                    + "), so that what you choose now is forgotten at the end");
        }
    }

    /** A name that nothing has yet, so that no damaged file is lost to the next. */
    private Path free() {
        Path aside = file.resolveSibling(NAME + ".damaged");
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(NAME + ".damaged-" + number);
        }
        return aside;
    }

    /**
     * Writes changes into what the file holds now, and the file for Java with them.
     *
     * @param changes what is chosen, by its key; empty for what is no longer chosen
     * @throws DataException when it cannot be read or written, or another copy does not let go of it; the file is as it was
     */
    public void change(Map<String, Optional<String>> changes) {
        try {
            Files.createDirectories(folder);
            try (FolderLock held = lock()) {
                ObjectNode tree = Files.exists(file) ? parsed() : JSON.createObjectNode();
                changes.forEach(
                        (key, value) -> value.ifPresentOrElse(chosen -> tree.put(key, chosen), () -> tree.remove(key)));
                WholeFile.write(file, stream -> stream.write(bytes(tree)));
                if (changes.containsKey(JavaOptions.MEGABYTES) || changes.containsKey(JavaOptions.THREADS)) {
                    writeJavaOptions(JavaOptions.of(values(tree)).text());
                }
            }
        } catch (Damaged damaged) {
            throw new DataException(
                    file + ": was changed by another program and is damaged now: " + damaged.getMessage()
                            + "; start again, which puts it aside",
                    damaged);
        } catch (IOException e) {
            throw new DataException(
                    file + ": cannot be written (" + Reasons.of(e) + "); see that the folder can be written to", e);
        }
    }

    private void writeJavaOptions(String text) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(javaOptions());
        } else {
            WholeFile.writeText(javaOptions(), writer -> writer.write(text));
        }
    }

    private FolderLock lock() throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        return FolderLock.take(folder, new Patience(end))
                .orElseThrow(() -> new IOException("another running Penumbra does not let go of " + folder));
    }

    /** Waits a while for other copies, which hold the lock for milliseconds. */
    private record Patience(long end) implements FolderWatcher {

        @Override
        public boolean stopRequested() {
            return System.nanoTime() > end;
        }

        @Override
        public void tell(FolderNews news) {
            // Who waits for milliseconds has nothing to tell.
        }
    }

    private ObjectNode parsed() throws IOException {
        byte[] bytes;
        try (InputStream stream = RegularFile.open(file)) {
            bytes = stream.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new Damaged("it is larger than " + MOST_BYTES + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode tree = JSON.readTree(text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new Damaged(bytes.length == 0 ? "it is empty" : "expected { and a key for each choice");
        } catch (CharacterCodingException notText) {
            throw new Damaged("it is no text in UTF-8");
        } catch (JacksonException wrong) {
            throw new Damaged(wrong.getOriginalMessage()
                    + (wrong.getLocation() == null
                            ? ""
                            : " in line " + wrong.getLocation().getLineNr()));
        }
    }

    /** What is kept inside another object was written by a later version, and stays there unread. */
    private static Map<String, String> values(ObjectNode tree) {
        Map<String, String> values = new TreeMap<>();
        tree.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                values.put(field.getKey(), field.getValue().asText());
            }
        });
        return values;
    }

    private static byte[] bytes(ObjectNode tree) throws IOException {
        ObjectNode sorted = JSON.createObjectNode();
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        tree.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
        sorted.setAll(fields);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return (JSON.writer(printer).writeValueAsString(sorted) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
