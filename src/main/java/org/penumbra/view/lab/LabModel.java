package org.penumbra.view.lab;

import java.util.Optional;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.live.engine.GiveWay;

/** The observable state and the commands of a lab. It needs no screen. */
public interface LabModel extends AutoCloseable {

    /** Takes what the engine has to show; called once a pulse on the thread that owns the properties. */
    void pulse();

    /**
     * How the engine is doing at this moment, which may be newer than what was taken at the last pulse; empty where nothing is
     * played.
     */
    default Optional<EngineStatus<?>> engineStatus() {
        return Optional.empty();
    }

    /** Has the engine leave more or less of the machine to others. */
    void giveWay(GiveWay how);

    /** Ends the engine, within a second. */
    @Override
    void close();
}
