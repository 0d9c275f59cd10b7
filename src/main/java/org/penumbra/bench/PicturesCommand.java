package org.penumbra.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Makes the pictures of the README. */
@Command(
        name = "pictures",
        description = {
            "Makes the pictures of the README: penumbra.png, penumbra.gif, draw.png, train.png and",
            "fooling.png.",
            "Needs no display."
        })
final class PicturesCommand implements Callable<Integer> {

    private final MakersTools tools;
    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "assets",
            showDefaultValue = Visibility.ALWAYS,
            description = "Folder they are written to; made if missing.")
    private Path out;

    PicturesCommand(MakersTools tools, Console console) {
        this.tools = tools;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OutputFolder folder =
                OutputFolder.prepare(out, "penumbra.png", "penumbra.gif", "draw.png", "train.png", "fooling.png");
        tools.makePictures(folder.path());
        console.err().println("Written to " + folder.path().toAbsolutePath());
        return 0;
    }
}
