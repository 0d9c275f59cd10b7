package org.penumbra.view.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.penumbra.live.engine.Background;
import org.penumbra.live.engine.Saves;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.key.ShortcutKeys;
import org.penumbra.view.shell.message.Failure;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.LabMessages;
import org.penumbra.view.shell.message.Messages;
import org.penumbra.view.shell.place.PlacedStage;
import org.penumbra.view.shell.tour.Tour;
import org.penumbra.view.widget.FocusHints;
import org.penumbra.view.widget.FocusInSight;

/** The window: a bar on top, the open lab below it, messages over both. */
public final class MainWindow implements AutoCloseable {

    private static final String NAME = "Penumbra";
    private static final double SMALL_WIDTH = 1280;
    private static final double SMALL_HEIGHT = 800;
    private static final String LAB = "lab";

    private final Stage stage;
    private final Preferences memory;
    private final FilePicker files;
    private final Messages messages = new Messages();
    private final Saves saves = new Saves("penumbra-saves", Platform::runLater);
    private final Background background = Background.sideBySide(saves, "penumbra-files", Platform::runLater);
    private final Background shipped = new Background("penumbra-models", Platform::runLater);
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame, messages);
    private final Scene scene = new Scene(root, SMALL_WIDTH, SMALL_HEIGHT);
    private final Precedence precedence = new Precedence(scene);
    private final FailureReports failures;
    private final PlacedStage placed;
    private final FullScreen fullScreen;
    private final LetterSize letters;
    private final Closing closing;
    private final Sheets sheets;
    private final Replacing replacing;
    private final Stakes stakes;
    private final DataPart data;
    private final ModelDesk models = new ModelDesk(shipped, background);
    private final Map<LabEntry, Lab> opened = new LinkedHashMap<>();
    private final Map<LabEntry, LabMessages> labMessages = new HashMap<>();
    private final Sharing sharing;
    private final TopBar bar;
    private final ShortcutKeys keys;
    private final ProgramSheets program;
    private final AnimationTimer pulses;
    private final List<LabEntry> labs;
    private final List<Shortcut> own;
    private final ThemeSwitch themes;
    private Lab open;

    /**
     * Fills a stage with the lab that was open last, at first with the first one; the caller shows it. A stage without a size
     * gets the one it had last, at first a comfortable one.
     *
     * @param data   makes the part that keeps image data
     * @param memory where theme, letters, lab and place are kept between starts
     */
    public MainWindow(Stage stage, List<LabEntry> labs, DataPart.Opener data, Preferences memory) {
        this(stage, labs, data, memory, replacing -> new DialogFilePicker(stage, replacing));
    }

    /** @param files asks which file to open or to write */
    public MainWindow(Stage stage, List<LabEntry> labs, DataPart.Opener data, Preferences memory, FilePicker files) {
        this(stage, labs, data, memory, replacing -> files);
    }

    private MainWindow(
            Stage stage,
            List<LabEntry> labs,
            DataPart.Opener data,
            Preferences memory,
            Function<Replacing, FilePicker> files) {
        this.stage = stage;
        this.memory = memory;
        failures = new FailureReports(messages, stage);
        keys = new ShortcutKeys(scene, this::shortcuts);
        FocusInSight.in(scene);
        FocusHints.in(scene);
        sheets = new Sheets(root, messages, keys::setResting);
        replacing = new Replacing(sheets);
        stakes = new Stakes(sheets);
        this.files = files.apply(replacing);
        this.data = data.open(messages, this.files, sheets);
        sharing = new Sharing(
                new Sharing.Parts(messages, this.files, background, saves, sheets, models),
                () -> open,
                this::withLab,
                this::tryOut);
        new StateDrop(root, sharing);
        bar = new TopBar(
                labs,
                this::open,
                this.data.button(),
                new ShareMenu(sharing),
                () -> program().preferences(),
                this::toggleSide,
                () -> themes().toggle(),
                this::startTour,
                this::showKeys);
        this.labs = List.copyOf(labs);
        letters = new LetterSize(memory);
        program = new ProgramSheets(
                new ProgramSheets.Parts(
                        memory, sheets, this.files, this.data.home(), labNames(labs), background, failures::seen),
                letters,
                this::theme,
                chosen -> themes().choose(chosen));
        fullScreen = new FullScreen(stage, scene);
        own = ownShortcuts();
        pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                MainWindow.this.pulse();
            }
        };
        build();
        placed = new PlacedStage(stage, memory);
        new SavingNote(saves, messages);
        closing = new Closing(stage, this::atStake, stakes, saves, messages, sheets);
        themes = new ThemeSwitch(root, memory, bar::setTheme);
        if (Invitation.due(memory)) {
            bar.invite();
        }
        open(rememberedLab());
        pulses.start();
    }

    private void pulse() {
        open.pulse();
        hidden().forEach(Lab::pulseUnseen);
        precedence.pulse(opened.values(), open);
        opened.forEach((entry, lab) -> bar.setRunning(entry, lab.isRunning()));
        if (saves.isWaiting()) {
            hidden().forEach(Lab::catchUp);
        }
    }

    private Stream<Lab> hidden() {
        return opened.values().stream().filter(lab -> lab != open);
    }

    private List<String> atStake() {
        // A lab that is not seen may not have heard that its run has ended.
        hidden().forEach(Lab::catchUp);
        return opened.values().stream()
                .map(Lab::atStake)
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }

    private List<Shortcut> ownShortcuts() {
        List<Shortcut> keys = new ArrayList<>();
        for (LabEntry lab : labs) {
            String number = Integer.toString(labs.indexOf(lab) + 1);
            keys.add(Shortcut.of(
                    "Ctrl+" + number, "The lab \"" + lab.name() + "\"", () -> open(lab), "Shortcut+" + number));
        }
        keys.add(Shortcut.of("Ctrl+D", "Image data sets", data::open, "Shortcut+D"));
        keys.addAll(sharing.keys());
        keys.add(Shortcut.of("Ctrl+,", "Preferences", program::preferences, "Shortcut+Comma"));
        keys.add(Shortcut.of("F9", "Fold the side pane away, or show it", this::toggleSide, "F9"));
        keys.add(Shortcut.of("T", "Light or dark theme", () -> themes().toggle(), "T"));
        keys.addAll(letters.keys());
        keys.add(Shortcut.of("F11", "Full screen, and back", fullScreen::toggle, "F11")
                .overSheets());
        keys.add(Shortcut.of("F1", "This sheet of keys", this::showKeys, "F1"));
        keys.add(Shortcut.of("Shift+F1", "About Penumbra", program::about, "Shift+F1"));
        return keys;
    }

    private void build() {
        failures.install();
        root.getStyleClass().add("window");
        root.setFocusTraversable(false);
        frame.setTop(bar);
        // One that is larger than the window would be put into its middle, with the top bar above it.
        frame.setMinSize(0, 0);
        scene.getStylesheets().add(MainWindow.class.getResource("app.css").toExternalForm());
        FontScale.install(scene, letters.percentProperty());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::leaveTextField);
        stage.setScene(scene);
        stage.getIcons().addAll(Logo.image(32), Logo.image(64), Logo.image(128));
    }

    private static List<String> labNames(List<LabEntry> labs) {
        return labs.stream().map(LabEntry::name).toList();
    }

    private LabEntry rememberedLab() {
        String name = ProgramPreferences.labAtStart(memory)
                .filter(labNames(labs)::contains)
                .orElse(memory.get(LAB, ""));
        return labs.stream().filter(lab -> lab.name().equals(name)).findFirst().orElse(labs.get(0));
    }

    /** Where messages are shown. */
    public Messages messages() {
        return messages;
    }

    /** The theme the window has now. */
    public Theme theme() {
        return themes.theme();
    }

    private ThemeSwitch themes() {
        return themes;
    }

    /** Errors nobody expected that have come since the window was opened. */
    public List<Failure> failures() {
        return failures.seen();
    }

    /** The lab that is open. */
    public Lab lab() {
        return open;
    }

    /** Where image data come from. */
    public DataDesk data() {
        return data;
    }

    /** What the open lab is set to, as text, file and picture, and the way back. */
    public Sharing sharing() {
        return sharing;
    }

    /** What is being written; nothing is lost when the window closes after it. */
    public Saves saves() {
        return saves;
    }

    /** Ends the labs and what they run, and what is being downloaded. What is being written is waited for. */
    @Override
    public void close() {
        pulses.stop();
        closing.close();
        placed.close();
        open.left();
        // A question that is still there gets its answer.
        sheets.leave();
        data.close();
        opened.values().forEach(Lab::close);
        saves.close();
        shipped.close();
        background.close();
        failures.close();
    }

    /**
     * Opens a lab.
     *
     * @param name in the navigation
     * @throws IllegalArgumentException when there is none of that name
     */
    public void open(String name) {
        open(labs.stream()
                .filter(lab -> lab.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lab: expected one of "
                        + labs.stream().map(LabEntry::name).toList() + ", but got " + name)));
    }

    private void withLab(String name, Consumer<Lab> action) {
        labs.stream()
                .filter(lab -> lab.name().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(lab -> {
                    open(lab);
                    action.accept(open);
                });
    }

    /** The sheets about the program as a whole. */
    public ProgramSheets program() {
        return program;
    }

    private void open(LabEntry entry) {
        LabMessages told = labMessages.computeIfAbsent(entry, wanted -> new LabMessages(messages, wanted.name()));
        Lab next = opened.computeIfAbsent(entry, wanted -> wanted.opener().apply(context(told)));
        if (next != open) {
            if (open != null) {
                open.left();
            }
            labMessages.values().stream().filter(others -> others != told).forEach(LabMessages::left);
            told.entered();
            open = next;
            frame.setCenter(open.view());
            open.entered();
            precedence.entered();
        }
        memory.put(LAB, entry.name());
        bar.setOpen(entry, open.side().isPresent());
        bar.setTools(open.tools());
        stage.titleProperty().bind(open.title().map(title -> title + " \u2013 " + NAME));
        root.requestFocus();
    }

    private LabContext context(LabMessages told) {
        return new LabContext(told, background, saves, files, replacing, stakes, data, sheets, models, tryOut());
    }

    private Optional<TryOut> tryOut() {
        return labs.stream()
                .filter(LabEntry::tryOut)
                .findFirst()
                .map(lab -> new TryOut(lab.name(), model -> {
                    open(lab);
                    open.tryOut(model);
                }));
    }

    private List<Shortcut> shortcuts() {
        List<Shortcut> all = new ArrayList<>(open.shortcuts());
        all.addAll(own);
        return all;
    }

    private void toggleSide() {
        open.side().ifPresent(shown -> shown.set(!shown.get()));
    }

    private void showKeys() {
        sheets.show(new ShortcutSheet(shortcuts(), program::about, sheets::leave));
    }

    private void startTour() {
        sheets.show(new Tour(open.tour(), open.side(), sheets::leave));
    }

    /** A press on bare ground ends typing, so that the keys work again. */
    private void leaveTextField(MouseEvent press) {
        for (Node node = (Node) press.getTarget(); node != null; node = node.getParent()) {
            if (node.isFocusTraversable()) {
                return;
            }
        }
        root.requestFocus();
    }
}
