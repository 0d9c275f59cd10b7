package org.penumbra.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.penumbra.net.layer.Kernels;

/**
 * Starts {@code bench kernels --here} in processes of their own, as OpenBLAS chooses its kernels once a process, and as
 * kernels with instructions that the processor lacks end theirs.
 */
class KernelTrials {

    private static final long SECONDS = 60;
    private static final int LATE = -1;

    /** What stands for a core type that the library does not show. */
    static final String UNKNOWN = "unknown";

    /**
     * How a trial went.
     *
     * @param core  the core type whose kernels OpenBLAS took, or {@link #UNKNOWN}
     * @param right whether all products were right
     * @param words for a person
     */
    record Outcome(String core, boolean right, String words) {}

    /**
     * Tries one core type.
     *
     * @param coreType its name, or null to let OpenBLAS choose
     */
    Outcome run(String coreType) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().remove(Kernels.VARIABLE);
        if (coreType != null) {
            builder.environment().put(Kernels.VARIABLE, coreType);
        }
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        // What a trial says, and the page a crash writes, fit into the pipe, so nobody needs to empty it meanwhile.
        try (BufferedReader answer = process.inputReader()) {
            return outcome(ended ? process.exitValue() : LATE, answer.lines().toList());
        }
    }

    /** What a trial means: exit code 0 is right, 1 is wrong; a crash of the JVM has others and says much more. */
    static Outcome outcome(int exit, List<String> answer) {
        String core = answer.isEmpty() ? UNKNOWN : answer.get(0);
        if (exit == LATE) {
            return new Outcome(core, false, "did not end within " + SECONDS + " s");
        }
        return (exit == 0 || exit == 1) && answer.size() == 2
                ? new Outcome(core, exit == 0, answer.get(1))
                : new Outcome(core, false, "not for this processor (its process ended with exit code " + exit + ")");
    }

    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.penumbra.Penumbra",
                "bench",
                "kernels",
                "--here");
    }
}
