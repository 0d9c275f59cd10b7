package org.penumbra.view.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.prefs.Preferences;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.penumbra.live.Background;

/** The window: a bar on top, the open lab below it, messages over both. */
public final class MainWindow implements AutoCloseable {

    private static final String NAME = "Penumbra";
    private static final double SMALL_WIDTH = 1280;
    private static final double SMALL_HEIGHT = 800;
    private static final double LARGE_WIDTH = 1680;
    private static final double LARGE_HEIGHT = 1050;
    /** Of a screen that has room for more than the smallest comfortable window. */
    private static final double SHARE_OF_SCREEN = 0.9;

    private final Stage stage;
    private final Preferences memory;
    private final FilePicker files;
    private final Messages messages = new Messages();
    private final Background background = new Background("penumbra-files", Platform::runLater);
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame, messages);
    private final Scene scene = new Scene(root, SMALL_WIDTH, SMALL_HEIGHT);
    private final Map<LabEntry, Lab> opened = new LinkedHashMap<>();
    private final TopBar bar;
    private final ShortcutKeys keys;
    private final AnimationTimer pulses;
    private final List<Shortcut> own;
    private Lab open;
    private Theme theme;

    /**
     * Fills a stage with the first of the labs; the caller shows it. A stage without a size gets a comfortable one.
     *
     * @param memory where the choice of theme is kept between starts
     */
    public MainWindow(Stage stage, List<LabEntry> labs, Preferences memory) {
        this(stage, labs, memory, new DialogFilePicker(stage));
    }

    /** @param files asks which file to open or to write */
    public MainWindow(Stage stage, List<LabEntry> labs, Preferences memory, FilePicker files) {
        this.stage = stage;
        this.memory = memory;
        this.files = files;
        bar = new TopBar(labs, this::open, this::toggleTheme, this::startTour, this::showKeys);
        own = List.of(Shortcut.of("T", "Light or dark theme", this::toggleTheme, "T"),
                Shortcut.of("F1", "This sheet of keys", this::showKeys, "F1"));
        keys = new ShortcutKeys(scene, this::shortcuts);
        pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                open.pulse();
            }
        };
        build();
        applyTheme(Theme.remembered(memory));
        open(labs.get(0));
        pulses.start();
    }

    private void build() {
        Thread.currentThread().setUncaughtExceptionHandler(new FailureReports(messages));
        root.getStyleClass().add("window");
        root.setFocusTraversable(false);
        frame.setTop(bar);
        scene.getStylesheets().add(MainWindow.class.getResource("app.css").toExternalForm());
        FontScale.install(scene);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::leaveTextField);
        stage.setScene(scene);
        stage.getIcons().addAll(Logo.image(32), Logo.image(64), Logo.image(128));
        if (Double.isNaN(stage.getWidth())) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(comfortable(SMALL_WIDTH, LARGE_WIDTH, screen.getWidth()));
            stage.setHeight(comfortable(SMALL_HEIGHT, LARGE_HEIGHT, screen.getHeight()));
        }
    }

    private static double comfortable(double small, double large, double available) {
        return Math.min(available, Math.max(small, Math.min(large, SHARE_OF_SCREEN * available)));
    }

    /** Where messages are shown. */
    public Messages messages() {
        return messages;
    }

    /** The theme the window has now. */
    public Theme theme() {
        return theme;
    }

    /** The lab that is open. */
    public Lab lab() {
        return open;
    }

    /** Ends the labs and what they run. */
    @Override
    public void close() {
        pulses.stop();
        opened.values().forEach(Lab::close);
        background.close();
    }

    private void open(LabEntry entry) {
        open = opened.computeIfAbsent(entry, wanted -> wanted.opener().apply(
                new LabContext(messages, background, files)));
        frame.setCenter(open.view());
        bar.setTools(open.tools());
        stage.titleProperty().bind(open.title().map(title -> title + " \u2013 " + NAME));
        root.requestFocus();
    }

    private List<Shortcut> shortcuts() {
        List<Shortcut> all = new ArrayList<>(open.shortcuts());
        all.addAll(own);
        return all;
    }

    private void toggleTheme() {
        applyTheme(theme.other());
        theme.remember(memory);
    }

    private void applyTheme(Theme chosen) {
        theme = chosen;
        chosen.apply();
        root.getStyleClass().removeAll("light-theme", "dark-theme");
        root.getStyleClass().add(chosen == Theme.DARK ? "dark-theme" : "light-theme");
        bar.setTheme(chosen);
    }

    private void showKeys() {
        overlay(new ShortcutSheet(shortcuts(), this::leaveOverlay));
    }

    private void startTour() {
        overlay(new Tour(open.tour(), this::leaveOverlay));
    }

    private void overlay(Node cover) {
        leaveOverlay();
        keys.setResting(true);
        root.getChildren().add(cover);
        cover.requestFocus();
    }

    private void leaveOverlay() {
        root.getChildren().removeIf(child -> child instanceof ShortcutSheet || child instanceof Tour);
        keys.setResting(false);
        root.requestFocus();
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
