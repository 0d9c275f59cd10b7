package org.penumbra.data.home;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownFile;
import org.penumbra.data.image.KnownImages;

/**
 * Downloads the files of a data set, one after the other, from the first mirror that has them right. What has arrived
 * is gathered in a file that ends in ".part"; the next attempt goes on where it ends, also after the program has ended.
 * A file is put in place in one step, when its unpacked bytes have the published MD5 sum; what has another is thrown
 * away. Works on the calling thread.
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
        for (ImageFile file : ImageFile.values()) {
            if (!folder.holds(file) && !new OneFile(new KnownFile(known, file), folder, mirrors, watcher).fetch()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Bytes of downloads that broke off or were stopped; {@link #fetch} goes on from there.
     *
     * @throws DataException when they cannot be looked at
     */
    public static long kept(KnownImages known, DataHome home) {
        return OwnFolder.gathered(home.folderOf(known));
    }

    /** The way of one file from the mirrors to its place. */
    private final class OneFile {

        private final KnownFile known;
        private final OwnFolder folder;
        private final Mirrors mirrors;
        private final FetchWatcher watcher;
        private final Path part;
        private final List<String> failures = new ArrayList<>();

        OneFile(KnownFile known, OwnFolder folder, Mirrors mirrors, FetchWatcher watcher) {
            this.known = known;
            this.folder = folder;
            this.mirrors = mirrors;
            this.watcher = watcher;
            this.part = folder.part(known.file());
        }

        boolean fetch() {
            if (settle().isRight()) {
                return true;
            }
            for (URI mirror : mirrors.folders()) {
                MirrorDownload.Ending ending = from(mirror);
                if (ending != MirrorDownload.Ending.REFUSED) {
                    return ending == MirrorDownload.Ending.WHOLE;
                }
            }
            throw new DataException(failure());
        }

        /** Tries one mirror until it has the file right, is of no use, or has been asked often enough. */
        private MirrorDownload.Ending from(URI mirror) {
            URI address = Mirrors.address(mirror, known.file());
            MirrorDownload download = new MirrorDownload(client, patience.silence(), watcher::stopRequested);
            String reason = "";
            for (int attempt = 0; attempt < patience.attempts(); attempt++) {
                if (watcher.stopRequested()) {
                    return MirrorDownload.Ending.STOPPED;
                }
                boolean fromTheStart = !Files.exists(part);
                MirrorDownload.Result result = download.run(address, part, known.mostPackedBytes(), this::show);
                Content content = settle();
                if (content.isRight()) {
                    return MirrorDownload.Ending.WHOLE;
                }
                reason = result.reason().isEmpty() ? words(content) : result.reason();
                if (result.ending() == MirrorDownload.Ending.STOPPED) {
                    return MirrorDownload.Ending.STOPPED;
                }
                if (result.ending() == MirrorDownload.Ending.UNFIT) {
                    discard();
                }
                boolean another = content == Content.WRONG && fromTheStart;
                if (another || result.ending() == MirrorDownload.Ending.REFUSED) {
                    break;
                }
            }
            failures.add(address + " " + reason);
            return MirrorDownload.Ending.REFUSED;
        }

        /** Puts the part in place if it is right, throws it away if it is wrong, and leaves it if more may come. */
        private Content settle() {
            try {
                Content content = Content.of(part, known);
                if (content.isRight()) {
                    folder.put(part, known.file(), content == Content.RIGHT_PACKED);
                } else if (content == Content.WRONG || isEmptyOrTooLong()) {
                    discard();
                }
                return content;
            } catch (IOException e) {
                throw new DataException(
                        part + ": cannot be read (" + Reasons.of(e) + "); remove it and fetch again", e);
            }
        }

        /** Such a part looks like one to go on with, but would only be carried along. */
        private boolean isEmptyOrTooLong() throws IOException {
            return Files.exists(part) && (Files.size(part) == 0 || Files.size(part) > known.mostPackedBytes());
        }

        private void discard() {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new DataException(
                        part + ": cannot be removed (" + Reasons.of(e) + "); remove it and fetch again", e);
            }
        }

        private void show(long done, long total) {
            watcher.progress(new FetchProgress(
                    known.file().standardName(), known.file().ordinal() + 1, ImageFile.values().length, done, total));
        }

        private String words(Content content) {
            return content == Content.SHORT ? "has only a part of the file" : "has another file than was published";
        }

        private String failure() {
            String kept = Files.exists(part) ? "; what has arrived is kept in " + part : "";
            return known.known().title() + "'s " + known.file().standardName() + " cannot be downloaded: "
                    + String.join("; ", failures) + kept
                    + ". Try again later, name a mirror with --mirror, or put the four "
                    + "files into a folder and \"penumbra data import "
                    + known.known().name() + " DIR\"";
        }
    }
}
