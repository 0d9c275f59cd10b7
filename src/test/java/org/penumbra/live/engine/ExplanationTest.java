package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.penumbra.net.Divergence;
import org.penumbra.net.DivergenceException;

class ExplanationTest {

    private static final Explanation EXPLANATION =
            new Explanation("for this picture", "Choose a smaller one.", "Choose another");

    private static String of(Throwable cause) {
        return EXPLANATION.of("Reading stopped", cause);
    }

    @Test
    void trainingThatDivergedSpeaksForItself() {
        assertEquals(
                "The loss rose. Try less.",
                of(new DivergenceException(new Divergence(7, 9, 1, 0.1, 0, 0), "The loss rose. Try less.")));
    }

    @Test
    void whereMemoryIsShortItSaysForWhatAndWhatToLessen() {
        assertEquals(
                "Not enough memory for this picture (Java heap space). Choose a smaller one.",
                of(new OutOfMemoryError("Java heap space")));
    }

    @Test
    void aLibraryThatCannotBeLoadedIsNamedWithWhatItNeeds() {
        assertEquals(
                "The native library for the networks could not be loaded: no jniopenblas. Penumbra needs a 64-bit Linux, "
                        + "Windows or macOS, and room for it in the folder .javacpp of your home.",
                of(new UnsatisfiedLinkError("no jniopenblas")));
    }

    @Test
    void anythingElseIsSaidWithWhatFailedAndWhatToDo() {
        assertEquals(
                "Reading stopped: it is 100 % black. Choose another; the log has the details.",
                of(new IllegalStateException("it is 100 % black")));
    }

    @Test
    void whatHasNoMessageIsNamedByItsKind() {
        assertEquals(
                "Reading stopped: NullPointerException. Choose another; the log has the details.",
                of(new NullPointerException()));
        assertEquals(
                "Not enough memory for this picture (OutOfMemoryError). Choose a smaller one.",
                of(new OutOfMemoryError()));
    }
}
