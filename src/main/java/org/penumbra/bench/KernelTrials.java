package org.penumbra.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts {@code bench kernels --here} in processes of their own, as OpenBLAS chooses its kernels once a process, and as
 * kernels with instructions that the processor lacks end theirs.
 */
class KernelTrials {

    /** The names of OpenBLAS's kernels for 64-bit Intel and AMD, oldest first, then for 64-bit ARM. */
    static final List<String> CORE_TYPES = System.getProperty("os.arch").matches("amd64|x86_64")
            ? List.of(
                    "Prescott",
                    "Core2",
                    "Nehalem",
                    "Barcelona",
                    "Sandybridge",
                    "Bulldozer",
                    "Piledriver",
                    "Steamroller",
                    "Excavator",
                    "Haswell",
                    "Zen",
                    "SkylakeX",
                    "Cooperlake",
                    "SapphireRapids")
            : List.of(
                    "armv8",
                    "cortexa53",
                    "cortexa57",
                    "cortexa72",
                    "cortexa73",
                    "thunderx",
                    "thunderx2t99",
                    "tsv110",
                    "emag8180",
                    "neoversen1",
                    "neoversev1",
                    "neoversen2",
                    "armv8sve",
                    "a64fx",
                    "vortex");

    private static final long SECONDS = 60;
    private static final String CORE = "Core: ";

    /**
     * How a trial went.
     *
     * @param core  the kernels that OpenBLAS says it took, "unknown" if it said nothing
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
        Path said = Files.createTempFile("penumbra-kernels", ".txt");
        Path answer = Files.createTempFile("penumbra-kernels", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().remove("OPENBLAS_CORETYPE");
            // Makes OpenBLAS say on standard error which kernels it took.
            builder.environment().put("OPENBLAS_VERBOSE", "2");
            if (coreType != null) {
                builder.environment().put("OPENBLAS_CORETYPE", coreType);
            }
            Process process = builder.redirectError(said.toFile())
                    .redirectOutput(answer.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return new Outcome(core(said), false, "did not end within " + SECONDS + " s");
            }
            return outcome(process.exitValue(), core(said), text(answer).strip());
        } finally {
            Files.delete(said);
            Files.delete(answer);
        }
    }

    /** What the exit code and the answer of a trial mean: 0 is right, 1 is wrong, and a crash of the JVM has others. */
    static Outcome outcome(int exit, String core, String answer) {
        return exit == 0 || exit == 1
                ? new Outcome(core, exit == 0, answer)
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

    private static String core(Path said) throws IOException {
        return text(said)
                .lines()
                .filter(line -> line.startsWith(CORE))
                .map(line -> line.substring(CORE.length()).strip())
                .reduce((first, second) -> second)
                .orElse("unknown");
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), Charset.defaultCharset());
    }
}
