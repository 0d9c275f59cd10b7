package org.penumbra.net.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** What OpenBLAS keeps in this process's memory: how many threads it takes, and the kernels it chose. */
final class OpenBlas {

    /** How the library's file is called at its beginning. */
    private static final String LIBRARY = "libopenblas_nolapack";
    /** The number of threads that products take, an int. All that OpenBLAS does when it is set to 1 is to write it here. */
    private static final String THREADS = "blas_cpu_number";
    /** The pointer to the kernels that were chosen; each core type's are called this, an underscore and its name. */
    private static final String CHOSEN = "gotoblas";

    private OpenBlas() {}

    /**
     * Keeps products to one thread. JavaCPP's own call would look the symbol up anew each time, in the way that
     * {@link LoadedSymbols} avoids, so on Linux the number is written to its place.
     */
    static void useOneThread() {
        if (Symbols.THREADS != null) {
            Symbols.THREADS.put(1);
        } else {
            openblas_nolapack.blas_set_num_threads(1);
        }
    }

    /**
     * Whose kernels were chosen.
     *
     * @param names of core types that the library may know
     * @return one of them; empty if the library does not show it
     */
    static Optional<String> coreType(List<String> names) {
        Long chosen = Symbols.ALL.get(CHOSEN);
        if (chosen == null) {
            return Optional.empty();
        }
        long kernels = new PointerPointer<>(new At(chosen)).get(0).address();
        return names.stream()
                .filter(name -> Symbols.ALL.getOrDefault(symbol(name), 0L) == kernels)
                .findFirst();
    }

    private static String symbol(String coreType) {
        return CHOSEN + "_" + coreType.toUpperCase(Locale.ROOT);
    }

    /** A place in the process's memory. */
    private static final class At extends Pointer {

        private At(long address) {
            this.address = address;
        }
    }

    /** Holds what was found, from the first question on; the file is read once. */
    private static final class Symbols {

        static final Map<String, Long> ALL = find();
        /** Null on systems where it is not looked for. */
        static final IntPointer THREADS = Optional.ofNullable(ALL.get(OpenBlas.THREADS))
                .map(address -> new IntPointer(new At(address)))
                .orElse(null);

        private static Map<String, Long> find() {
            // Nothing is found before the library is loaded.
            Loader.load(openblas_nolapack.class);
            List<String> possible = new ArrayList<>(List.of(CHOSEN));
            Kernels.coreTypes().forEach(name -> possible.add(symbol(name)));
            return LoadedSymbols.of(
                    LIBRARY, name -> name.startsWith(CHOSEN) || name.equals(OpenBlas.THREADS), possible);
        }
    }
}
