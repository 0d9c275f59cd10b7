package org.penumbra.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time of the whole machine since it was started, in seconds summed over all cores.
 *
 * @param busy   in which a core worked, for whomever
 * @param stolen in which a core had work, but the host of this virtual machine gave its time to somebody else
 */
public record ProcessorTimes(double busy, double stolen) {

    private static final Path STATISTICS = Path.of("/proc/stat");
    /** Linux tells user programs in hundredths of a second, however its clock ticks. */
    private static final double TICKS = 100;
    /** Columns that hold work: user, nice, system, and both kinds of interrupts. */
    private static final List<Integer> WORK = List.of(1, 2, 3, 6, 7);

    private static final int STOLEN = 8;

    /** As of now; NaN on a platform that has no {@code /proc/stat}. */
    public static ProcessorTimes now() throws IOException {
        return Files.exists(STATISTICS)
                ? parse(Files.readAllLines(STATISTICS).get(0))
                : new ProcessorTimes(Double.NaN, Double.NaN);
    }

    /** From the first line of {@code /proc/stat}. */
    static ProcessorTimes parse(String line) {
        String[] columns = line.trim().split("\\s+");
        if (!columns[0].equals("cpu") || columns.length <= STOLEN) {
            throw new IllegalArgumentException(STATISTICS + ": expected a first line \"cpu\" with at least " + STOLEN
                    + " numbers, but got \"" + line + "\"");
        }
        double busy = WORK.stream()
                .mapToDouble(column -> Double.parseDouble(columns[column]))
                .sum();
        return new ProcessorTimes(busy / TICKS, Double.parseDouble(columns[STOLEN]) / TICKS);
    }
}
