package org.penumbra.experiment.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.run.CellWorkers;
import org.penumbra.experiment.run.ExperimentRun;
import org.penumbra.experiment.run.LocalWorkers;
import org.penumbra.experiment.run.RunWatcher;

/** Against a real master with two workers, all on this machine. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SparkWorkersTest {

    private static final String MEMORY = "spark.executor.memory";
    private static final String HOST = "spark.driver.host";

    @TempDir
    private static Path folder;

    private static SparkCluster cluster;
    private static Path program;

    private final Experiment experiment = TinySource.counting(ExperimentSettings.USUAL);
    private final Workshop workshop = new Workshop(DataHome.in(folder.resolve("no-data")));

    @BeforeAll
    static void startTheCluster() throws IOException {
        System.setProperty(MEMORY, "512m");
        System.setProperty(HOST, "127.0.0.1");
        program = ProgramJar.write(folder.resolve("program.jar"));
        cluster = new SparkCluster(folder, 2);
    }

    @AfterAll
    static void endIt() {
        System.clearProperty(MEMORY);
        System.clearProperty(HOST);
        if (cluster != null) {
            cluster.close();
        }
    }

    /** Stops a run after some cells, loses a machine in the middle of the next run, and looks at what is found in the end. */
    @Test
    void aMachineThatIsLostChangesNothing() throws IOException {
        Path near = folder.resolve("near");
        run(near, new LocalWorkers(TinySource.CELLS, workshop), new Recorder(done -> {}), false);

        Path far = folder.resolve("far");
        Recorder first = new Recorder(done -> {});
        first.most = 4;
        run(far, spark(), first, false);
        assertTrue(
                first.finished.size() >= 4 && first.finished.size() < TinySource.CELLS - 1, first.finished.toString());

        Recorder second = new Recorder(done -> {
            if (done == first.finished.size() + 6) {
                assertTrue(cluster.computes(0) && cluster.computes(1), "both workers compute");
                cluster.lose(0);
            }
        });
        Results results = run(far, spark(), second, true);
        assertEquals(TinySource.CELLS - 1, results.finished().size(), () -> cluster.log("worker-1"));
        assertEquals(Set.of("sum-" + TinySource.FAILING), results.failed().keySet());
        assertEquals(Files.readString(near.resolve("results.json")), Files.readString(far.resolve("results.json")));
        Set<String> begun = new TreeSet<>(second.begun);
        begun.addAll(first.finished);
        assertEquals(TinySource.CELLS, begun.size(), "cells that were said to begin");
        assertTrue(!cluster.computes(0), "the lost worker is gone");
    }

    /** Where the data lie on this machine alone. */
    @Test
    void dataSetsAreSentToTheMachines() {
        DataHome home = DataHome.in(
                Path.of(Optional.ofNullable(System.getenv(DataHome.VARIABLE)).orElse("../shared/data")));
        for (KnownImages known : KnownImages.all()) {
            assumeTrue(home.find(known).isPresent(), "needs " + known.title());
        }
        Workshop here = new Workshop(home);
        Experiment pixels = new PixelExperiment(ExperimentSettings.USUAL);
        CellWorkers far = new SparkWorkers(cluster.master(), List.of(program), home);
        Results results =
                ExperimentRun.run(pixels, folder.resolve("pixels"), here, far, new Recorder(done -> {}), false);
        assertEquals(Map.of(), results.failed());
        for (Cell cell : pixels.cells()) {
            assertEquals(
                    pixels.run(cell, here, share -> true), results.of(cell.id()).orElseThrow());
        }
    }

    @Test
    void anAddressWhereNobodyListensIsSaidAtOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String master = "spark://127.0.0.1:" + port;
        CellWorkers nobody = new SparkWorkers(master, List.of(program), workshop.home());
        Path out = folder.resolve("nobody");
        ExperimentException said =
                assertThrows(ExperimentException.class, () -> run(out, nobody, new Recorder(done -> {}), false));
        assertTrue(said.getMessage().startsWith(master + ": nobody answers there"), said.getMessage());
    }

    private CellWorkers spark() {
        return new SparkWorkers(cluster.master(), List.of(program), workshop.home());
    }

    private Results run(Path out, CellWorkers workers, RunWatcher watcher, boolean resume) {
        return ExperimentRun.run(experiment, out, workshop, workers, watcher, resume);
    }

    /** Writes down what it is told, and does something after every finished cell. */
    private static final class Recorder implements RunWatcher {

        private final Consumer<Integer> after;
        private final Set<String> finished = new ConcurrentSkipListSet<>();
        private final Set<String> begun = new ConcurrentSkipListSet<>();
        private volatile int most = Integer.MAX_VALUE;

        Recorder(Consumer<Integer> after) {
            this.after = after;
        }

        @Override
        public void finished(Cell cell, ObjectNode result) {
            finished.add(cell.id());
            after.accept(finished.size());
        }

        @Override
        public void working(Cell cell, double share) {
            begun.add(cell.id());
        }

        @Override
        public void failed(Cell cell, Throwable why) {
            begun.add(cell.id());
        }

        @Override
        public boolean goOn() {
            return finished.size() < most;
        }
    }
}
