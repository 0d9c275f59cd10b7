package org.penumbra.kit.window;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of windows share. */
public final class ShownWindow {

    private ShownWindow() {}

    /** Shows it at the upper left of the screen, as large as the smallest comfortable one. */
    public static void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    /**
     * Waits until it holds, and then until the window's thread has done all it was asked.
     *
     * @throws TimeoutException after two minutes, far longer than anything takes that does not hang
     */
    public static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
