package org.penumbra.view.train;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.PresetException;

/**
 * What became of the preset that is written beside a model.
 *
 * @param preset  the preset
 * @param file    where it was to be written
 * @param problem why it is not there, a sentence or two; empty where it is
 * @param another whether that is because another file is there, which was left as it is
 */
record Beside(ImagePreset preset, Path file, String problem, boolean another) {

    /** Writes it, unless it would replace anything but itself, as nobody was asked about that. */
    static Beside write(ImagePreset preset, Path file) {
        if (isAnother(file, preset)) {
            return new Beside(
                    preset,
                    file,
                    "Beside it there is another file, " + file.toAbsolutePath() + ", which was left as it is.",
                    true);
        }
        try {
            ImagePresets.write(preset, file);
        } catch (PresetException problem) {
            return new Beside(preset, file, problem.inWindow(), false);
        }
        return new Beside(preset, file, "", false);
    }

    /** A pipe or a device is another file, too, which is not read. */
    private static boolean isAnother(Path file, ImagePreset preset) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return !Files.isRegularFile(file) || !ImagePresets.read(file).equals(preset);
        } catch (PresetException noPreset) {
            return true;
        }
    }
}
