package org.penumbra.view.shell.message;

/** Where somebody has messages shown. Belongs to the JavaFX thread. */
public interface MessageBoard {

    /** Shows a message; the same one is not shown twice. */
    void show(Message message);

    /** Takes a message away if it is there. */
    void hide(Message message);
}
