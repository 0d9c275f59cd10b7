package org.penumbra.command.data;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.KnownImagesConverter;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.home.FolderWatcher;
import org.penumbra.data.home.ImageImport;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.engine.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a data set somebody has already. */
@Command(
        name = "import",
        description = "Checks the four files of a data set in a folder, packed or not, and copies them to "
                + "where the program looks for them. While another download or import fills that place, this one waits and "
                + "says for whom.",
        footer = {"", "For example: penumbra data import mnist Downloads/mnist"})
public final class DataImportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DataOption data;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            converter = KnownImagesConverter.class,
            description = "mnist or fashion-mnist.")
    private KnownImages known;

    @Parameters(index = "1", paramLabel = "FROM", description = "The folder with the four files.")
    private Path from;

    public DataImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataHome home = data.home();
        try (StopSignal stop = new StopSignal()) {
            if (!ImageImport.copy(known, from, home, watcher(stop))) {
                console.err().println("Stopped. Files that are copied stay; the same command copies the others.");
                return Console.STOPPED;
            }
        }
        console.out().println(known.name() + " is in " + home.folderOf(known));
        return 0;
    }

    private FolderWatcher watcher(StopSignal stop) {
        return new FolderWatcher() {
            @Override
            public void tell(FolderNews news) {
                console.err().println(news.words());
            }

            @Override
            public boolean stopRequested() {
                return stop.requested();
            }
        };
    }
}
