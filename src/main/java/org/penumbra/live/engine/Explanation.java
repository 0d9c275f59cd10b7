package org.penumbra.live.engine;

import java.util.Locale;
import org.penumbra.data.Problem;
import org.penumbra.data.home.LogFile;
import org.penumbra.data.home.NativeFolder;

/**
 * What an engine or a command tells a person when something went wrong. A {@link Problem}, such as training that diverged,
 * says itself what happened and what to try; for what nobody wrote a message for, this makes one.
 *
 * @param task   what may be too large for the memory, behind "Not enough memory"
 * @param lessen what to do then, a sentence
 * @param remedy what to do otherwise, the beginning of a sentence that ends with where the log is
 */
public record Explanation(String task, String lessen, String remedy) {

    /**
     * A failure in a few sentences, for a window.
     *
     * @param failed what did not work ("The engine stopped")
     */
    public String of(String failed, Throwable cause) {
        return cause instanceof Problem problem ? problem.inWindow() : words(failed, cause, false);
    }

    /** The same for a terminal, where options of Java can be set. @param failed as in {@link #of} */
    public String atTerminal(String failed, Throwable cause) {
        return cause instanceof Problem ? cause.getMessage() : words(failed, cause, true);
    }

    private String words(String failed, Throwable cause, boolean atTerminal) {
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return Shortage.behind(cause)
                .map(found -> words(found, atTerminal))
                .orElseGet(() -> String.format(Locale.ROOT, "%s: %s. %s; %s.", failed, what, remedy, LogFile.words()));
    }

    /**
     * Whether a failure, or what caused it, is the machine's or the installation's: too little memory, native code that may
     * not run, a part of the program that is missing. A person can do something about it.
     */
    public static boolean isOfTheMachine(Throwable failure) {
        return Shortage.behind(failure).isPresent();
    }

    private String words(Shortage.Found found, boolean atTerminal) {
        return switch (found.shortage()) {
            case MEMORY -> "Not enough memory " + task + " (" + found.words() + "). " + lessen;
            case DEPTH ->
                "The program was led too deep " + task
                        + " (StackOverflowError): something in a file or in the settings is nested too deeply. Make it "
                        + (atTerminal ? "simpler, or give Java more with JAVA_OPTS=-Xss8m." : "simpler.");
            case NATIVE_CODE ->
                "The native library for the networks could not be loaded: " + found.words()
                        + ". Penumbra needs a 64-bit Linux, Windows or macOS, and a folder with room for it from which "
                        + "programs may be run; now it is " + NativeFolder.current()
                        + (atTerminal
                                ? ". Another one is named with JAVA_OPTS=-D" + NativeFolder.PROPERTY + "=FOLDER."
                                : ". Make room in it, or free it of what keeps programs there from running.");
            case PART ->
                "A part of the program is missing or is of another version (" + found.words()
                        + "). Install or build Penumbra again, with all that lies in its folder lib.";
        };
    }
}
