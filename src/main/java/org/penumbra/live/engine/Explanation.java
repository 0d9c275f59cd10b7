package org.penumbra.live.engine;

import java.util.Locale;
import org.penumbra.data.home.LogFile;
import org.penumbra.net.DivergenceException;

/**
 * What an engine tells a person when something went wrong. Training that diverged says itself what happened and what to
 * try; for what nobody wrote a message for, this makes one.
 *
 * @param task   what may be too large for the memory, behind "Not enough memory"
 * @param lessen what to do then, a sentence
 * @param remedy what to do otherwise, the beginning of a sentence that ends with where the log is
 */
public record Explanation(String task, String lessen, String remedy) {

    /**
     * A failure in a few sentences.
     *
     * @param failed what did not work ("The engine stopped")
     */
    public String of(String failed, Throwable cause) {
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof DivergenceException) {
            return what;
        }
        if (cause instanceof OutOfMemoryError) {
            return String.format(Locale.ROOT, "Not enough memory %s (%s). %s", task, what, lessen);
        }
        if (cause instanceof LinkageError) {
            return "The native library for the networks could not be loaded: " + what
                    + ". Penumbra needs a 64-bit Linux, Windows or macOS, and room for it in the folder .javacpp of your home.";
        }
        return String.format(Locale.ROOT, "%s: %s. %s; %s.", failed, what, remedy, LogFile.words());
    }
}
