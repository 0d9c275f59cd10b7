package org.penumbra.command.option;

import java.nio.file.Path;
import org.penumbra.data.home.DataHome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The option of every command that reads image data, and of the window; mixed in with {@code @Mixin}. Before a command
 * ("penumbra --data DIR data list") it means the same as behind it.
 */
public final class DataOption {

    /** The command above all, whose option counts where a command has none of its own. */
    public interface Root {

        /** Its own option. */
        DataOption data();
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The only folder in which image data are looked for: one "
                    + "with a folder for each data set, or itself the folder with the four files. Otherwise: the folder in "
                    + DataHome.VARIABLE + ", then the platform's cache folder, then DL4J's.")
    private Path folder;

    /** The folder that was named, or null for the usual places. */
    public Path folder() {
        return folder == null && command.parent() != null
                ? ((Root) command.root().userObject()).data().folder()
                : folder;
    }

    /**
     * The places this asks for.
     *
     * @throws org.penumbra.data.DataException when the environment or the platform names none that makes sense
     */
    public DataHome home() {
        return DataHome.ofProcess(folder());
    }
}
