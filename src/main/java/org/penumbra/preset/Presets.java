package org.penumbra.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The presets that ship, and the way from what a person typed to a preset. */
public final class Presets {

    private static final String FOLDER = "/presets/";

    private Presets() {
    }

    /** The names of the presets that ship, in the order of the menu. */
    public static List<String> names() {
        try (InputStream stream = open("index.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<String> names = new ArrayList<>();
            for (JsonNode name : new PresetText().parse(text, FOLDER + "index.json")) {
                names.add(name.asText());
            }
            return List.copyOf(names);
        } catch (IOException error) {
            throw new UncheckedIOException("the index of the presets cannot be read", error);
        }
    }

    /** All presets that ship, in the order of the menu. */
    public static List<Preset> shipped() {
        return names().stream().map(Presets::readShipped).toList();
    }

    /**
     * The preset that ships under a name.
     *
     * @throws PresetException when there is none; it lists those there are
     */
    public static Preset find(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw unknown(name, names, "");
        }
        return readShipped(name);
    }

    /**
     * The preset somebody means: the name of one that ships goes first, then a file, which must exist or end in
     * ".json". A file that has the name of a shipped preset is reached by "./NAME".
     *
     * @throws PresetException when it is neither, or the file is wrong
     */
    public static Preset load(String nameOrFile) {
        List<String> names = names();
        if (names.contains(nameOrFile)) {
            return readShipped(nameOrFile);
        }
        if (meansFile(nameOrFile)) {
            return PresetFile.read(Path.of(nameOrFile));
        }
        throw unknown(nameOrFile, names, ", or a file ending in .json");
    }

    private static boolean meansFile(String text) {
        try {
            Path path = Path.of(text);
            return !text.isBlank() && (text.toLowerCase(Locale.ROOT).endsWith(".json") || Files.exists(path));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static PresetException unknown(String name, List<String> names, String orElse) {
        return new PresetException("preset " + PresetNode.quoted(name) + ": expected one of " + String.join(", ", names) + orElse
                + ", but there is none of that name. Did you mean \"" + Spelling.nearest(name, names) + "\"?");
    }

    private static Preset readShipped(String name) {
        try (InputStream stream = open(name + ".json")) {
            return PresetFile.read(stream, FOLDER + name + ".json");
        } catch (IOException error) {
            throw new UncheckedIOException("the preset " + name + " cannot be closed", error);
        }
    }

    private static InputStream open(String file) {
        InputStream stream = Presets.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IllegalStateException(FOLDER + file + " is missing from the program: build it again");
        }
        return stream;
    }
}
