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
import java.util.Optional;

/**
 * A folder of files that ship with the program, whose {@code index.json} lists their names in the order of a menu.
 *
 * @param folder on the class path, from "/" to "/"
 * @param what   a thing on it is called ("preset")
 * @param ending of files people may name instead (".json")
 */
public record Shelf(String folder, String what, String ending) {

    /** The names in the index. */
    public List<String> names() {
        try (InputStream stream = open("index.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<String> names = new ArrayList<>();
            for (JsonNode name : new PresetText().parse(text, folder + "index.json")) {
                names.add(name.asText());
            }
            return List.copyOf(names);
        } catch (IOException error) {
            throw new UncheckedIOException("the index of " + folder + " cannot be read", error);
        }
    }

    /** Whether a file is on the shelf. */
    public boolean holds(String file) {
        return Shelf.class.getResource(folder + file) != null;
    }

    /** A file on the shelf. */
    public InputStream open(String file) {
        InputStream stream = Shelf.class.getResourceAsStream(folder + file);
        if (stream == null) {
            throw new IllegalStateException(folder + file + " is missing from the program: build it again");
        }
        return stream;
    }

    /** The file somebody means: one that exists or has the ending of such files. */
    public Optional<Path> file(String text) {
        try {
            Path path = Path.of(text);
            boolean means = !text.isBlank() && (text.toLowerCase(Locale.ROOT).endsWith(ending) || Files.exists(path));
            return means ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** How messages call the thing of a name, whether or not it is there: {@code preset "rings"}. */
    public String called(String name) {
        return what + " " + PresetNode.quoted(name);
    }

    /** What to say of a name that is not among those there are, behind what it is {@link #called}. */
    public String unknown(String name, List<String> names, String orElse) {
        return "expected one of " + String.join(", ", names) + orElse
                + ", but there is none of that name"
                + (names.isEmpty() ? "" : ". Did you mean \"" + Spelling.nearest(name, names) + "\"?");
    }

    /** "a file ending in .json", after what else was expected. */
    public String orFile() {
        return ", or a file ending in " + ending;
    }
}
