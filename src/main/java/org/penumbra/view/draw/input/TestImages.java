package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.penumbra.data.DataException;
import org.penumbra.data.OutsideText;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.engine.Background;
import org.penumbra.state.DrawnPicture.TestImage;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/**
 * Test images of the data sets that are on this machine, and of the built-in digits. A set is read in the background, once,
 * when its first image is wanted. It needs no screen.
 */
final class TestImages {

    private static final int BUILT_IN_IMAGES = 1000;
    private static final long BUILT_IN_SEED = 0;

    private final DataDesk desk;
    private final Background background;
    private final Consumer<Message> messages;
    private final List<ImageOrigin> origins;
    private final ObservableSet<ImageOrigin> here = FXCollections.observableSet(ImageOrigin.BUILT_IN);
    private final ObjectProperty<ImageOrigin> chosen = new SimpleObjectProperty<>(this, "chosen", ImageOrigin.BUILT_IN);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
    private final Map<ImageOrigin, ImageSet> read = new HashMap<>();
    private final Map<ImageOrigin, List<Consumer<ImageSet>>> waiting = new HashMap<>();
    private boolean decided;

    /**
     * Looks at once which data sets are here, in the background.
     *
     * @param published the data sets there may be
     * @param desk      knows where they are
     * @param messages  receives what a person should read
     */
    TestImages(List<KnownImages> published, DataDesk desk, Background background, Consumer<Message> messages) {
        this.desk = desk;
        this.background = background;
        this.messages = messages;
        origins = ImageOrigin.all(published);
        for (ImageOrigin origin : origins) {
            origin.known()
                    .ifPresent(known -> desk.here(known).addListener((observed, before, now) -> {
                        if (now) {
                            found(List.of(origin));
                        }
                    }));
        }
        DataHome home = desk.home();
        background.run(
                () -> origins.stream()
                        .filter(origin -> origin.known().flatMap(home::find).isPresent())
                        .toList(),
                this::found,
                TestImages::bug);
    }

    /** All there may be, the built-in digits last. */
    List<ImageOrigin> origins() {
        return origins;
    }

    /** Those that can be had now. */
    ObservableSet<ImageOrigin> here() {
        return here;
    }

    /** Where the next image comes from: what was chosen, before that the first data set that is here. */
    ObjectProperty<ImageOrigin> chosenProperty() {
        return chosen;
    }

    /** Whether images are being read. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Chooses where images come from; opens the sheet of image data instead if they are not here. */
    void choose(ImageOrigin origin) {
        if (here.contains(origin)) {
            decided = true;
            chosen.set(origin);
        } else {
            origin.known().ifPresent(desk::open);
        }
    }

    /** Opens the sheet of image data at what is missing. */
    void get(ImageOrigin missing) {
        missing.known().ifPresent(desk::open);
    }

    /** The first data set that is not here, if there is one. */
    Optional<ImageOrigin> missing() {
        return origins.stream().filter(origin -> !here.contains(origin)).findFirst();
    }

    /**
     * Draws a test image; at once if they have been read, otherwise when they are.
     *
     * @param random says which
     * @param done   receives it, unless the files cannot be read: then a message tells so
     */
    void random(SplittableRandom random, Consumer<Base.Still> done) {
        ImageOrigin origin = chosen.get();
        images(origin, images -> done.accept(origin.still(images, random.nextInt(images.count()))));
    }

    /**
     * Gets one test image, now or when its data set has been read; a data set that is not here is told of in a message.
     *
     * @param done   receives it
     * @param absent receives what to say where there is no such image
     */
    void image(TestImage wanted, Consumer<Base.Still> done, Consumer<String> absent) {
        Optional<ImageOrigin> origin =
                origins.stream().filter(one -> one.data().equals(wanted.data())).findFirst();
        if (origin.isEmpty()) {
            absent.accept("There is no data set " + OutsideText.quoted(wanted.data()) + " of images so large");
            return;
        }
        images(origin.get(), images -> {
            if (wanted.index() < images.count()) {
                done.accept(origin.get().still(images, wanted.index()));
            } else {
                absent.accept(origin.get().title() + " has no test image " + wanted.index() + ", only " + images.count()
                        + " from 0 on");
            }
        });
    }

    private void images(ImageOrigin origin, Consumer<ImageSet> done) {
        ImageSet known = read.get(origin);
        if (known != null) {
            done.accept(known);
            return;
        }
        List<Consumer<ImageSet>> others = waiting.get(origin);
        if (others != null) {
            others.add(done);
            return;
        }
        waiting.put(origin, new ArrayList<>(List.of(done)));
        reading.set(true);
        DataHome home = desk.home();
        background.run(
                () -> origin.known().map(wanted -> home.load(wanted).test()).orElseGet(TestImages::builtIn),
                images -> {
                    read.put(origin, images);
                    answered(origin).forEach(one -> one.accept(images));
                },
                problem -> {
                    answered(origin);
                    refuse(origin, problem);
                });
    }

    private List<Consumer<ImageSet>> answered(ImageOrigin origin) {
        List<Consumer<ImageSet>> waited = waiting.remove(origin);
        reading.set(!waiting.isEmpty());
        return waited;
    }

    private void found(List<ImageOrigin> present) {
        here.addAll(present);
        if (!decided) {
            origins.stream().filter(here::contains).findFirst().ifPresent(chosen::set);
        }
    }

    private void refuse(ImageOrigin origin, Throwable problem) {
        if (!(problem instanceof DataException unreadable)) {
            bug(problem);
            return;
        }
        here.remove(origin);
        messages.accept(Message.failure(
                origin.title() + " cannot be read",
                unreadable.inWindow(),
                new Message.Choice("Image data\u2026", () -> origin.known().ifPresent(desk::open))));
    }

    private static ImageSet builtIn() {
        return new BuiltInDigits(1, BUILT_IN_IMAGES, BUILT_IN_SEED).make().test();
    }

    private static void bug(Throwable problem) {
        FailureReports.report(problem);
    }
}
