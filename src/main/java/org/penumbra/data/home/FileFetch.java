package org.penumbra.data.home;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.home.MirrorDownload.Ending;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownFile;

/** The way of one file from the mirrors to its place. The folder's lock is held all the while. */
final class FileFetch {

    private final KnownFile known;
    private final OwnFolder folder;
    private final FetchPatience patience;
    private final HttpClient client;
    private final FetchWatcher watcher;
    private final Path part;

    /** @param part where the file is gathered; what is there already is gone on with */
    FileFetch(
            KnownFile known,
            OwnFolder folder,
            Path part,
            FetchPatience patience,
            HttpClient client,
            FetchWatcher watcher) {
        this.known = known;
        this.folder = folder;
        this.part = part;
        this.patience = patience;
        this.client = client;
        this.watcher = watcher;
    }

    /** What came of asking the mirrors. */
    sealed interface Outcome {}

    /** The file is in its place. */
    record Here() implements Outcome {}

    /** The watcher asked to stop. */
    record Stopped() implements Outcome {}

    /**
     * No mirror has the file.
     *
     * @param answers what each did
     */
    record Nowhere(List<Answer> answers) implements Outcome {}

    /**
     * What a mirror did.
     *
     * @param address of the file
     * @param reason  why it is not here
     * @param offline as in {@link MirrorDownload.Result}
     */
    record Answer(URI address, String reason, boolean offline) {}

    /**
     * Asks one mirror after the other. One that fell silent is asked once more after the others.
     *
     * @param mirrors in the order they are asked; whoever costs time and brings nothing is put behind the others, for the
     *                files that follow
     */
    Outcome fetch(List<URI> mirrors) {
        if (settle().isRight()) {
            return new Here();
        }
        List<Answer> answers = new ArrayList<>();
        Deque<Asked> waiting = new ArrayDeque<>();
        mirrors.forEach(mirror -> waiting.add(new Asked(mirror)));
        while (!waiting.isEmpty()) {
            Asked asked = waiting.remove();
            Ending ending = asked.ask();
            if (ending == Ending.WHOLE) {
                return new Here();
            }
            if (ending == Ending.STOPPED) {
                return new Stopped();
            }
            if (ending == Ending.SILENT) {
                waiting.add(asked);
            } else {
                answers.add(new Answer(asked.address, asked.reason, asked.offline));
            }
            if (ending != Ending.REFUSED) {
                mirrors.remove(asked.mirror);
                mirrors.add(asked.mirror);
            }
            if (!waiting.isEmpty() && waiting.peek() != asked) {
                watcher.tell(new FolderNews.MirrorLeft(asked.address, asked.reason));
            }
        }
        return new Nowhere(answers);
    }

    /** One mirror and what became of it so far. */
    private final class Asked {

        private final URI mirror;
        private final URI address;
        private final RateWatch rate = new RateWatch(patience.leastRate(), System::nanoTime);
        private int attempts;
        private String reason = "";
        private boolean offline;

        Asked(URI mirror) {
            this.mirror = mirror;
            this.address = Mirrors.address(mirror, known.file());
        }

        /** Asks until the file is right, or the mirror is of no use, silent, or has been asked often enough. */
        Ending ask() {
            MirrorDownload download = new MirrorDownload(client, patience.silence(), rate, watcher::stopRequested);
            rate.begin();
            try {
                while (attempts < patience.attempts()) {
                    attempts++;
                    Ending ending = attempt(download);
                    if (ending != Ending.BROKEN) {
                        return ending == Ending.SILENT && attempts == patience.attempts() ? Ending.USELESS : ending;
                    }
                }
                return Ending.REFUSED;
            } finally {
                rate.end();
            }
        }

        /** Broken when the mirror should be asked once more at once. */
        private Ending attempt(MirrorDownload download) {
            if (watcher.stopRequested()) {
                return Ending.STOPPED;
            }
            boolean fromTheStart = !Files.exists(part);
            MirrorDownload.Result result = download.run(address, part, known.mostPackedBytes(), FileFetch.this::show);
            Content content = settle();
            if (content.isRight()) {
                return Ending.WHOLE;
            }
            reason = result.reason().isEmpty() ? words(content) : result.reason();
            offline = result.offline();
            return switch (result.ending()) {
                case UNFIT -> {
                    discard();
                    yield Ending.BROKEN;
                }
                case WHOLE, BROKEN -> content == Content.WRONG && fromTheStart ? Ending.REFUSED : Ending.BROKEN;
                case STOPPED, SILENT, USELESS, REFUSED -> result.ending();
            };
        }
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
            throw new DataException(part + ": cannot be read (" + Reasons.of(e) + "); remove it and fetch again", e);
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
            throw new DataException(part + ": cannot be removed (" + Reasons.of(e) + "); remove it and fetch again", e);
        }
    }

    private void show(long done, long total) {
        watcher.progress(new FetchProgress(
                known.file().standardName(), known.file().ordinal() + 1, ImageFile.values().length, done, total));
    }

    private static String words(Content content) {
        return content == Content.SHORT ? "has only a part of the file" : "has another file than was published";
    }
}
