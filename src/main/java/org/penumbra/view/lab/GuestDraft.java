package org.penumbra.view.lab;

import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.penumbra.confidence.guest.ChosenImages;
import org.penumbra.confidence.guest.GuestPreview;
import org.penumbra.confidence.guest.GuestTrial;
import org.penumbra.data.Problem;
import org.penumbra.data.SettingProblem;
import org.penumbra.data.home.DataHome;
import org.penumbra.live.engine.Background;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.image.TrainingImages;
import org.penumbra.view.shell.message.FailureReports;

/**
 * A network of DL4J that is being opened: what is taken for what, and what it answers then to some digits. It is asked in the
 * background, one question after the other; of those that wait only the newest is asked. It needs no screen.
 */
final class GuestDraft {

    private final Background background;
    private final DataHome home;
    private final ReadOnlyObjectWrapper<GuestModel> guest;
    private final ReadOnlyObjectWrapper<GuestPreview> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper(this, "told", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private String images = "";
    private Runnable waiting;
    private boolean closed;

    /**
     * @param home       where images are that may be chosen for it
     * @param background asks it
     */
    GuestDraft(GuestModel opened, DataHome home, Background background) {
        this.home = home;
        this.background = background;
        guest = new ReadOnlyObjectWrapper<>(this, "guest", opened);
        ask();
    }

    /** The network as it is taken now. */
    ReadOnlyObjectProperty<GuestModel> guestProperty() {
        return guest.getReadOnlyProperty();
    }

    /** What it answers then; null until it has been asked, and where it cannot answer. */
    ReadOnlyObjectProperty<GuestPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What is wrong with the last correction; empty where nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was found with the chosen images; empty where none are chosen. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Whether it is being asked. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Corrects what is taken for what. What does not fit the network is told, and then nothing changes. */
    void correct(UnaryOperator<GuestReading> correction) {
        GuestModel taken = guest.get();
        try {
            GuestReading reading = correction.apply(taken.reading());
            if (reading.equals(taken.reading())) {
                problem.set("");
                return;
            }
            guest.set(taken.with(reading));
        } catch (GuestException wrong) {
            problem.set(wrong.inWindow());
            return;
        } catch (SettingProblem wrong) {
            problem.set(wrong.getMessage());
            return;
        }
        told.set("");
        if (images.isEmpty()) {
            TrainingImages before = guest.get().trainingImages();
            images = before.folder().isEmpty() ? before.data() : before.folder();
        }
        ask();
    }

    /** Tells what is wrong with what was typed; nothing changes. */
    void refuse(String why) {
        problem.set(why);
    }

    /**
     * Chooses the images that it is measured on, its confidence is calibrated on, and detectors are fitted on.
     *
     * @param name of a set, or a folder
     */
    void choose(String name) {
        images = name;
        ask();
    }

    private static String words(GuestTrial trial) {
        String found = String.format(
                Locale.ROOT, "%.1f %% of %d test images are answered right.", 100 * trial.accuracy(), trial.images());
        return found
                + trial.better()
                        .map(better -> String.format(
                                Locale.ROOT,
                                " With pixels %s it would be %.0f %%.",
                                better.pixels().words(),
                                100 * better.accuracy()))
                        .orElse("")
                + (trial.guest().doubts() ? " Its confidence is calibrated on held-out images of the set." : "");
    }

    /** What was found at once: answers to digits, and what the chosen images tell or why they do not. */
    private record Look(GuestPreview preview, GuestTrial trial, String problem) {}

    /** Asks at once, or when what is being asked has been answered, which then counts for nothing. */
    private void ask() {
        problem.set("");
        GuestModel asked = guest.get();
        String chosen = images;
        Runnable next = () -> background.run(
                () -> look(asked, chosen), look -> end(() -> take(look)), failure -> end(() -> fail(failure)));
        if (busy.get()) {
            waiting = next;
        } else {
            busy.set(true);
            next.run();
        }
    }

    private Look look(GuestModel asked, String chosen) {
        GuestPreview digits = GuestPreview.of(asked);
        if (chosen.isEmpty()) {
            return new Look(digits, null, "");
        }
        try {
            return new Look(digits, GuestTrial.of(ChosenImages.of(asked, chosen, home)), "");
        } catch (Problem unusable) {
            return new Look(digits, null, unusable.inWindow());
        }
    }

    private void take(Look look) {
        preview.set(look.preview());
        problem.set(look.problem());
        if (look.trial() != null) {
            guest.set(look.trial().guest());
            told.set(words(look.trial()));
        }
    }

    private void end(Runnable result) {
        Runnable next = waiting;
        waiting = null;
        if (closed) {
            return;
        }
        if (next == null) {
            result.run();
            busy.set(false);
        } else {
            next.run();
        }
    }

    private void fail(Throwable failure) {
        preview.set(null);
        if (failure instanceof Problem known) {
            problem.set(known.inWindow());
            return;
        }
        problem.set("The network could not be asked");
        FailureReports.report(failure);
    }

    /** Nobody looks any more. */
    void close() {
        closed = true;
        waiting = null;
    }
}
