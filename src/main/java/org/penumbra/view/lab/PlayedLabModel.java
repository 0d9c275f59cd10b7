package org.penumbra.view.lab;

import java.util.Optional;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.engine.PlayedEngine;

/** The state and the commands of a lab whose engine plays and pauses. */
public interface PlayedLabModel extends LabModel {

    /** The engine that the lab plays. */
    PlayedEngine<?, ?, ?> engine();

    @Override
    default Optional<EngineStatus<?>> engineStatus() {
        return Optional.of(engine().status());
    }

    @Override
    default void giveWay(GiveWay how) {
        engine().giveWay(how);
    }

    @Override
    default void close() {
        engine().close();
    }
}
