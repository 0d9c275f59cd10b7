package org.penumbra.command;

import java.util.Locale;
import java.util.Locale.Category;
import org.penumbra.data.home.NativeFolder;
import org.penumbra.live.engine.AtEnd;

/** What is settled for the whole process before anything else of it runs. */
public final class StartUp {

    private StartUp() {}

    /**
     * Writes numbers with a dot and Latin digits in every country, as presets, tables and files do, also where a library
     * writes them; and chooses the folder that native code is unpacked into.
     */
    public static void settle() {
        Locale.setDefault(Category.FORMAT, Locale.ROOT);
        NativeFolder.choose().ifPresent(folder -> AtEnd.run(folder::leave));
    }
}
