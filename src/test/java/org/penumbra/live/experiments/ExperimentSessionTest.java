package org.penumbra.live.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.run.RunWatcher;
import org.penumbra.kit.Await;
import org.penumbra.kit.CountingExperiment;
import org.penumbra.kit.MissingImages;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.experiments.CellState.Phase;
import org.penumbra.live.experiments.ExperimentStatus.End;

/** Runs of small experiments, without a window. */
@Timeout(60)
class ExperimentSessionTest {

    private static final int CELLS = 8;

    @TempDir
    Path folder;

    private ExperimentSession session;
    private ExperimentFrame frame;

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
        }
    }

    private static Experiment counting(int failing, int millis) {
        return new CountingExperiment(ExperimentSettings.USUAL, CELLS, failing, millis);
    }

    private void start(RunDriver driver) {
        session = new ExperimentSession(driver, DataHome.in(folder.resolve("data")));
    }

    private static RunDriver small(int failing, int millis) {
        Experiment usual = counting(failing, millis);
        return new KeptCells(
                List.of(new ExperimentKind(
                        usual.about(), settings -> new CountingExperiment(settings, CELLS, failing, millis))),
                1,
                () -> 2);
    }

    private ExperimentFrame frame(Predicate<ExperimentFrame> wanted) {
        Await.await(
                () -> {
                    session.takeFrame().ifPresent(taken -> frame = taken);
                    return frame != null && wanted.test(frame);
                },
                Duration.ofSeconds(20),
                () -> "the frame");
        return frame;
    }

    private ExperimentStatus status(Predicate<ExperimentStatus> wanted) {
        Await.await(
                () -> wanted.test(session.status()),
                Duration.ofSeconds(20),
                () -> "another status than " + session.status());
        return session.status();
    }

    private static double firstSum(Report report) {
        return report.parts().stream()
                .filter(FigureTable.class::isInstance)
                .map(FigureTable.class::cast)
                .findFirst()
                .orElseThrow()
                .rows()
                .get(0)
                .entries()
                .get(0)
                .value();
    }

    @Test
    void whatIsPreparedShowsWaitingCellsAndAReportWithoutResults() {
        start(small(-1, 0));
        session.prepare(counting(-1, 0));
        ExperimentFrame shown = frame(any -> true);
        assertEquals(CELLS, shown.count(Phase.WAITING));
        assertEquals(Optional.empty(), shown.folder());
        assertTrue(Double.isNaN(firstSum(shown.report())));
        assertEquals(State.EMPTY, session.status().state());
        assertEquals(CELLS, session.status().cells());
        assertEquals(
                2 * CELLS * 0.001,
                status(ExperimentStatus::measured).secondsLeft(),
                1e-9,
                "on a machine half as fast as the one on which it was measured");
    }

    @Test
    void aRunFinishesItsCellsAndWritesTheReport() {
        start(small(-1, 0));
        session.begin(new ExperimentPlan(counting(-1, 0), folder.resolve("run"), false));
        ExperimentStatus ended = status(now -> now.state() == State.FINISHED);
        assertEquals(End.WHOLE, ended.end());
        assertEquals(CELLS, ended.step());
        assertEquals(1, ended.share(), 1e-9);
        ExperimentFrame shown = frame(now -> now.count(Phase.FINISHED) == CELLS);
        assertEquals(Optional.of(folder.resolve("run")), shown.folder());
        assertTrue(
                shown.cells().get(3).words().startsWith("sum 0."),
                shown.cells().get(3).words());
        assertFalse(Double.isNaN(firstSum(shown.report())));
        assertTrue(Files.exists(folder.resolve("run/report.md")));
    }

    @Test
    void aRunNeverWritesWhereSomethingIs() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/notes.txt"), "mine");
        start(small(-1, 0));
        session.begin(new ExperimentPlan(counting(-1, 0), folder.resolve("run"), false));
        status(now -> now.state() == State.FINISHED);
        assertEquals(
                folder.resolve("run-2"),
                frame(now -> now.folder().isPresent()).folder().orElseThrow());
        try (var inside = Files.list(folder.resolve("run"))) {
            assertEquals(1, inside.count());
        }
    }

    @Test
    void aFailingCellIsToldAndTheOthersGoOn() {
        start(small(2, 0));
        session.begin(new ExperimentPlan(counting(2, 0), folder.resolve("run"), false));
        ExperimentStatus ended = status(now -> now.state() == State.FINISHED);
        assertEquals(End.FAILURES, ended.end());
        assertEquals(1, ended.failed());
        assertEquals(CELLS - 1, ended.step());
        assertTrue(ended.canGoOn());
        CellState failed =
                frame(now -> now.count(Phase.FINISHED) == CELLS - 1).cells().get(2);
        assertEquals(Phase.FAILED, failed.phase());
        assertEquals("cell 2: expected numbers, but it is the one that fails", failed.words());
    }

    @Test
    void pausedCellsStandStillAndGoOnWhereTheyWere() throws InterruptedException {
        start(small(-1, 40));
        session.begin(new ExperimentPlan(counting(-1, 40), folder.resolve("run"), false));
        status(now -> now.step() > 0);
        session.pause();
        status(now -> now.state() == State.PAUSED);
        long at = session.status().step();
        Thread.sleep(150);
        assertTrue(session.status().step() <= at + 1, "one cell may have ended at that moment");
        assertEquals(State.PAUSED, session.status().state());
        session.play();
        assertEquals(End.WHOLE, status(now -> now.state() == State.FINISHED).end());
    }

    @Test
    void aCancelledRunGoesOnInItsFolderWithTheSameResults() {
        start(small(-1, 30));
        session.begin(new ExperimentPlan(counting(-1, 30), folder.resolve("run"), false));
        status(now -> now.step() >= 2);
        session.cancel();
        ExperimentStatus cancelled = status(now -> now.state() == State.FINISHED);
        assertEquals(End.CANCELLED, cancelled.end());
        assertTrue(cancelled.step() >= 2 && cancelled.step() < CELLS, cancelled.toString());
        ExperimentFrame left = frame(now -> now.count(Phase.FINISHED) == cancelled.step());
        assertEquals(CELLS - cancelled.step(), left.count(Phase.WAITING), "the cell at work waits again");

        session.open(folder.resolve("run"));
        status(now -> now.generation() > cancelled.generation() && now.state() == State.FINISHED);
        assertEquals(cancelled.step(), session.status().step(), "looking computes nothing");
        assertEquals(End.CANCELLED, session.status().end());

        session.begin(new ExperimentPlan(counting(-1, 30), folder.resolve("run"), true));
        status(now -> now.end() == End.WHOLE);
        Report resumed = frame(now -> now.count(Phase.FINISHED) == CELLS).report();

        session.begin(new ExperimentPlan(counting(-1, 30), folder.resolve("other"), false));
        status(now -> now.end() == End.WHOLE && now.generation() == 3);
        Report unbroken = frame(now -> now.generation() == 3 && now.count(Phase.FINISHED) == CELLS)
                .report();
        assertEquals(unbroken, resumed);
    }

    @Test
    void whatIsNoFolderOfResultsIsRefused() {
        start(small(-1, 0));
        session.open(folder);
        ExperimentStatus refused = status(now -> now.state() == State.FAILED);
        assertTrue(refused.message().contains("no run was begun there"), refused.message());
    }

    @Test
    void aDataSetThatIsMissingIsNamed() {
        start(small(-1, 0));
        session.begin(new ExperimentPlan(new MissingImages(), folder.resolve("run"), false));
        ExperimentStatus refused = status(now -> now.state() == State.FAILED);
        assertEquals("mnist", refused.missing().orElseThrow().name());
        assertTrue(refused.message().startsWith("MNIST is not on this machine"), refused.message());
        assertFalse(Files.exists(folder.resolve("run")), "nothing is made before");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldAndNothingIsComputed() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        start(small(-1, 0));
        session.begin(new ExperimentPlan(counting(-1, 0), folder.resolve("file/run"), false));
        ExperimentStatus refused = status(now -> now.state() == State.FAILED);
        assertTrue(refused.message().startsWith("no folder for results can be made"), refused.message());
        assertEquals(0, refused.step());
    }

    @Test
    void aFaultOfTheProgramEndsTheRunWithWords() {
        start(new RunDriver() {
            @Override
            public Results run(Experiment what, Path where, Workshop shop, RunWatcher watcher, boolean goOn) {
                throw new IllegalStateException("a fault");
            }

            @Override
            public Experiment left(Path where) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(Report report, Path where) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int workers() {
                return 1;
            }

            @Override
            public double slowness() {
                throw new UnsupportedOperationException();
            }
        });
        session.begin(new ExperimentPlan(counting(-1, 0), folder.resolve("run"), false));
        ExperimentStatus stopped = status(now -> now.state() == State.FAILED);
        assertTrue(stopped.message().startsWith("The experiment stopped: a fault."), stopped.message());
    }

    @Test
    void closingGivesUpTheCellAtWorkAndKeepsTheOthers() throws InterruptedException, IOException {
        start(small(-1, 50));
        session.begin(new ExperimentPlan(counting(-1, 50), folder.resolve("run"), false));
        status(now -> now.step() >= 1);
        session.close();
        assertTrue(session.awaitEnd(5, TimeUnit.SECONDS));
        assertEquals(State.CLOSED, session.status().state());
        try (var inside = Files.list(folder.resolve("run/cells"))) {
            List<String> names =
                    inside.map(file -> file.getFileName().toString()).toList();
            assertTrue(names.contains("sum-0.cell"), names.toString());
            assertFalse(names.contains("sum-7.cell"), names.toString());
        }
    }

    @Test
    void cellsRestWhollyWhileTheyAreToldTo() throws InterruptedException {
        start(small(-1, 20));
        session.giveWay(GiveWay.WHOLLY);
        session.begin(new ExperimentPlan(counting(-1, 20), folder.resolve("run"), false));
        status(now -> now.state() == State.RUNNING);
        Thread.sleep(100);
        assertEquals(0, session.status().step());
        session.giveWay(GiveWay.NOT);
        assertEquals(End.WHOLE, status(now -> now.state() == State.FINISHED).end());
    }
}
