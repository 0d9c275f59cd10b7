package org.penumbra.net.layer;

import java.util.List;
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

    /** The environment variable by which a person chooses the kernels. */
    public static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final List<String> X86 = List.of(
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
            "SapphireRapids");

    private static final List<String> ARM = List.of(
            "ARMV8",
            "CORTEXA53",
            "CORTEXA57",
            "THUNDERX",
            "THUNDERX2T99",
            "TSV110",
            "EMAG8180",
            "NEOVERSEN1",
            "NEOVERSEV1",
            "NEOVERSEN2",
            "ARMV8SVE",
            "A64FX",
            "VORTEX");

    private Kernels() {}

    /** What is wrong with this process's kernels, in one sentence; empty if all products are right. Checked once. */
    public static Optional<String> fault() {
        return Checked.FAULT;
    }

    /**
     * The names that {@code OPENBLAS_CORETYPE} understands, oldest first: those for 64-bit Intel and AMD, or for 64-bit
     * ARM. A build of OpenBLAS may lack some of them, and a processor the instructions for some.
     */
    public static List<String> coreTypes() {
        return System.getProperty("os.arch").matches("amd64|x86_64") ? X86 : ARM;
    }

    /** The core type whose kernels this process has, one of {@link #coreTypes()}; empty if the library does not show it. */
    public static Optional<String> coreType() {
        return Chosen.CORE_TYPE;
    }

    /**
     * Whether products of up to a million multiplications have kernels of their own, which read both matrices where they
     * are. Without them, and above a million, OpenBLAS first copies both into an order of its own.
     */
    static boolean haveSmallProducts() {
        return Chosen.SMALL_PRODUCTS;
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

    /** Holds what the library chose, from the first question on. */
    private static final class Chosen {

        static final Optional<String> CORE_TYPE = OpenBlas.coreType(coreTypes());
        static final boolean SMALL_PRODUCTS = CORE_TYPE
                .filter(X86.subList(X86.indexOf("SkylakeX"), X86.size())::contains)
                .isPresent();
    }

    /** Holds the outcome of the check. */
    private static final class Checked {

        static final Optional<String> FAULT = new ProductCheck(Products.OF_OPENBLAS).fault();
    }
}
