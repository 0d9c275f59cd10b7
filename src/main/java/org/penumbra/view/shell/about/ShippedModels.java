package org.penumbra.view.shell.about;

import java.util.List;
import org.penumbra.archive.Models;
import org.penumbra.net.image.ImageProvenance;

/** Where the models that ship come from, as their files say it. */
final class ShippedModels {

    private ShippedModels() {}

    /** A line for each, in the order of the menus. Reads all of them, which takes a second or so. */
    static List<String> lines() {
        return Models.names().stream()
                .map(name -> name + ": " + words(Models.shipped(name).provenance()))
                .toList();
    }

    private static String words(ImageProvenance from) {
        return "preset " + from.preset() + ", trained on " + from.data() + " for " + from.steps() + " steps, "
                + from.date() + ", by Penumbra " + from.programVersion() + " on " + from.platform();
    }
}
