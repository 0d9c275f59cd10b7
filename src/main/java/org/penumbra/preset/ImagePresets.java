package org.penumbra.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The image presets that ship, as files, and the way from what a person typed to one. */
public final class ImagePresets {

    private static final Shelf SHELF = new Shelf("/presets/images/", "image preset", ".json");

    private ImagePresets() {}

    /** The names of those that ship, in the order of a menu. */
    public static List<String> names() {
        return SHELF.names();
    }

    /** All that ship, in the order of a menu. */
    public static List<ImagePreset> shipped() {
        return names().stream().map(ImagePresets::readShipped).toList();
    }

    /**
     * The one somebody means: the name of one that ships goes first, then a file, which must exist or end in ".json".
     *
     * @throws PresetException when it is neither, or the file is wrong
     */
    public static ImagePreset load(String nameOrFile) {
        List<String> names = names();
        if (names.contains(nameOrFile)) {
            return readShipped(nameOrFile);
        }
        return SHELF.file(nameOrFile)
                .map(ImagePresets::read)
                .orElseThrow(() -> new PresetException(
                        SHELF.called(nameOrFile), "", SHELF.unknown(nameOrFile, names, SHELF.orFile())));
    }

    /** Reads one from a file. */
    public static ImagePreset read(Path file) {
        return read(PresetTextFile.read(file), file.toString());
    }

    /**
     * Reads one from its JSON.
     *
     * @param sourceName what messages call it
     */
    public static ImagePreset read(String json, String sourceName) {
        return new ImagePresetFormat().read(PresetNode.root(sourceName, new PresetText().parse(json, sourceName)));
    }

    /** The JSON of one, ending with a line break; read back it is equal. */
    public static String toJson(ImagePreset preset) {
        String json = new PresetPrinter().print(new ImagePresetFormat().write(preset));
        if (!read(json, "image preset " + PresetNode.quoted(preset.name())).equals(preset)) {
            throw new IllegalStateException("the image preset would change by being saved: " + preset);
        }
        return json;
    }

    /**
     * Writes one, replacing the file if there is one: either the whole preset gets there or the old file stays.
     *
     * @throws PresetException when the file cannot be written
     */
    public static void write(ImagePreset preset, Path file) {
        PresetTextFile.write(toJson(preset), file);
    }

    private static ImagePreset readShipped(String name) {
        try (InputStream stream = SHELF.open(name + ".json")) {
            String source = SHELF.folder() + name + ".json";
            return read(PresetTextFile.read(stream, source), source);
        } catch (IOException error) {
            throw new UncheckedIOException("the image preset " + name + " cannot be closed", error);
        }
    }
}
