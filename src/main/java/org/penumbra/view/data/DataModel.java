package org.penumbra.view.data;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.penumbra.data.DataException;
import org.penumbra.data.Problem;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.DataState;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.home.ImageFetch;
import org.penumbra.data.home.ImageImport;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.data.DownloadMeter;
import org.penumbra.live.data.FolderWork;
import org.penumbra.live.engine.Background;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/**
 * The observable state of the image data and what can be done with them. It needs no screen. Its methods are called on
 * the thread that owns the properties and return at once; files are read, fetched and copied in the background, at most
 * one piece of work for each data set at a time.
 */
public final class DataModel implements AutoCloseable {

    private final DataHome home;
    private final DataSources sources;
    private final FilePicker files;
    private final Consumer<Message> messages;
    private final Executor answers;
    private final Background background;
    private final List<DataEntry> entries;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", Double.NaN);
    private volatile boolean closed;

    /**
     * Nothing is looked for before {@link #look}.
     *
     * @param home     where data sets are looked for and put
     * @param sources  which there are
     * @param files    asks which folder to import
     * @param messages receives what a person should read
     * @param answers  runs what changes properties, for a window {@code Platform::runLater}
     */
    public DataModel(
            DataHome home, DataSources sources, FilePicker files, Consumer<Message> messages, Executor answers) {
        this.home = home;
        this.sources = sources;
        this.files = files;
        this.messages = messages;
        this.answers = answers;
        entries = sources.known().stream().map(DataEntry::new).toList();
        background = new Background("penumbra-data", entries.size() + 1, answers);
        for (DataEntry entry : entries) {
            entry.workProperty().addListener((observed, before, now) -> reckonShare());
            entry.reportProperty().addListener((observed, before, now) -> reckonShare());
        }
    }

    /** What came of a piece of work: what is here now, and what went wrong, if anything did. */
    private record Outcome(Holding holding, Optional<DataException> problem) {}

    /** Where data sets are looked for and put. */
    public DataHome home() {
        return home;
    }

    /** The data sets, in the order they are shown. */
    public List<DataEntry> entries() {
        return entries;
    }

    /** How much of what is being downloaded is here, 0 to 1; NaN while nothing is, or nobody knows how much it is. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** The entry of a data set. */
    public DataEntry entry(KnownImages known) {
        return entries.stream()
                .filter(entry -> entry.known().equals(known))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(known.name() + ": expected one of "
                        + entries.stream().map(entry -> entry.known().name()).toList()));
    }

    /** Looks which data sets are there. Files are read only where something was wrong or is missing. */
    public void look() {
        for (DataEntry entry : entries) {
            if (closed || entry.isBusy()) {
                continue;
            }
            int works = entry.works();
            boolean closely = entry.holdingProperty().get() instanceof Holding.Wrong;
            background.run(
                    () -> closely ? holding(home.check(entry.known())) : glance(entry.known()),
                    seen -> {
                        if (works == entry.works() && !isKnownBetter(entry, seen)) {
                            entry.hold(seen);
                        }
                    },
                    problem -> refuse(entry, "looked for", problem));
        }
    }

    /** Downloads what is missing or wrong, from where the last download ended. */
    public void download(DataEntry entry) {
        if (closed || entry.isBusy()) {
            return;
        }
        DownloadMeter meter = new DownloadMeter(
                entry.known(), report -> answers.execute(() -> entry.show(report)), news -> tell(entry, news));
        entry.begin(Work.DOWNLOADING, meter);
        run(
                entry,
                "downloaded",
                () -> fetched(entry.known(), meter),
                () -> List.of(
                        new Message.Choice("Try again", () -> download(entry)),
                        importing(entry, "Import a folder\u2026")));
    }

    /** Ends a download or an import; what has arrived is kept. */
    public void cancel(DataEntry entry) {
        entry.stop();
    }

    /** Asks for a folder with the four files and imports it. */
    public void importFolder(DataEntry entry) {
        if (!entry.isBusy()) {
            files.folder("Import " + entry.known().title() + " from the folder with its four files")
                    .ifPresent(folder -> importFrom(entry, folder));
        }
    }

    /** Checks the four files in a folder and copies them to where data sets are kept. */
    public void importFrom(DataEntry entry, Path folder) {
        if (closed || entry.isBusy()) {
            return;
        }
        FolderWork copying = new FolderWork(news -> tell(entry, news));
        entry.begin(Work.IMPORTING, copying);
        run(
                entry,
                "imported",
                () -> ImageImport.copy(entry.known(), folder, home, copying),
                () -> List.of(importing(entry, "Choose another folder\u2026")));
    }

    /** Reads the files and compares them with what was published. */
    public void verify(DataEntry entry) {
        if (closed || entry.isBusy()) {
            return;
        }
        entry.begin(Work.VERIFYING);
        run(entry, "verified", () -> {}, List::of);
    }

    /** Ends downloads and imports within a fraction of a second and takes no more work. */
    @Override
    public void close() {
        closed = true;
        entries.forEach(DataEntry::stop);
        background.close();
    }

    private void tell(DataEntry entry, FolderNews news) {
        answers.execute(() -> entry.show(news));
    }

    private void run(DataEntry entry, String done, Runnable work, Supplier<List<Message.Choice>> choices) {
        Work begun = entry.workProperty().get();
        background.run(
                () -> outcome(entry.known(), work),
                outcome -> {
                    entry.hold(outcome.holding());
                    entry.end();
                    outcome.problem()
                            .ifPresentOrElse(
                                    wrong -> messages.accept(Message.failure(
                                                    failed(entry, done),
                                                    wrong.inWindow(),
                                                    choices.get().toArray(Message.Choice[]::new))
                                            .withDetails(wrong.details())),
                                    () -> praise(entry, begun));
                },
                problem -> {
                    entry.end();
                    refuse(entry, done, problem);
                });
    }

    /** Works, then looks closely at what is there, also where the work went wrong. */
    private Outcome outcome(KnownImages known, Runnable work) {
        Optional<DataException> problem = Optional.empty();
        try {
            work.run();
        } catch (DataException wrong) {
            problem = Optional.of(wrong);
        }
        // Nobody sees it any more, and the window waits for this thread.
        return new Outcome(closed ? new Holding.Looking() : holding(home.check(known)), problem);
    }

    private void fetched(KnownImages known, DownloadMeter meter) {
        if (!home.check(known).isRight()) {
            new ImageFetch(sources.patience())
                    .fetch(known, home, sources.mirrors().apply(known), meter);
        }
    }

    private Holding glance(KnownImages known) {
        return home.find(known)
                .<Holding>map(folder -> new Holding.Found(folder.path()))
                .orElseGet(() -> holding(home.check(known)));
    }

    private Holding holding(DataState state) {
        if (state.isRight()) {
            return new Holding.Right(state.folder().orElseThrow(), LocalTime.now());
        }
        long kept = ImageFetch.kept(state.known(), home);
        return state.folder()
                .<Holding>map(folder -> new Holding.Wrong(folder, state.problemsInWindow(), kept))
                .orElseGet(() -> new Holding.Missing(home.folderOf(state.known()), kept));
    }

    /** A glance says less than a close look at the same files did. */
    private static boolean isKnownBetter(DataEntry entry, Holding seen) {
        return seen instanceof Holding.Found found
                && entry.holdingProperty().get() instanceof Holding.Right right
                && right.folder().equals(found.folder());
    }

    private void praise(DataEntry entry, Work begun) {
        if (begun != Work.VERIFYING && entry.holdingProperty().get() instanceof Holding.Right right) {
            messages.accept(Message.note(
                    entry.known().title() + " is here", right.folder().toString()));
        }
    }

    private Message.Choice importing(DataEntry entry, String label) {
        return new Message.Choice(label, () -> importFolder(entry));
    }

    private static String failed(DataEntry entry, String done) {
        return entry.known().title() + " was not " + done;
    }

    private void refuse(DataEntry entry, String done, Throwable problem) {
        if (problem instanceof Problem wrong) {
            messages.accept(Message.failure(failed(entry, done), wrong.inWindow()));
        } else {
            FailureReports.report(problem);
        }
    }

    private void reckonShare() {
        share.set(entries.stream()
                .map(entry -> entry.reportProperty().get())
                .filter(report -> report != null)
                .mapToDouble(report -> report.share())
                .average()
                .orElse(Double.NaN));
    }
}
