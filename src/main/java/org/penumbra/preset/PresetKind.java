package org.penumbra.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Kinds of presets, told by what a file holds: of the plane, or of images. */
public enum PresetKind {

    /** Of the rings lab. */
    PLANE,
    /** Of the training lab. */
    IMAGE;

    /**
     * The kind of a file, whether or not the rest of it is right.
     *
     * @throws PresetException when the file cannot be read or is no preset
     */
    public static PresetKind of(Path file) {
        String source = file.toString();
        JsonNode tree = new PresetText().parse(PresetTextFile.read(file), source);
        PresetNode root = PresetNode.root(source, tree);
        root.requireObject("a preset, an object with a \"format\"");
        Map<String, PresetKind> kinds = new LinkedHashMap<>();
        kinds.put(PresetFormat.VERSION, PLANE);
        kinds.put(ImagePresetFormat.VERSION, IMAGE);
        return root.child("format").choice(kinds);
    }
}
