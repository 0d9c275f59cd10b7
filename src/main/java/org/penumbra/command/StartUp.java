package org.penumbra.command;

import java.util.Locale;
import java.util.Locale.Category;
import org.penumbra.data.home.NativeFolder;
import org.penumbra.live.engine.AtEnd;

/** What is settled for the whole process before anything else of it runs. */
public final class StartUp {

    /** Known to DL4J, which would otherwise write a report into the current folder when memory ends; decision 56. */
    private static final String REPORTS_OF_DL4J = "org.deeplearning4j.crash.reporting.enabled";

    private StartUp() {}

    /**
     * Writes numbers with a dot and Latin digits in every country, as presets, tables and files do, also where a library
     * writes them; chooses the folder that native code is unpacked into; and keeps DL4J from leaving files of its own.
     */
    public static void settle() {
        Locale.setDefault(Category.FORMAT, Locale.ROOT);
        System.setProperty(REPORTS_OF_DL4J, "false");
        NativeFolder.choose().ifPresent(folder -> AtEnd.run(folder::leave));
    }
}
