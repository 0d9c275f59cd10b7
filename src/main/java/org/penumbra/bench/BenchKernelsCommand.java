package org.penumbra.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.net.layer.Kernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries all kernels that OpenBLAS has for the processor. */
@Command(
        name = "kernels",
        description = {
            "Tries the kernels of OpenBLAS on this processor, each in a process of its own, and prints which of them multiply "
                    + "rightly and how fast: billions of operations a second of a product of 1024 x 1024 on one core.",
            "OpenBLAS chooses one by itself. Another is chosen with the environment variable OPENBLAS_CORETYPE."
        })
final class BenchKernelsCommand implements Callable<Integer> {

    private static final int SIDE = 1024;
    private static final int REPEATS = 12;

    private final Console console;
    private final KernelTrials trials;

    @Option(names = "--here", description = "Try only the kernels of this process.")
    private boolean here;

    BenchKernelsCommand(Console console, KernelTrials trials) {
        this.console = console;
        this.trials = trials;
    }

    @Override
    public Integer call() throws Exception {
        return here ? tryThisProcess() : tryAll();
    }

    /** The core type comes first and alone, since wrong kernels may end the process at the first product. */
    private int tryThisProcess() {
        console.out().println(Kernels.coreType().orElse(KernelTrials.UNKNOWN));
        console.out().flush();
        Optional<String> fault = Kernels.fault();
        console.out().println(fault.isPresent() ? "wrong: " + fault.get() : right());
        return fault.isPresent() ? 1 : 0;
    }

    private static String right() {
        return String.format(Locale.ROOT, "right, %.0f GFLOP/s", Kernels.gigaflops(SIDE, REPEATS));
    }

    private int tryAll() throws Exception {
        KernelTrials.Outcome chosen = trials.run(null);
        console.out().println(line("chosen by itself", chosen));
        for (String coreType : Kernels.coreTypes()) {
            KernelTrials.Outcome outcome = trials.run(coreType);
            // OpenBLAS goes back to its own choice when it does not know a name, or knows it not for this processor.
            if (coreType.equals(outcome.core())) {
                console.out().println(line(coreType, outcome));
            }
        }
        return chosen.right() ? 0 : 1;
    }

    private static String line(String asked, KernelTrials.Outcome outcome) {
        return String.format(Locale.ROOT, "%-16s  %-14s  %s", asked, outcome.core(), outcome.words());
    }
}
