package org.penumbra.data.home;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownFile;
import org.penumbra.data.image.KnownImages;

/**
 * Downloads the files of a data set, one after the other, from the first mirror that has them right. What has arrived
 * is gathered in a file that ends in ".part"; the next attempt goes on where it ends, also after the program has ended.
 * A file is put in place in one step, when its unpacked bytes have the published sums; what has others is thrown away.
 * Only one download or import at a time fills a folder; another waits for it. Works on the calling thread.
 */
public final class ImageFetch {

    private final FetchPatience patience;
    private final HttpClient client;

    /** @param patience with mirrors */
    public ImageFetch(FetchPatience patience) {
        this.patience = patience;
        // HTTP/1.1 is enough for one file at a time, and every mirror speaks it.
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.connect())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * Downloads what is missing or wrong in the folder that the data home keeps for a data set.
     *
     * @return false when the watcher asked to stop; what has arrived is kept
     * @throws DataException when no mirror has a file, which says what each answered, or when a file cannot be written
     */
    public boolean fetch(KnownImages known, DataHome home, Mirrors mirrors, FetchWatcher watcher) {
        OwnFolder folder = new OwnFolder(known, home.folderOf(known));
        return folder.complete(watcher, alone -> new Run(folder, mirrors, watcher, alone).fetch(known));
    }

    /**
     * Bytes of downloads that broke off or were stopped; {@link #fetch} goes on from there.
     *
     * @throws DataException when they cannot be looked at
     */
    public static long kept(KnownImages known, DataHome home) {
        Path folder = home.folderOf(known);
        try {
            return new PartFiles(folder).bytes();
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read (" + Reasons.of(e) + ")", e);
        }
    }

    /** One download of a data set, with the folder's lock. */
    private final class Run {

        private final OwnFolder folder;
        private final List<URI> mirrors;
        private final FetchWatcher watcher;
        private final boolean alone;

        Run(OwnFolder folder, Mirrors mirrors, FetchWatcher watcher, boolean alone) {
            this.folder = folder;
            this.mirrors = new ArrayList<>(mirrors.folders());
            this.watcher = watcher;
            this.alone = alone;
        }

        boolean fetch(KnownImages known) {
            for (ImageFile file : ImageFile.values()) {
                if (!folder.holds(file) && !fetch(new KnownFile(known, file))) {
                    return false;
                }
                folder.sweep(file, alone);
            }
            return true;
        }

        private boolean fetch(KnownFile known) {
            Path part = folder.takePart(known.file(), alone);
            FileFetch.Outcome outcome;
            Path left;
            try {
                outcome = new FileFetch(known, folder, part, patience, client, watcher).fetch(mirrors);
            } finally {
                left = folder.leavePart(part, known.file());
            }
            if (outcome instanceof FileFetch.Nowhere nowhere) {
                throw failure(known, nowhere.answers(), left);
            }
            return outcome instanceof FileFetch.Here;
        }

        private static DataException failure(KnownFile known, List<FileFetch.Answer> answers, Path left) {
            String file = known.known().title() + "'s " + known.file().standardName();
            String all = answers.stream()
                    .map(answer -> answer.address() + " " + answer.reason())
                    .collect(Collectors.joining("; "));
            boolean kept = Files.exists(left);
            String atTerminal = file + " cannot be downloaded: " + all
                    + (kept ? "; what has arrived is kept in " + left : "")
                    + ". Try again later, name a mirror with --mirror, or put the four "
                    + "files into a folder and \"penumbra data import "
                    + known.known().name() + " DIR\"";
            boolean offline = answers.stream().allMatch(FileFetch.Answer::offline);
            String why = offline
                    ? "No connection to the internet. Connect this machine and try again"
                    : file + " cannot be downloaded: "
                            + answers.stream()
                                    .map(answer -> answer.address().getHost() + " " + answer.reason())
                                    .collect(Collectors.joining("; "))
                            + ". Try again later";
            String inWindow = why + ", or import a folder that holds the four files."
                    + (kept ? " What has arrived is kept; the next download goes on from there." : "");
            return new DataException(
                    inWindow,
                    atTerminal,
                    answers.stream()
                            .map(answer -> answer.address() + "\n" + answer.reason())
                            .collect(Collectors.joining("\n")));
        }
    }
}
