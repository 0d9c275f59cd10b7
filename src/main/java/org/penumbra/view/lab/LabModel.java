package org.penumbra.view.lab;

/** The observable state and the commands of a lab. It needs no screen. */
public interface LabModel extends AutoCloseable {

    /** Takes what the engine has to show; called once a pulse on the thread that owns the properties. */
    void pulse();

    /** Ends the engine, within a second. */
    @Override
    void close();
}
