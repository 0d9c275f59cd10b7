package org.penumbra.view;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Tells when a stage that is shown for the first time has been drawn with all its controls. */
final class DrawnStage {

    /** The first pulse lays out and draws, the second finds that done. */
    private static final int DRAWN = 2;

    private DrawnStage() {}

    /**
     * Does something once the stage has been drawn and its thread is free.
     *
     * @param then done on the JavaFX thread
     */
    static void whenDrawn(Stage stage, Runnable then) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (stage.isShowing() && ++pulses == DRAWN) {
                    stop();
                    Platform.runLater(then);
                }
            }
        }.start();
    }
}
