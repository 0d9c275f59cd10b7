package org.penumbra.command.data;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.KnownImagesConverter;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.DataState;
import org.penumbra.data.home.FetchPatience;
import org.penumbra.data.home.FetchProgress;
import org.penumbra.data.home.FetchWatcher;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.home.ImageFetch;
import org.penumbra.data.home.Mirrors;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.engine.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads data sets. */
@Command(
        name = "fetch",
        description = {
            "Downloads data sets from their public mirrors: about 12 MB for mnist, 31 MB for fashion-mnist.",
            "A file is put in place when its content has the published sums, MD5 and SHA-256. A download that broke off, or was "
                    + "stopped with Ctrl-C, goes on where it ended. A mirror that sends less than 60 kB in a minute is left for the "
                    + "next one. While another download or import fills the folder, this one waits and says for whom."
        },
        footer = {"", "For example: penumbra data fetch mnist fashion-mnist"})
public final class DataFetchCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DataOption data;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            converter = KnownImagesConverter.class,
            description = "mnist or fashion-mnist.")
    private List<KnownImages> names;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description =
                    "Where to download from instead of the public mirrors: the "
                            + "address of a folder with the four packed files. May be given several times; they are tried in turn.")
    private List<URI> mirrors;

    public DataFetchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataHome home = data.home();
        ImageFetch fetch = new ImageFetch(FetchPatience.standard());
        try (StopSignal stop = new StopSignal()) {
            for (KnownImages known : names) {
                DataState state = home.check(known);
                if (!state.isRight() && !fetched(fetch, known, home, stop)) {
                    console.err().println("Stopped. What has arrived is kept; the same command goes on from there.");
                    return Console.STOPPED;
                }
                console.out()
                        .println(known.name() + " is in "
                                + state.folder()
                                        .filter(folder -> state.isRight())
                                        .orElseGet(() -> home.folderOf(known)));
            }
        }
        return 0;
    }

    private boolean fetched(ImageFetch fetch, KnownImages known, DataHome home, StopSignal stop) {
        try (FetchDisplay display = FetchDisplay.on(console)) {
            return fetch.fetch(
                    known, home, mirrors == null ? Mirrors.shipped(known) : new Mirrors(mirrors), new FetchWatcher() {
                        @Override
                        public void progress(FetchProgress progress) {
                            display.show(progress);
                        }

                        @Override
                        public void tell(FolderNews news) {
                            display.tell(news);
                        }

                        @Override
                        public boolean stopRequested() {
                            return stop.requested();
                        }
                    });
        }
    }
}
