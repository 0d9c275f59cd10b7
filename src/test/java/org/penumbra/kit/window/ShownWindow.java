package org.penumbra.kit.window;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.penumbra.kit.Await;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of windows share. */
public final class ShownWindow {

    /** A window waits for models to be read and networks to answer, on a machine that may have other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
     * @throws AssertionError after two minutes, naming the line of the test that waits
     */
    public static void await(BooleanSupplier condition) {
        String line = StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().toString());
        await(condition, "what is waited for at " + line);
    }

    /** The same for what has a name, as in "the first frame". */
    public static void await(BooleanSupplier condition, String what) {
        await(condition, () -> what);
    }

    /** The same for what can be told only at the end, such as the text that is shown instead. */
    public static void await(BooleanSupplier condition, Supplier<String> what) {
        // This throws what has gone wrong on the window's thread before.
        WaitForAsyncUtils.asyncFx(() -> {});
        Await.await(condition, PATIENCE, what);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
