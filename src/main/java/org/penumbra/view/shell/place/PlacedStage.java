package org.penumbra.view.shell.place;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * Keeps a stage at a size that is of use and within reach, and remembers where it stood.
 *
 * <p>JavaFX 21 opens a window at 198 x 175 pixels under some window managers (JDK-8316423), and a window that is no longer
 * maximised comes back as small, or still covers the screen. So whenever the stage becomes an ordinary window, it is looked
 * at once all has settled and gets the size back that it had before. A size that somebody chose, such as half a screen,
 * stays.
 */
public final class PlacedStage implements AutoCloseable {

    /** The key of the preferences for where the window opens, */
    public static final String AT_START = "window-at-start";

    /** and its value for the usual size in the middle of the screen; with any other it opens where it was left. */
    public static final String USUAL = "usual";

    /** The window manager and JavaFX have told each other what they have to when nothing changes for so long. */
    private static final Duration SETTLED = Duration.millis(120);
    /** How often a window manager is asked for one size; one that lays out all windows itself never gives it. */
    private static final int ATTEMPTS = 3;

    /** How the stage is shown; HIDDEN also while it is being opened or is an icon. */
    private enum Form {
        HIDDEN,
        ORDINARY,
        MAXIMISED,
        FULL_SCREEN
    }

    private final Stage stage;
    private final Preferences memory;
    private final Supplier<List<Rectangle2D>> screens;
    private final List<ObservableValue<?>> watched;
    private final ChangeListener<Object> changed = (observed, before, now) -> changed();
    private final ListChangeListener<Screen> screensChanged = change -> screensChanged();
    private final EventHandler<WindowEvent> events = this::told;
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private Placement ordinary;
    private Form form = Form.HIDDEN;
    private int attempts;
    private boolean otherScreens;

    /**
     * Gives a stage that has no size the remembered place, or a comfortable one where nothing is remembered.
     *
     * @param memory where the place is kept between starts
     */
    public PlacedStage(Stage stage, Preferences memory) {
        this(stage, memory, PlacedStage::screensThere);
    }

    /** @param screens what windows may cover of each screen that is there, the main one first */
    PlacedStage(Stage stage, Preferences memory, Supplier<List<Rectangle2D>> screens) {
        this.stage = stage;
        this.memory = memory;
        this.screens = screens;
        if (Double.isNaN(stage.getWidth())) {
            Placement first = first();
            put(first);
            stage.setMaximized(first.maximised());
        }
        watched = List.of(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty(),
                stage.fullScreenProperty(),
                stage.iconifiedProperty());
        watched.forEach(property -> property.addListener(changed));
        Screen.getScreens().addListener(screensChanged);
        stage.addEventHandler(WindowEvent.ANY, events);
        settling.setOnFinished(event -> settle());
    }

    /**
     * Shows a dialog over a stage. While it is there the stage cannot be resized, and what cannot be resized some window
     * managers take back from the whole screen; so afterwards it is maximised, or fills the screen, if it did before.
     *
     * @param dialog shows it and waits for its answer, which is returned
     */
    public static <T> T keepForm(Stage stage, Supplier<T> dialog) {
        boolean maximised = stage.isMaximized();
        boolean full = stage.isFullScreen();
        T answer = dialog.get();
        if (stage.isShowing() && stage.isMaximized() != maximised && !full) {
            stage.setMaximized(maximised);
        }
        if (stage.isShowing() && stage.isFullScreen() != full) {
            stage.setFullScreen(full);
        }
        return answer;
    }

    private static List<Rectangle2D> screensThere() {
        List<Rectangle2D> there = new ArrayList<>();
        there.add(Screen.getPrimary().getVisualBounds());
        Screen.getScreens().forEach(screen -> there.add(screen.getVisualBounds()));
        return there;
    }

    private Placement first() {
        List<Rectangle2D> there = screens.get();
        return Placement.remembered(memory)
                .filter(left -> !USUAL.equals(memory.get(AT_START, "")))
                .map(place -> place.onto(there))
                .orElseGet(() -> Placement.comfortable(there.get(0)));
    }

    private void told(WindowEvent event) {
        if (event.getTarget() != stage) {
            return;
        }
        if (event.getEventType() == WindowEvent.WINDOW_SHOWING) {
            opening();
        } else if (event.getEventType() == WindowEvent.WINDOW_SHOWN) {
            // What JavaFX has heard from the window manager by now is told before this.
            Platform.runLater(this::opened);
        } else if (event.getEventType() == WindowEvent.WINDOW_HIDING) {
            hiding();
        }
    }

    private void opening() {
        ordinary = current();
        form = Form.HIDDEN;
        attempts = 0;
    }

    private void opened() {
        if (stage.isShowing()) {
            if (currentForm() == Form.ORDINARY && isWrong(current())) {
                bringBack();
            }
            changed();
        }
    }

    private void hiding() {
        if (settling.getStatus() == Animation.Status.RUNNING) {
            settling.stop();
            Form last = stage.isFullScreen() ? Form.FULL_SCREEN : stage.isMaximized() ? Form.MAXIMISED : Form.ORDINARY;
            // What has not settled since it was maximised, or opened, may still be no size at all.
            if (last == form && !stage.isIconified()) {
                keep(last);
            }
        }
    }

    private void changed() {
        if (stage.isShowing()) {
            settling.playFromStart();
        }
    }

    private void screensChanged() {
        otherScreens = true;
        changed();
    }

    private void settle() {
        Form now = currentForm();
        if (now == Form.HIDDEN) {
            return;
        }
        if (now == Form.ORDINARY && form != Form.ORDINARY && isWrong(current()) && attempts < ATTEMPTS) {
            attempts++;
            bringBack();
            changed();
            return;
        }
        if (now == Form.ORDINARY && otherScreens && !current().isWithinReach(screens.get())) {
            put(current().onto(screens.get()));
        }
        otherScreens = false;
        attempts = 0;
        form = now;
        keep(now);
    }

    /** Whether the size of a window that has just become ordinary is nobody's choice. */
    private boolean isWrong(Placement now) {
        return form == Form.HIDDEN
                ? now.isAccidentOfOpening(ordinary, screens.get())
                : now.isAccident(ordinary, screens.get());
    }

    /** In two steps: a property that says already what is wanted would ask the window manager for nothing. */
    private void bringBack() {
        stage.setWidth(ordinary.width() - 1);
        stage.setHeight(ordinary.height() - 1);
        put(ordinary);
    }

    private void put(Placement place) {
        if (!Double.isNaN(place.x()) && !Double.isNaN(place.y())) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    private void keep(Form now) {
        if (now == Form.ORDINARY) {
            ordinary = current();
            limit();
        }
        // Nobody wants to find the next start without a title bar.
        if (now != Form.FULL_SCREEN) {
            ordinary.maximised(now == Form.MAXIMISED).remember(memory);
        }
    }

    /**
     * Never smaller than is of use, on the screen that the window is on; a size that it was given before stays. It is not
     * limited before it has been opened: a size that is far too small would become the least one, which can be a choice.
     */
    private void limit() {
        Dimension2D least = Placement.least(ordinary.screenAmong(screens.get()));
        stage.setMinWidth(Math.min(least.getWidth(), ordinary.width()));
        stage.setMinHeight(Math.min(least.getHeight(), ordinary.height()));
    }

    private Placement current() {
        return new Placement(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    private Form currentForm() {
        if (!stage.isShowing() || stage.isIconified()) {
            return Form.HIDDEN;
        }
        if (stage.isFullScreen()) {
            return Form.FULL_SCREEN;
        }
        return stage.isMaximized() ? Form.MAXIMISED : Form.ORDINARY;
    }

    /** Lets go of the stage, which may show another window afterwards. */
    @Override
    public void close() {
        settling.stop();
        watched.forEach(property -> property.removeListener(changed));
        Screen.getScreens().removeListener(screensChanged);
        stage.removeEventHandler(WindowEvent.ANY, events);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
    }
}
