package org.penumbra.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Workshop;
import org.penumbra.kit.RunningProgram;

/** Programs that are killed while they run an experiment lose no finished cell and change no result. */
class KilledRunTest {

    private static final int KILLS = 20;
    /** From before the first cell to after the last. */
    private static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(160);
    /** A program that lives for a moment is started fastest so. */
    private static final List<String> BRIEF =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx96m");

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void twentyKillsLoseNoFinishedCellAndChangeNoResult() throws Exception {
        System.out.println("seed " + seed);
        String undisturbed = undisturbed();
        int kills = 0;
        Set<Integer> found = new HashSet<>();
        for (int round = 0; kills < KILLS; round++) {
            Path out = folder.resolve("run-" + round);
            boolean over = false;
            while (!over) {
                Set<String> kept = finished(out);
                found.add(kept.size());
                over = live(out, kills < KILLS);
                kills += over ? 0 : 1;
                Set<String> again = computed();
                again.retainAll(kept);
                assertEquals(Set.of(), again, "finished cells that were computed again, seed " + seed);
                assertTrue(finished(out).containsAll(kept), "finished cells are gone, seed " + seed);
            }
            assertEquals(undisturbed, Files.readString(out.resolve("results.json")), "seed " + seed);
        }
        System.out.println("finished cells that were found after a kill: " + found);
        assertTrue(found.size() > 2, "all kills came at the same moment, seed " + seed + ": " + found);
    }

    /** One life of the program; whether it reached its end. */
    private boolean live(Path out, boolean kill) throws IOException, InterruptedException {
        try (RunningProgram program = new RunningProgram(
                folder.resolve("stdout"), BRIEF, CountingRun.class.getName(), List.of(out.toString()))) {
            program.awaitLine(random.nextInt(5) == 0 ? CountingRun.READY : CountingRun.BEGUN);
            if (kill) {
                TimeUnit.NANOSECONDS.sleep(random.nextLong(LATEST_NANOS));
                program.kill();
            } else {
                program.awaitEnd();
            }
            return program.exitValue() == 0;
        }
    }

    private Set<String> computed() throws IOException {
        return new HashSet<>(Files.readAllLines(folder.resolve("stdout")));
    }

    private static Set<String> finished(Path out) throws IOException {
        Path cells = out.resolve("cells");
        if (!Files.exists(cells)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(cells)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cell"))
                    .map(name -> name.substring(0, name.length() - ".cell".length()))
                    .collect(Collectors.toSet());
        }
    }

    private String undisturbed() throws IOException {
        Path out = folder.resolve("calm");
        Workshop workshop = new Workshop(DataHome.in(folder.resolve("no-data")));
        ExperimentRun.run(
                CountingRun.experiment(), out, workshop, new LocalWorkers(1, workshop), new RunRecorder(), false);
        return Files.readString(out.resolve("results.json"));
    }
}
