package org.penumbra.view.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.penumbra.archive.ModelFile;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Problem;
import org.penumbra.live.engine.Background;
import org.penumbra.live.engine.Saves;
import org.penumbra.preset.PresetFile;
import org.penumbra.preset.PresetKind;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.state.StateFile;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.message.Messages;

/**
 * Shares what the open lab is set to, as a text, a file or a QR picture, and sets up what somebody else has shared. Whatever goes
 * wrong becomes a message and changes nothing. Belongs to the JavaFX thread.
 */
public final class Sharing {

    static final FilePicker.Kind STATE = new FilePicker.Kind("State of a lab", StateFile.ENDING.substring(1));

    private static final String PRESET = ".json";
    private static final String TEXT_KEY = "Ctrl+Shift+C copies it, Q shows it to a class";

    private final Parts parts;
    private final Supplier<Lab> open;
    private final BiConsumer<String, Consumer<Lab>> opening;
    private final Supplier<Optional<TryOut>> tryOut;

    /**
     * What of the window it works with.
     *
     * @param files      asks which file
     * @param background reads files
     * @param saves      writes them
     * @param models     where models that are opened go
     */
    record Parts(
            Messages messages, FilePicker files, Background background, Saves saves, Sheets sheets, ModelDesk models) {}

    /**
     * @param open    the lab that is open
     * @param opening opens the lab of a name, upper and lower case being the same, and hands it over
     * @param tryOut  where models are tried out
     */
    Sharing(
            Parts parts,
            Supplier<Lab> open,
            BiConsumer<String, Consumer<Lab>> opening,
            Supplier<Optional<TryOut>> tryOut) {
        this.parts = parts;
        this.open = open;
        this.opening = opening;
        this.tryOut = tryOut;
    }

    /** The keys, whatever lab is open. */
    List<Shortcut> keys() {
        return List.of(
                Shortcut.of("Ctrl+Shift+C", "Copy the state of the lab as a text", this::copy, "Shortcut+Shift+C"),
                Shortcut.of("Ctrl+Shift+V", "Set up the state that was copied", this::paste, "Shortcut+Shift+V"),
                Shortcut.of("Q", "Show the state as a QR picture", this::show, "Q"),
                Shortcut.of("Ctrl+Shift+E", "Save the state as a file", this::save, "Shortcut+Shift+E"),
                Shortcut.of("Ctrl+Shift+I", "Open a state's file", this::openFile, "Shortcut+Shift+I"));
    }

    /** Puts the state on the clipboard. */
    public void copy() {
        shortened().ifPresent(shared -> {
            toClipboard(shared.state().text());
            parts.messages()
                    .show(
                            shared.lacking().isEmpty()
                                    ? Message.note(
                                            "The state is copied",
                                            shared.state().text())
                                    : Message.warning(
                                            "The state is copied, but not all of it",
                                            String.join("\n", shared.lacking())));
        });
    }

    private static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows the state as a picture for the projector, with the text below it. */
    public void show() {
        shortened()
                .ifPresent(shared ->
                        parts.sheets().show(new QrSheet(shared, Sharing::toClipboard, parts.sheets()::leave)));
    }

    /** The state, short enough for a text; what that costs is among what is lacking. */
    private Optional<SharedState> shortened() {
        Optional<SharedState> shared = shared();
        return shared.map(whole -> {
            LabState.Shortened text = whole.state().shortened();
            List<String> lacking = new ArrayList<>(whole.lacking());
            text.leftOut()
                    .forEach(key -> lacking.add("The part \u201c" + key + "\u201d is too long for a text; \u201cSave "
                            + "the state\u201d puts it into a file."));
            return new SharedState(text.state(), lacking);
        });
    }

    private Optional<SharedState> shared() {
        Optional<SharedState> shared = open.get().share();
        if (shared.isEmpty()) {
            parts.messages()
                    .show(Message.warning(
                            "There is nothing to share yet",
                            "Wait until the lab has something to show, or mend what is typed wrong."));
        }
        return shared;
    }

    /** Writes the whole state into a file. */
    public void save() {
        shared().ifPresent(shared -> parts.files()
                .toSave("Save the state", STATE, shared.state().lab())
                .ifPresent(file -> parts.saves()
                        .write(
                                file,
                                () -> {
                                    StateFile.write(shared.state(), file);
                                    return file;
                                },
                                written -> parts.messages().show(saved(written, shared.lacking())),
                                problem -> parts.messages()
                                        .show(Message.failure(
                                                "The state was not saved",
                                                file + ": " + Problem.forWindow(problem)
                                                        + "\nCheck that the folder exists, may be written to and has "
                                                        + "room, or save elsewhere.")))));
    }

    private static Message saved(Path file, List<String> lacking) {
        String where = file.toAbsolutePath().toString();
        return lacking.isEmpty()
                ? Message.note("Saved", where)
                : Message.warning("Saved, but not all of it", where + "\n" + String.join("\n", lacking));
    }

    /** Sets up the state whose text is on the clipboard. */
    public void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || !LabState.isMeant(text)) {
            parts.messages()
                    .show(Message.warning(
                            "No state was copied",
                            "A state is a text that begins with \u201c" + LabState.SCHEME + "\u201d. " + TEXT_KEY
                                    + "."));
        } else {
            takeText(text);
        }
    }

    /** Asks for a state's file and sets it up. */
    public void openFile() {
        parts.files().toOpen("Open a state", STATE).ifPresent(this::take);
    }

    /** What somebody named on the command line: a state as a text, or a file. */
    public void take(String stateOrFile) {
        if (LabState.isMeant(stateOrFile)) {
            takeText(stateOrFile);
        } else {
            try {
                take(Path.of(stateOrFile));
            } catch (InvalidPathException noFile) {
                refuse(stateOrFile);
            }
        }
    }

    /** Sets up the state of a text. */
    public void takeText(String text) {
        try {
            setUp(LabState.parse(text));
        } catch (Problem wrong) {
            refuse(wrong);
        }
    }

    private void setUp(LabState state) {
        opening.accept(state.lab(), lab -> lab.setUp(state));
    }

    /** Whether {@link #take(Path)} knows what to do with a file of this name. */
    static boolean takes(Path file) {
        return StateFile.isMeant(file) || ends(file, ModelFile.ENDING) || isPreset(file);
    }

    private static boolean isPreset(Path file) {
        return file.getFileName() != null
                && PresetFile.isNamedAsOne(file.getFileName().toString());
    }

    private static boolean ends(Path file, String ending) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Opens a file: a state, a model, which is tried out, or a preset of the rings or the training lab. */
    public void take(Path file) {
        if (StateFile.isMeant(file)) {
            parts.background().read(file, () -> StateFile.read(file), this::setUp, this::refuse);
        } else if (ends(file, ModelFile.ENDING)) {
            parts.models()
                    .open(
                            file,
                            model ->
                                    tryOut.get().ifPresent(there -> there.open().accept(model)),
                            this::refuse);
        } else if (isPreset(file)) {
            parts.background()
                    .read(
                            file,
                            () -> PresetKind.of(file),
                            kind -> opening.accept(
                                    kind == PresetKind.PLANE ? "rings" : "train", lab -> lab.openPreset(file)),
                            this::refuse);
        } else {
            refuse(file.toString());
        }
    }

    private void refuse(String named) {
        parts.messages()
                .show(Message.failure(
                        "This cannot be opened",
                        OutsideText.quoted(named) + ": expected a state (" + LabState.SCHEME
                                + "\u2026 or a file ending in "
                                + StateFile.ENDING + "), a model (" + ModelFile.ENDING + ") or a preset (" + PRESET
                                + ")."));
    }

    private void refuse(Throwable problem) {
        if (problem instanceof Problem) {
            parts.messages().show(Message.failure("This cannot be opened", Problem.forWindow(problem)));
        } else {
            FailureReports.report(problem);
        }
    }
}
