package org.penumbra.kit.window;

import java.util.List;
import javafx.scene.Scene;
import org.penumbra.bench.Fitting;
import org.testfx.util.WaitForAsyncUtils;

/** Finds what a person cannot see whole, as {@link Fitting} says, from any thread. */
public final class CutOff {

    private CutOff() {}

    /** A line for everything that does not fit once the scene is laid out; empty when all does. Waits. */
    public static List<String> in(Scene scene) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Fitting.faults(scene));
    }
}
