package org.penumbra.view.rings;

import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.view.lab.LabCover;

/** Lies over the pictures until the first of them is there. An engine that could not start says so in a message instead. */
final class StartingCover extends LabCover {

    StartingCover(RingsModel model) {
        super("Starting the engine", "The very first start unpacks a native library, 40 MB under your home folder.");
        model.frameProperty().addListener((observed, before, now) -> fade());
        model.statusProperty().subscribe(status -> {
            if (status.state() == State.FAILED) {
                setVisible(false);
            }
        });
    }
}
