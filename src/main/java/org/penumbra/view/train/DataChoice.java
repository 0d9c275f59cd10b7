package org.penumbra.view.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.OutsideText;
import org.penumbra.data.image.KnownImages;
import org.penumbra.preset.ImageSource;

/**
 * An entry of the list of data sets.
 *
 * @param title what it is called
 * @param known the name by which the program knows it; empty for a folder of somebody's own
 */
record DataChoice(String title, String known) {

    private static final DataChoice BUILT_IN = new DataChoice("Built-in digits", ImageSource.BuiltIn.NAME);
    private static final DataChoice FOLDER = new DataChoice("A folder of your own", "");

    /** All of them, in the order of the menu. */
    static List<DataChoice> all() {
        List<DataChoice> choices = new ArrayList<>();
        choices.add(BUILT_IN);
        KnownImages.all().forEach(known -> choices.add(new DataChoice(known.title(), known.name())));
        choices.add(FOLDER);
        return choices;
    }

    /** The entry a source belongs to. */
    static DataChoice of(ImageSource source) {
        return all().stream()
                .filter(choice -> choice.known().equals(source.name()))
                .findFirst()
                .orElse(FOLDER);
    }

    boolean isFolder() {
        return known.isEmpty();
    }

    boolean isBuiltIn() {
        return equals(BUILT_IN);
    }

    /** The last part of a folder's path. */
    static String folderName(ImageSource source) {
        Path name = Path.of(source.name()).getFileName();
        return OutsideText.shown(name == null ? source.name() : name.toString());
    }
}
