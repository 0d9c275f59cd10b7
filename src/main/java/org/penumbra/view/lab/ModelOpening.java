package org.penumbra.view.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Models;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.archive.guest.GuestOpening;
import org.penumbra.data.Problem;
import org.penumbra.live.engine.Dl4jLoading;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.Message;

/**
 * Opens the file of a model: one of this program is read, and a network of DL4J is shown on a sheet first, where one sees and
 * corrects what is taken for what. DL4J is loaded in the background when the first such network is opened, never before.
 */
public final class ModelOpening {

    /** What may be opened. */
    public static final FilePicker.Kind KIND = new FilePicker.Kind(
            "Model of Penumbra or DL4J", ModelFile.ENDING.substring(1), List.of(GuestFile.ENDING.substring(1)));

    private static final long LOOK_MILLIS = 250;

    private final LabContext context;
    private Message shown;

    /** @param context of the lab that wants a model */
    public ModelOpening(LabContext context) {
        this.context = context;
    }

    /**
     * Opens a file.
     *
     * @param opened  told of the model when it is there
     * @param refused told why there is none; then nothing has changed
     */
    public void open(Path file, Consumer<ModelEntry> opened, Consumer<Throwable> refused) {
        context.background()
                .read(
                        file,
                        () -> Models.isGuest(file),
                        guest -> {
                            if (guest) {
                                openGuest(file, opened, refused);
                            } else {
                                context.models().open(file, opened, refused);
                            }
                        },
                        refused);
    }

    private void openGuest(Path file, Consumer<ModelEntry> opened, Consumer<Throwable> refused) {
        tell(file, "");
        context.background()
                .read(
                        file,
                        () -> read(file),
                        opening -> {
                            silence();
                            show(file, opening, opened);
                        },
                        problem -> {
                            silence();
                            refused.accept(problem);
                        });
    }

    /** Reads without DL4J whatever may be wrong with the file, and then waits for DL4J. */
    private GuestOpening read(Path file) throws InterruptedException {
        GuestOpening opening = GuestFile.open(file);
        Dl4jLoading loading = Dl4jLoading.begin();
        while (!loading.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            String words = Dl4jLoading.words();
            Platform.runLater(() -> tell(file, words));
        }
        return opening;
    }

    private void tell(Path file, String words) {
        if (words.isEmpty() || shown != null && !shown.text().equals(words)) {
            silence();
            shown = new Message(Message.Kind.WORK, "Opening " + file.getFileName(), words, List.of());
            context.messages().show(shown);
        }
    }

    private void silence() {
        if (shown != null) {
            context.messages().hide(shown);
            shown = null;
        }
    }

    private void show(Path file, GuestOpening opening, Consumer<ModelEntry> opened) {
        GuestDraft draft = new GuestDraft(opening.model(), context.data().home(), context.background());
        GuestSheet sheet = GuestSheet.of(
                opening,
                draft,
                wanted -> context.files()
                        .folder("Choose the images it learnt from")
                        .ifPresent(folder -> wanted.accept(folder.toString())),
                guest -> use(file, opening, guest, opened),
                context.sheets()::leave);
        context.sheets().show(sheet);
    }

    private void use(Path file, GuestOpening opening, GuestModel guest, Consumer<ModelEntry> opened) {
        opened.accept(context.models().add(guest.name(), guest));
        if (guest != opening.model()) {
            context.background()
                    .run(
                            () -> {
                                GuestFile.save(guest, file);
                                return file;
                            },
                            done -> {},
                            this::notKept);
        }
    }

    /** The network is used all the same; what was chosen has to be chosen again another time. */
    private void notKept(Throwable problem) {
        if (problem instanceof GuestException known) {
            context.messages().show(Message.warning("Your choice is not kept", known.inWindow()));
        } else {
            context.messages()
                    .show(Message.warning("Your choice is not kept", String.valueOf(Problem.forWindow(problem))));
        }
    }
}
