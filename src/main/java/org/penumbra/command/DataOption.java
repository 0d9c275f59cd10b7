package org.penumbra.command;

import java.nio.file.Path;
import org.penumbra.data.DataHome;
import picocli.CommandLine.Option;

/** The option of every command that reads image data; mixed in with {@code @Mixin}. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR", description = "The only folder in which image data are looked for: one "
        + "with a folder for each data set, or itself the folder with the four files. Otherwise: the folder in "
        + DataHome.VARIABLE + ", then the platform's cache folder, then DL4J's.")
    private Path folder;

    /**
     * The places this asks for.
     *
     * @throws org.penumbra.data.DataException when the environment or the platform names none that makes sense
     */
    DataHome home() {
        return DataHome.ofProcess(folder);
    }
}
