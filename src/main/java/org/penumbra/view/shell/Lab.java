package org.penumbra.view.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

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

    /** Called once a pulse while the lab is open. */
    void pulse();

    /** Ends everything the lab runs, within a second. */
    @Override
    void close();
}
