package org.penumbra.preset;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Presets as JSON files. Reading a preset that was written gives an equal one; everything that is wrong with a file
 * becomes a {@link PresetException}.
 */
public final class PresetFile {

    /** Largest file that is read, bytes. */
    public static final int MOST_BYTES = 4 << 20;

    /** The ending that belongs to presets alone, by which a desktop knows them; they may end in ".json" as well. */
    public static final String OWN_ENDING = ".penumbra-preset";

    private PresetFile() {}

    /** Whether a file of this name is taken for a preset. */
    public static boolean isNamedAsOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || lower.endsWith(OWN_ENDING);
    }

    /** Reads a preset from a file. */
    public static Preset read(Path file) {
        return read(PresetTextFile.read(file), file.toString());
    }

    /**
     * Reads a preset from a stream, which stays open.
     *
     * @param stream     text in UTF-8
     * @param sourceName what messages call it
     */
    public static Preset read(InputStream stream, String sourceName) {
        return read(PresetTextFile.read(stream, sourceName), sourceName);
    }

    /**
     * Reads a preset from its JSON.
     *
     * @param json       the text
     * @param sourceName what messages call it
     */
    public static Preset read(String json, String sourceName) {
        return new PresetFormat().read(PresetNode.root(sourceName, new PresetText().parse(json, sourceName)));
    }

    /**
     * The JSON of a preset, ending with a line break.
     *
     * @throws PresetException when the preset holds a value that could not be read back, such as a sigma above 10
     */
    public static String toJson(Preset preset) {
        return toJson(preset, "preset " + PresetNode.quoted(preset.name()));
    }

    private static String toJson(Preset preset, String source) {
        String json = new PresetPrinter().print(new PresetFormat().write(preset));
        if (!read(json, source).equals(preset)) {
            throw new IllegalStateException(source + " would change by being saved: " + preset);
        }
        return json;
    }

    /**
     * Writes a preset, replacing the file if there is one: either the whole preset gets there or the old file stays.
     *
     * @throws PresetException when the file cannot be written or the preset could not be read back
     */
    public static void write(Preset preset, Path file) {
        PresetTextFile.write(toJson(preset, file.toString()), file);
    }
}
