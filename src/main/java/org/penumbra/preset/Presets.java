package org.penumbra.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The presets of the rings lab that ship, and the way from what a person typed to a preset. */
public final class Presets {

    private static final Shelf SHELF = new Shelf("/presets/", "preset", ".json");

    private Presets() {}

    /** The names of the presets that ship, in the order of the menu. */
    public static List<String> names() {
        return SHELF.names();
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
            throw new PresetException(SHELF.called(name), "", SHELF.unknown(name, names, ""));
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
        return SHELF.file(nameOrFile)
                .map(PresetFile::read)
                .orElseThrow(() -> new PresetException(
                        SHELF.called(nameOrFile), "", SHELF.unknown(nameOrFile, names, SHELF.orFile())));
    }

    private static Preset readShipped(String name) {
        try (InputStream stream = SHELF.open(name + ".json")) {
            return PresetFile.read(stream, SHELF.folder() + name + ".json");
        } catch (IOException error) {
            throw new UncheckedIOException("the preset " + name + " cannot be closed", error);
        }
    }
}
