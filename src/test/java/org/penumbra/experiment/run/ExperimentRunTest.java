package org.penumbra.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.kit.Await;
import org.penumbra.kit.CountingExperiment;
import org.penumbra.kit.LeftThreads;

/** How a run computes, keeps and goes on. */
class ExperimentRunTest extends ExperimentRunCase {

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 64})
    void resultsAreTheSameToTheByteWithAnyNumberOfWorkers(int workers) throws IOException {
        RunRecorder watcher = new RunRecorder();
        Results results = run(counting(), out(), workers, watcher, false);
        assertEquals(Set.copyOf(ALL), results.finished().keySet());
        assertEquals(new TreeSet<>(ALL), new TreeSet<>(watcher.computed));
        assertEquals(undisturbed(), results(out()));
        LeftThreads.awaitNone("penumbra-cells-");
    }

    @Test
    void theFolderSaysWhatWasRunAndHowLongItTook() throws IOException {
        Results results = run(counting(), new RunRecorder(), false);
        JsonNode found = new ObjectMapper().readTree(results(out()));
        assertEquals("counting", found.path("experiment").textValue());
        assertEquals(1, found.path("settings").path("seed").intValue());
        for (String id : ALL) {
            assertEquals(
                    results.of(id).orElseThrow().path("sum").doubleValue(),
                    found.path("cells").path(id).path("sum").doubleValue());
        }
        JsonNode times = new ObjectMapper().readTree(Files.readString(out().resolve("run.json")));
        assertTrue(times.path("cells").path("sum-3").path("seconds").isNumber(), times.toString());
        assertTrue(times.path("machine").textValue().contains("Java"), times.toString());
        assertFalse(results(out()).contains("seconds"), "times are never the same twice");
        try (Stream<Path> files = Files.list(out().resolve("cells"))) {
            assertEquals(CELLS, files.count());
        }
    }

    @Test
    void aStoppedRunGoesOnWithWhatIsMissingAndEndsWithTheSameBytes() throws IOException {
        RunRecorder first = new RunRecorder(5);
        Results some = run(counting(), first, false);
        assertTrue(some.finished().size() >= 5 && some.finished().size() < CELLS, some.toString());
        assertFalse(Files.exists(out().resolve("results.json")), "the run is not over");
        RunRecorder second = new RunRecorder();
        Results all = run(counting(), second, true);
        assertEquals(some.finished().keySet(), Set.copyOf(second.kept));
        assertEquals(CELLS - second.kept.size(), second.computed.size());
        assertEquals(CELLS, all.finished().size());
        assertEquals(undisturbed(), results(out()));
    }

    @Test
    void aFinishedRunIsNotComputedAgain() throws IOException {
        run(counting(), new RunRecorder(), false);
        RunRecorder again = new RunRecorder();
        run(counting(), again, true);
        assertEquals(List.of(), again.computed);
        assertEquals(ALL, again.kept);
        assertEquals(undisturbed(), results(out()));
    }

    @Test
    void aCellThatFailsIsReportedAndTriedAgainByTheNextRun() throws IOException {
        RunRecorder watcher = new RunRecorder();
        Results results = run(new CountingExperiment(ExperimentSettings.USUAL, CELLS, 4, 0), watcher, false);
        assertEquals(CELLS - 1, results.finished().size());
        assertEquals(Map.of("sum-4", "cell 4: expected numbers, but it is the one that fails"), results.failed());
        assertEquals(Set.of("sum-4"), watcher.failed.keySet());
        JsonNode found = new ObjectMapper().readTree(results(out()));
        assertEquals(
                results.failed().get("sum-4"),
                found.path("failed").path("sum-4").textValue());
        RunRecorder again = new RunRecorder();
        run(counting(), again, true);
        assertEquals(List.of("sum-4"), again.computed);
        assertEquals(undisturbed(), results(out()));
    }

    /** What cells 0 to 6 of a hooked experiment throw or return instead. */
    private static Throwable failure(int cell) {
        return switch (cell) {
            case 0 -> new OutOfMemoryError("Java heap space");
            case 1 -> new StackOverflowError();
            case 2 -> new NoClassDefFoundError("org/nowhere");
            case 3 -> new AssertionError("a fault");
            case 4 -> new NullPointerException("a fault");
            case 5 -> new CellStopped();
            default -> null;
        };
    }

    @Test
    void whateverOneCellFailsByTheOthersAreComputed() {
        Experiment hooked = new HookedExperiment(counting(), (cell, result, watcher) -> {
            int number = result.path("number").intValue();
            sneak(failure(number));
            return number == 6 ? JsonNodeFactory.instance.objectNode().put("x", Double.NaN) : result;
        });
        Results results = run(hooked, new RunRecorder(), false);
        assertEquals(Set.copyOf(ALL.subList(7, CELLS)), results.finished().keySet());
        assertEquals(Set.copyOf(ALL.subList(0, 7)), results.failed().keySet());
        assertEquals(
                "not enough memory (OutOfMemoryError: Java heap space); let fewer cells be computed at once, or give Java more",
                results.failed().get("sum-0"));
        assertEquals(
                "a fault of the program (NullPointerException: a fault); the log says where it happened",
                results.failed().get("sum-4"));
        assertEquals(
                "cell sum-6: its result cannot be kept (the result.x: expected finite numbers, but found NaN); this is a fault "
                        + "of the program",
                results.failed().get("sum-6"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        if (failure != null) {
            throw (T) failure;
        }
    }

    @Test
    void cellsThatAreBeingComputedAreGivenUpWhenTheRunIsToEnd() {
        Experiment endless = new HookedExperiment(counting(), (cell, result, watcher) -> {
            while (result.path("number").intValue() > 1) {
                watcher.at(0.5);
            }
            return result;
        });
        RunRecorder watcher = new RunRecorder(2);
        Results results = run(endless, out(), 3, watcher, false);
        assertEquals(Set.of("sum-0", "sum-1"), results.finished().keySet());
        assertEquals(Map.of(), results.failed());
        assertEquals(0.5, watcher.shares.get("sum-2"));
        LeftThreads.awaitNone("penumbra-cells-");
    }

    @Test
    void whoeverInterruptsTheThreadThatWaitsEndsTheRun() {
        Thread waiting = Thread.currentThread();
        Experiment endless = new HookedExperiment(counting(), (cell, result, watcher) -> {
            waiting.interrupt();
            while (true) {
                watcher.at(0.5);
            }
        });
        Results results = run(endless, new RunRecorder(), false);
        assertTrue(Thread.interrupted(), "the interruption was swallowed");
        assertEquals(Map.of(), results.finished());
        LeftThreads.awaitNone("penumbra-cells-");
    }

    @Test
    void aWatcherThatBlocksPausesAllWorkers() throws Exception {
        CountDownLatch on = new CountDownLatch(1);
        RunRecorder watcher = new RunRecorder() {
            @Override
            public boolean goOn() {
                if (computed.size() >= 3) {
                    awaitQuietly(on);
                }
                return super.goOn();
            }
        };
        ConcurrentLinkedQueue<String> begun = new ConcurrentLinkedQueue<>();
        Experiment counted = new HookedExperiment(counting(), (cell, result, ignored) -> {
            begun.add(cell.id());
            return result;
        });
        Thread run = new Thread(() -> run(counted, watcher, false), "a run that is paused");
        run.start();
        Await.await(() -> watcher.computed.size() >= 3, "three cells");
        Thread.sleep(50);
        assertTrue(begun.size() <= 5, "cells begun by two workers while the run was paused: " + begun);
        on.countDown();
        run.join();
        assertEquals(CELLS, watcher.computed.size());
        assertEquals(undisturbed(), results(out()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a worker", e);
        }
    }

    @Test
    void theLongestCellsGoFirst() {
        List<Cell> todo = List.of(
                new Cell("sum-1", "a row", "a column", 1),
                new Cell("sum-2", "a row", "a column", 9),
                new Cell("sum-3", "a row", "a column", 3));
        List<String> order = new ArrayList<>();
        new LocalWorkers(1, workshop()).compute(counting(), todo, new CellOutcome() {
            @Override
            public void working(Cell cell, double share) {}

            @Override
            public void finished(Cell cell, ObjectNode result, double seconds) {
                assertTrue(seconds >= 0 && seconds < 60, "seconds: " + seconds);
                order.add(cell.id());
            }

            @Override
            public void failed(Cell cell, Throwable why) {
                throw new AssertionError(why);
            }

            @Override
            public boolean goOn() {
                return true;
            }
        });
        assertEquals(List.of("sum-2", "sum-3", "sum-1"), order);
    }

    @Test
    void workersThatLeaveCellsUndoneAreAFault() {
        CellWorkers lazy = (experiment, todo, outcome) -> {};
        assertEquals(
                "12 cells were neither computed nor reported as failed",
                assertThrows(
                                IllegalStateException.class,
                                () -> ExperimentRun.run(counting(), out(), workshop(), lazy, new RunRecorder(), false))
                        .getMessage());
    }
}
