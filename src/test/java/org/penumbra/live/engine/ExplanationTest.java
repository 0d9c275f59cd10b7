package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.home.NativeFolder;
import org.penumbra.net.Divergence;
import org.penumbra.net.DivergenceException;

class ExplanationTest {

    private static final Explanation EXPLANATION =
            new Explanation("for this picture", "Choose a smaller one.", "Choose another");

    private static String of(Throwable cause) {
        return EXPLANATION.atTerminal("Reading stopped", cause);
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
        String words =
                "The native library for the networks could not be loaded: no jniopenblas. Penumbra needs a 64-bit "
                        + "Linux, Windows or macOS, and a folder with room for it from which programs may be run; now it is "
                        + NativeFolder.current()
                        + ". Another one is named with JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=FOLDER.";
        UnsatisfiedLinkError missing = new UnsatisfiedLinkError("no jniopenblas\nand how it was looked for");
        assertEquals(words, of(missing));
        assertEquals(words, of(new ExceptionInInitializerError(missing)));
        LinkageError second = new NoClassDefFoundError("Could not initialize class openblas");
        second.initCause(new ExceptionInInitializerError(missing));
        assertEquals(words, of(new IllegalStateException("no backend", second)));
    }

    @Test
    void aPartThatIsMissingIsNamed() {
        LinkageError missing = new NoClassDefFoundError("org/nd4j/linalg/factory/Nd4j");
        missing.initCause(new ClassNotFoundException("org.nd4j.linalg.factory.Nd4j"));
        assertEquals(
                "A part of the program is missing or is of another version (org/nd4j/linalg/factory/Nd4j). Install or build "
                        + "Penumbra again, with all that lies in its folder lib.",
                of(missing));
        assertTrue(Explanation.isOfTheMachine(new NoSuchMethodError("x")));
    }

    @Test
    void whatIsNestedTooDeeplyIsSaidSo() {
        assertEquals(
                "The program was led too deep for this picture (StackOverflowError): something in a file or in the "
                        + "settings is nested too deeply. Make it simpler, or give Java more with JAVA_OPTS=-Xss8m.",
                of(new IllegalStateException(new StackOverflowError())));
    }

    @Test
    void aWindowIsNotToldOfOptionsOfJava() {
        for (Throwable failure : List.of(new StackOverflowError(), new UnsatisfiedLinkError("no jniopenblas"))) {
            String words = EXPLANATION.of("Reading", failure);
            assertFalse(words.contains("JAVA_OPTS"), words);
            assertTrue(words.startsWith("The "), words);
        }
    }

    @Test
    void memoryIsNoticedBehindWhatHidesIt() {
        assertEquals(
                "Not enough memory for this picture (Java heap space). Choose a smaller one.",
                of(new RuntimeException("a task failed", new OutOfMemoryError("Java heap space"))));
        assertFalse(Explanation.isOfTheMachine(new ExceptionInInitializerError(new IllegalStateException("odd"))));
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
