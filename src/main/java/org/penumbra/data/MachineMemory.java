package org.penumbra.data;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/**
 * The memory a process may take. What work will take is held against it before the work begins: a machine that swaps, or a
 * container that ends its process without a word, comes too late.
 *
 * @param heap  most bytes of Java's heap ({@code -Xmx}); the native libraries may take as much again beside it
 * @param whole bytes of the machine, or of the container where that has fewer
 */
public record MachineMemory(long heap, long whole) {

    /** What the program takes of the heap before any work. */
    private static final long HEAP_IN_USE = 20_000_000;
    /** Java itself, its code and the libraries. */
    private static final long WHOLE_IN_USE = 150_000_000;
    /** A person is told of work that takes more than this share of the machine, */
    private static final double LARGE_SHARE = 0.5;
    /** or more than so many bytes, which other programs may have wanted. */
    private static final long LARGE = 2_000_000_000;

    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;

    /** That of this process. */
    public static MachineMemory ofProcess() {
        long whole =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : Long.MAX_VALUE;
        return new MachineMemory(Runtime.getRuntime().maxMemory(), whole);
    }

    /**
     * Sees that there is as much as some work needs.
     *
     * @param work   what it is: "training with 8192 images a step"
     * @param lessen what to do otherwise: "choose fewer images a step"
     * @throws MemoryProblem when there is less
     */
    public void require(MemoryNeed need, String work, String lessen) {
        if (need.total() > whole - WHOLE_IN_USE) {
            throw new MemoryProblem(
                    need,
                    capital(work) + " would take about " + words(need.total()) + " of memory, but this machine has "
                            + words(whole) + " in all; " + lessen);
        }
        if (need.heap() > heap - HEAP_IN_USE) {
            throw tooMuchForJava(need, need.heap(), work, lessen);
        }
        if (need.beside() > heap) {
            throw tooMuchForJava(need, need.beside(), work, lessen);
        }
    }

    private MemoryProblem tooMuchForJava(MemoryNeed need, long part, String work, String lessen) {
        long wanted = Math.max(need.heap() + HEAP_IN_USE, need.beside()) * 5 / 4;
        String more = wanted + need.beside() < whole
                ? ", or give Java more with JAVA_OPTS=-Xmx" + (wanted / 1_000_000) + "m"
                : "";
        return new MemoryProblem(
                need,
                capital(work) + " would take about " + words(part)
                        + " of memory that Java has to grant, but it may grant " + words(heap) + " only; " + lessen,
                more);
    }

    /**
     * What to tell of work that takes more than half of the machine, or more than 2 GB: one sentence; empty where there is nothing to tell.
     *
     * @param work as for {@link #require}
     */
    public Optional<String> warning(MemoryNeed need, String work) {
        return need.total() > LARGE || need.total() > LARGE_SHARE * whole
                ? Optional.of(capital(work) + " takes about " + words(need.total()) + " of memory, of the "
                        + words(whole) + " that this machine has; close other programs if it becomes slow.")
                : Optional.empty();
    }

    private static String capital(String work) {
        return work.substring(0, 1).toUpperCase(Locale.ROOT) + work.substring(1);
    }

    /** "3.6 GB", "250 MB". */
    private static String words(long bytes) {
        return bytes < GIGABYTE
                ? String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
    }
}
