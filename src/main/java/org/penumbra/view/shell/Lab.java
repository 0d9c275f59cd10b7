package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.tour.TourStep;

/** One room of the program: what it shows and what it brings to the window while it is open. */
public interface Lab extends AutoCloseable {

    /** What fills the window below the top bar. */
    Parent view();

    /** Menus and buttons for the top bar. */
    List<Node> tools();

    /** What is open, for the title of the window. */
    ObservableValue<String> title();

    /** Keys that work while this lab is open. */
    List<Shortcut> shortcuts();

    /** What is to be seen, told to a newcomer step by step. */
    List<TourStep> tour();

    /** Whether the lab's side pane is shown; empty where it has none that folds away. */
    default Optional<BooleanProperty> side() {
        return Optional.empty();
    }

    /** Called when the lab has become the one that is shown, before its next pulse. */
    default void entered() {}

    /**
     * Called when another lab is about to be shown in its place, and before {@link #close} where it is shown then. What it
     * runs may go on; what only serves the eye should not.
     */
    default void left() {}

    /** Called once a pulse while the lab is open. */
    void pulse();

    /**
     * Called once a pulse while another lab is shown and a file that somebody has asked for waits for its content: takes what
     * the engine has to hand over. A lab whose files wait for no engine has nothing to do.
     */
    default void catchUp() {}

    /** Called once a pulse while another lab is shown; it should cost next to nothing. */
    default void pulseUnseen() {}

    /** Whether it takes one step after the other at this moment, also while another lab is shown. */
    default boolean isRunning() {
        return false;
    }

    /** Has what it runs leave more or less of the machine to others: a lab that is not seen gives way to the one that is. */
    default void giveWay(GiveWay how) {}

    /**
     * What a person would lose if the lab were closed or its run begun anew now, a whole sentence; empty where that is less
     * than a minute of work.
     */
    default String atStake() {
        return "";
    }

    /** Shows what a model answers; only the lab that is there for that does something. */
    default void tryOut(ModelEntry model) {}

    /** What it is set to, so that it can be set up elsewhere; empty where there is nothing to share yet. */
    default Optional<SharedState> share() {
        return Optional.empty();
    }

    /**
     * Sets up what was shared, once a person has agreed where work would be lost; tells what of it is not here.
     *
     * @param state of this lab
     */
    default void setUp(LabState state) {}

    /** Opens the file of a preset; only the lab that has presets of that kind does something. */
    default void openPreset(Path file) {}

    /** Ends everything the lab runs, within a second. */
    @Override
    void close();
}
