package org.penumbra.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.option.ForceOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the pictures of the README. */
@Command(
        name = "pictures",
        description = {
            "Makes the pictures of the README: penumbra.png, penumbra.gif, draw.png, train.png and",
            "fooling.png.",
            "pictures.sha256 lists them, for \"sha256sum -c\". Needs no display."
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

    @Mixin
    private ForceOption force;

    PicturesCommand(MakersTools tools, Console console) {
        this.tools = tools;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (OutputFolder folder = OutputFolder.prepare(out, ReadmePictures.NAMES, force.given())) {
            tools.makePictures(folder);
            folder.finish();
        }
        console.err().println("Written to " + out.toAbsolutePath());
        return 0;
    }
}
