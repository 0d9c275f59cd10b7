package org.penumbra.view.train;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.penumbra.data.Problem;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.PictureFolder;
import org.penumbra.data.image.PictureWatcher;
import org.penumbra.data.ink.Fit;
import org.penumbra.live.engine.Dl4jLoading;
import org.penumbra.live.engine.Explanation;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/**
 * Gets the images a run needs: read or made in the background; where a known data set is not on this machine, it waits
 * until somebody has downloaded or imported it. What was asked for last counts; what comes too late is let go.
 */
final class DataSupply implements AutoCloseable {

    private static final Explanation LOADING =
            new Explanation("to load DL4J", "Close what is not needed.", "Train by Penumbra's own layers instead");

    private final LabContext context;
    private final ReadOnlyObjectWrapper<Supply> state = new ReadOnlyObjectWrapper<>(this, "state", new Supply.Ready());
    private final Map<String, ObservableValue<Boolean>> watched = new HashMap<>();
    private Request request;
    private ImageSource had;
    private TrainData kept;

    /** What is asked for; another one takes its place. Reading pictures is followed, and ends when it is cancelled. */
    private final class Request implements PictureWatcher {
        /** Between two words on how far it is, nanoseconds. */
        private static final long TOLD = 100_000_000;

        private final ImageSource source;
        private final Consumer<TrainData> receiver;
        private volatile boolean cancelled;
        private long told = System.nanoTime();

        Request(ImageSource source, Consumer<TrainData> receiver) {
            this.source = source;
            this.receiver = receiver;
        }

        @Override
        public void progress(int done, int total) {
            long now = System.nanoTime();
            if (now - told >= TOLD) {
                told = now;
                Platform.runLater(() -> progressed(this, done, total));
            }
        }

        @Override
        public boolean stopRequested() {
            return cancelled;
        }
    }

    DataSupply(LabContext context) {
        this.context = context;
    }

    /** How it stands. */
    ReadOnlyObjectProperty<Supply> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Gets images, at once where they are the same as the last ones.
     *
     * @param receiver gets them, unless something else is asked for before, or they cannot be had; that is told
     */
    void want(ImageSource source, Consumer<TrainData> receiver) {
        cancel();
        if (source.equals(had)) {
            receiver.accept(kept);
            return;
        }
        Request wish = new Request(source, receiver);
        request = wish;
        state.set(new Supply.Reading(words(source), 0, 0, false));
        context.background().run(() -> read(wish), found -> arrived(wish, found), problem -> failed(wish, problem));
    }

    /**
     * The same, and has DL4J ready where its layers are to take the steps.
     *
     * @param receiver gets the images, unless something else is asked for before, or one of both cannot be had
     */
    void want(ImageSource source, StepEngine engine, Consumer<TrainData> receiver) {
        want(source, engine == StepEngine.DL4J ? data -> load(source, data, receiver) : receiver);
    }

    private void load(ImageSource source, TrainData data, Consumer<TrainData> receiver) {
        Request wish = new Request(source, receiver);
        request = wish;
        context.background()
                .run(
                        () -> loaded(wish),
                        whole -> {
                            if (wish == request) {
                                request = null;
                                state.set(new Supply.Ready());
                                receiver.accept(data);
                            }
                        },
                        problem -> notLoaded(wish, problem));
    }

    /** Runs in the background. What is loaded is not stopped by a cancel: it will be there when it is asked for again. */
    private boolean loaded(Request wish) throws InterruptedException {
        Dl4jLoading loading = Dl4jLoading.begin();
        while (!wish.stopRequested() && !loading.await(Request.TOLD, TimeUnit.NANOSECONDS)) {
            Supply.Loading now = new Supply.Loading(Dl4jLoading.words(), Dl4jLoading.share());
            Platform.runLater(() -> {
                if (wish == request) {
                    state.set(now);
                }
            });
        }
        return true;
    }

    private void notLoaded(Request wish, Throwable problem) {
        if (!(problem instanceof Problem) && !Explanation.isOfTheMachine(problem)) {
            FailureReports.report(problem);
        } else if (wish == request) {
            context.messages().show(Message.failure("DL4J cannot be used", LOADING.of("DL4J was not loaded", problem)));
        }
        if (wish == request) {
            request = null;
            state.set(new Supply.Ready());
        }
    }

    /** Lets go of what was asked for. */
    void cancel() {
        if (request != null) {
            request.cancelled = true;
            request = null;
        }
        state.set(new Supply.Ready());
    }

    /** The data set that is waited for, asked for again: it may have come without having been told of. */
    private void retry(Request wish) {
        if (wish == request) {
            want(wish.source, wish.receiver);
        }
    }

    /** Runs in the background; empty where a known data set is not here, or reading was cancelled. */
    private Optional<TrainData> read(Request wish) throws InterruptedException {
        DataHome home = context.data().home();
        Optional<KnownImages> known = known(wish.source);
        if (known.isPresent() && home.find(known.get()).isEmpty()) {
            return Optional.empty();
        }
        if (known.isEmpty()
                && wish.source instanceof ImageSource.Stored stored
                && PictureFolder.isOne(Path.of(stored.name()))) {
            Path folder = Path.of(stored.name());
            context.saves().await(folder);
            Fit fit = stored.fit().orElseGet(() -> Fit.of(PictureFolder.classes(folder)));
            return PictureFolder.read(folder, fit, PictureFolder.SEED, wish)
                    .map(own -> with(own.data(), own.refusedWords()));
        }
        return Optional.of(with(wish.source.load(home), ""));
    }

    private TrainData with(ImageData images, String refused) {
        return new TrainData(
                images, UnknownInputs.beside(images.identity(), context.data().home()), refused);
    }

    private void progressed(Request wish, int done, int total) {
        if (wish == request) {
            state.set(new Supply.Reading(words(wish.source), done, total, true));
        }
    }

    private void arrived(Request wish, Optional<TrainData> found) {
        if (wish != request) {
            return;
        }
        if (found.isEmpty()) {
            KnownImages known = known(wish.source).orElseThrow();
            state.set(new Supply.Missing(known));
            waitFor(known);
            return;
        }
        had = wish.source;
        kept = found.get();
        request = null;
        state.set(new Supply.Ready());
        warn("Unknown inputs are noise", kept.unknown().remark());
        warn("Some files were left out", kept.refused());
        kept.images().notes().forEach(note -> warn("How the images were read", note));
        wish.receiver.accept(kept);
    }

    private void warn(String title, String text) {
        if (!text.isEmpty()) {
            context.messages().show(new Message(Message.Kind.WARNING, title, text, List.of()));
        }
    }

    private void failed(Request wish, Throwable problem) {
        if (!(problem instanceof Problem unreadable)) {
            FailureReports.report(problem);
        } else if (wish == request) {
            context.messages().show(Message.failure("The images cannot be read", unreadable.inWindow()));
        }
        if (wish == request) {
            request = null;
            state.set(new Supply.Ready());
        }
    }

    /** Goes on by itself when the data set has come. */
    private void waitFor(KnownImages known) {
        watched.computeIfAbsent(known.name(), name -> {
            ObservableValue<Boolean> here = context.data().here(known);
            here.addListener((observed, before, now) -> {
                if (now && state.get().equals(new Supply.Missing(known))) {
                    retry(request);
                }
            });
            return here;
        });
    }

    private static Optional<KnownImages> known(ImageSource source) {
        return KnownImages.all().stream()
                .filter(one -> one.name().equals(source.name()))
                .findFirst();
    }

    private static String words(ImageSource source) {
        return source instanceof ImageSource.BuiltIn
                ? "Making the built-in digits"
                : "Reading " + known(source).map(KnownImages::title).orElseGet(() -> DataChoice.folderName(source));
    }

    @Override
    public void close() {
        cancel();
    }
}
