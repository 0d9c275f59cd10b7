package org.penumbra.bench.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.penumbra.data.RegularFile;

/**
 * What the process holds at one moment.
 *
 * @param second   since the start
 * @param heap     bytes of Java's heap in use, after a collection
 * @param resident bytes of memory of the whole process; 0 where the system does not tell
 * @param threads  that live
 * @param errors   nobody expected, since the start
 */
record Sample(double second, long heap, long resident, int threads, long errors) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KILO = 1024;

    /** Collects what nobody holds, twice, as the first leaves what waits to be finalised, and looks. */
    static Sample now(double second, long errors) {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Sample(
                second,
                runtime.totalMemory() - runtime.freeMemory(),
                residentNow(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                errors);
    }

    private static long residentNow() {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            return RegularFile.text(STATUS)
                    .lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> KILO * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the memory of this process is not told", e);
        }
    }
}
