package org.penumbra.net.layer;

import java.util.Optional;

/**
 * The kernels of this process: the machine code for matrix products that OpenBLAS chose for the processor, or that the
 * environment variable {@code OPENBLAS_CORETYPE} asks for. The choice is made once, while the library loads.
 *
 * <p>A kernel that is older or younger than the processor can be wrong on it, and a wrong product would be a wrong answer
 * without any sign of it. So the first network of a process checks them ({@link ProductCheck}), and none is computed with
 * kernels that failed.
 */
public final class Kernels {

    private static final String VARIABLE = "OPENBLAS_CORETYPE";

    private Kernels() {}

    /** What is wrong with this process's kernels, in one sentence; empty if all products are right. Checked once. */
    public static Optional<String> fault() {
        return Checked.FAULT;
    }

    /** How many billion operations a second a product of two matrices of side x side reaches, on one core. */
    public static double gigaflops(int side, int repeats) {
        return KernelSpeed.gigaflops(side, repeats);
    }

    static void requireRight() {
        if (Checked.FAULT.isPresent()) {
            throw new KernelException(words(Checked.FAULT.get(), System.getenv(VARIABLE)));
        }
    }

    static String words(String fault, String coreType) {
        boolean asked = coreType != null && !coreType.isBlank();
        return "The matrix products of OpenBLAS are wrong on this processor, so no network can be computed: " + fault
                + ". Its kernels were "
                + (asked
                        ? "asked for by " + VARIABLE + "=" + coreType + ". Unset this variable"
                        : "chosen by itself. Set the environment variable " + VARIABLE
                                + " to a core type that is right here")
                + " and start again; \"penumbra bench kernels\" tells which are right and how fast they are.";
    }

    /** Holds the outcome from the first question on. */
    private static final class Checked {

        static final Optional<String> FAULT = new ProductCheck(Products.OF_OPENBLAS).fault();
    }
}
