package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.view.shell.preference.PreferenceRow;
import org.penumbra.view.shell.preference.PreferenceRow.Counts;
import org.penumbra.view.shell.preference.StartedWith;
import org.penumbra.view.widget.form.ChoiceBoxes;

/**
 * The sheet of what can be chosen for the program as a whole. Every choice says what it does, what is usual, when it counts,
 * and what goes before it where something does.
 */
final class PreferencesSheet extends Sheet {

    private static final int MEGABYTE = 1 << 20;

    /**
     * What the sheet shows besides the choices.
     *
     * @param labs      names of the labs
     * @param labNamed  why this start has opened another lab; empty where it has not
     * @param started   what was in force at the start
     * @param usualData where image data are kept for who has chosen nothing
     * @param place     where the choices are kept; empty where they are forgotten at the end
     */
    record Around(
            List<String> labs,
            Optional<String> labNamed,
            StartedWith started,
            String usualData,
            Optional<Path> place) {}

    private PreferencesSheet(VBox paper, Runnable close) {
        super(paper, close);
    }

    /** An open list closes before the sheet does. */
    @Override
    protected boolean closes(KeyCode code) {
        return super.closes(code) && lookupAll(".combo-box").stream().noneMatch(box -> ((ComboBox<?>) box).isShowing());
    }

    /**
     * @param files asks for a folder
     * @param about shows the sheet about the program
     * @param close takes the sheet away
     */
    static PreferencesSheet of(
            ProgramPreferences choices, Around around, FilePicker files, Runnable about, Runnable close) {
        Label title = new Label("Preferences");
        title.getStyleClass().add("paper-title");
        VBox list = new VBox(8);
        list.getChildren().addAll(look(choices));
        list.getChildren().addAll(start(choices, around));
        list.getChildren().add(data(choices, around, files));
        list.getChildren().addAll(machine(choices, around.started()));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label kept = new Label(around.place()
                .map(file ->
                        "Kept in " + file + ". Options at the start and variables of the environment go before it.")
                .orElse("They are forgotten when the program ends."));
        kept.setId("preferences-place");
        kept.setWrapText(true);
        kept.setMinHeight(Region.USE_PREF_SIZE);
        kept.getStyleClass().add("text-muted");
        VBox paper = new VBox(title, scroll, kept, foot(choices, about, close));
        paper.getStyleClass().add("program-sheet");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return new PreferencesSheet(paper, close);
    }

    private static HBox foot(ProgramPreferences choices, Runnable about, Runnable close) {
        Button usual = new Button("All as usual");
        usual.setId("preferences-usual");
        usual.setOnAction(event -> choices.usual());
        Button program = new Button("About Penumbra");
        program.setId("preferences-about");
        program.setOnAction(event -> about.run());
        Button done = new Button("Close");
        done.setId("preferences-close");
        done.setOnAction(event -> close.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(8, usual, program, space, done);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    private static List<PreferenceRow> look(ProgramPreferences choices) {
        return List.of(
                new PreferenceRow(
                        "Theme",
                        "Dark letters on a light ground, or light ones on a dark ground. The key T changes it, too.",
                        "light",
                        Counts.AT_ONCE,
                        box(
                                "preference-theme",
                                List.of(Theme.values()),
                                theme -> theme == Theme.LIGHT ? "Light" : "Dark",
                                choices.theme())),
                new PreferenceRow(
                        "Size of letters",
                        "All letters, in percent of what suits the size of the window. Ctrl+plus and Ctrl+minus change it, too.",
                        "100 %",
                        Counts.AT_ONCE,
                        box("preference-letters", ProgramPreferences.sizes(), size -> size + " %", choices.letters())));
    }

    private static List<PreferenceRow> start(ProgramPreferences choices, Around around) {
        PreferenceRow window = new PreferenceRow(
                "Window",
                "Where the window opens, and how large.",
                "where it was left",
                Counts.NEXT_START,
                box(
                        "preference-window",
                        List.of(true, false),
                        left -> left ? "Where it was left" : "Middle of the screen",
                        choices.windowAsLeft()));
        PreferenceRow lab = new PreferenceRow(
                "Lab",
                "Which lab is open at first.",
                "the one that was open last",
                Counts.NEXT_START,
                box(
                        "preference-lab",
                        Stream.concat(
                                        Stream.of(Optional.<String>empty()),
                                        around.labs().stream().map(Optional::of))
                                .toList(),
                        name -> name.orElse("As it was left"),
                        choices.lab()));
        around.labNamed().ifPresent(lab::overridden);
        return List.of(window, lab);
    }

    private static PreferenceRow data(ProgramPreferences choices, Around around, FilePicker files) {
        TextField path = new TextField();
        path.setId("preference-data");
        path.setEditable(false);
        path.getStyleClass().add("path");
        path.setPrefColumnCount(24);
        choices.data().subscribe(folder -> path.setText(folder.orElse(around.usualData())));
        Button choose = new Button("Choose\u2026");
        choose.setId("preference-data-choose");
        choose.setAccessibleText("Choose the data folder");
        choose.setOnAction(event -> files.folder("Folder for image data").ifPresent(choices::chooseData));
        Button usual = new Button("Usual");
        usual.setId("preference-data-usual");
        choose.setMinWidth(USE_PREF_SIZE);
        usual.setMinWidth(USE_PREF_SIZE);
        usual.setAccessibleText("Keep image data in the usual folder");
        usual.setOnAction(event -> choices.data().set(Optional.empty()));
        PreferenceRow row = new PreferenceRow(
                        "Data folder",
                        "Where image data that you download or import are kept, and looked for first. The command line "
                                + "follows it, too.",
                        "the cache folder of the platform",
                        Counts.NEXT_START,
                        path)
                .below(choose, usual)
                .now("Now " + around.started().data() + ".");
        around.started().dataNote().ifPresent(row::overridden);
        return row;
    }

    private static List<PreferenceRow> machine(ProgramPreferences choices, StartedWith started) {
        PreferenceRow threads = new PreferenceRow(
                        "Processors",
                        "On how many processors Penumbra computes. With fewer it leaves more to other programs.",
                        "all that there are",
                        Counts.NEXT_START,
                        box(
                                "preference-threads",
                                choices.threadChoices(started.whole()),
                                number -> number.map(Object::toString).orElse("All"),
                                choices.threads()))
                .now("Now " + started.processors() + " of " + started.whole() + ".");
        started.threadsNote().ifPresent(threads::overridden);
        long whole = started.memory().whole();
        PreferenceRow memory = new PreferenceRow(
                        "Memory",
                        "How much memory Java may take for data, runs and pictures; the networks take as much again at "
                                + "most. This machine has "
                                + ProgramPreferences.size(whole / MEGABYTE) + ".",
                        "what Java finds right for the machine",
                        Counts.NEXT_START,
                        box(
                                "preference-memory",
                                choices.memoryChoices(whole),
                                size -> size.map(ProgramPreferences::size).orElse("As Java finds right"),
                                choices.megabytes()))
                .now("Now at most " + ProgramPreferences.size(started.memory().heap() / MEGABYTE) + ".");
        started.memoryNote().ifPresent(memory::overridden);
        return List.of(threads, memory);
    }

    private static <T> ComboBox<T> box(String id, List<T> things, Function<T, String> name, ObjectProperty<T> choice) {
        ComboBox<T> box = ChoiceBoxes.of(id, things, name, choice);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }
}
