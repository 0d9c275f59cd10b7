package org.penumbra.live.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.penumbra.data.Problem;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;
import org.penumbra.live.engine.EngineOutput;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.EngineWork;
import org.penumbra.live.engine.Explanation;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.experiments.ExperimentStatus.End;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins runs, and shows what becomes of them some times a second. Cells are computed by other threads; so a command never
 * waits for one. Confined to the engine's thread.
 */
final class ExperimentWork implements EngineWork {

    private static final Logger LOG = LoggerFactory.getLogger(ExperimentWork.class);
    private static final Explanation EXPLANATION = new Explanation(
            "for this experiment",
            "Close other programs, then go on with the run.",
            "Start again, or choose another one");

    /** Between two looks at a run, nanoseconds. */
    private static final long LOOK = 60_000_000;
    /** Between two reports at least, nanoseconds: whoever reads one does not want it to change all the time. */
    private static final long REPORT = 700_000_000;

    private static final long FOREVER = Long.MAX_VALUE;
    private static final long END_MILLIS = 700;

    private final EngineOutput<ExperimentFrame, String, ExperimentStatus> output;
    private final RunDriver driver;
    private final Supplier<Workshop> workshops;
    private final LongSupplier clock;
    private int generation = -1;
    private State state = State.EMPTY;
    private End end = End.NONE;
    private String message = "";
    private GiveWay giveWay = GiveWay.NOT;
    private Experiment experiment;
    private RunControl control;
    private CellBoard board;
    private ExperimentRunThread run;
    private Optional<Path> folder = Optional.empty();
    private Report report;
    private long reportedChanges = -1;
    private long shownChanges = -1;
    private long reported;
    private long looked;
    /** Seconds that the run has run. */
    private double ran;
    /** As the driver measures it; NaN until that is known. */
    private double slowness = Double.NaN;

    ExperimentWork(
            EngineOutput<ExperimentFrame, String, ExperimentStatus> output,
            RunDriver driver,
            Supplier<Workshop> workshops,
            LongSupplier clock) {
        this.output = output;
        this.driver = driver;
        this.workshops = workshops;
        this.clock = clock;
    }

    void prepare(Experiment shown) {
        if (run == null) {
            take(shown, Optional.empty());
            state = State.EMPTY;
            show(true);
        }
    }

    /** It has been measured how fast this machine is. */
    void slowness(double measured) {
        slowness = measured;
        if (run == null && board != null) {
            board.slowness(measured);
            report(Optional.empty());
        }
    }

    void begin(ExperimentPlan plan) {
        if (run == null) {
            take(plan.experiment(), Optional.empty());
            start(plan, false);
        }
    }

    void open(Path kept) {
        if (run == null) {
            Experiment left = driver.left(kept);
            take(left, Optional.of(kept));
            start(new ExperimentPlan(left, kept, true), true);
        }
    }

    void pause() {
        if (state == State.RUNNING && !control.isStopped()) {
            control.pause(true);
            state = State.PAUSED;
            show(false);
        }
    }

    void play() {
        if (state == State.PAUSED) {
            control.pause(false);
            state = State.RUNNING;
            show(false);
        }
    }

    void cancel() {
        if (run != null) {
            end = End.CANCELLED;
            control.stop();
            show(false);
        }
    }

    void giveWay(GiveWay how) {
        giveWay = how;
        if (control != null) {
            control.giveWay(how);
        }
    }

    private void take(Experiment next, Optional<Path> kept) {
        RunControl nextControl = new RunControl(clock);
        CellBoard nextBoard = new CellBoard(next, nextControl, driver.workers(), Double.isNaN(slowness) ? 1 : slowness);
        generation++;
        experiment = next;
        control = nextControl;
        control.giveWay(giveWay);
        board = nextBoard;
        folder = kept;
        end = End.NONE;
        message = "";
        report = null;
        reportedChanges = -1;
        shownChanges = -1;
        ran = 0;
    }

    private void start(ExperimentPlan plan, boolean lookOnly) {
        run = new ExperimentRunThread(plan, lookOnly, workshops.get(), driver, board, control);
        state = State.STARTING;
        looked = clock.getAsLong();
        run.start();
        show(true);
    }

    @Override
    public long idleNanos() {
        return run == null ? FOREVER : LOOK;
    }

    @Override
    public void work() {
        if (run == null) {
            return;
        }
        pass();
        board.takeNotes().forEach(output::add);
        boolean done = run.isDone();
        if (state == State.STARTING && run.isComputing()) {
            state = State.RUNNING;
            folder = run.folder();
        }
        if (done) {
            finish();
        }
        show(done);
    }

    private void pass() {
        long now = clock.getAsLong();
        double seconds = (now - looked) / 1e9;
        looked = now;
        if (state == State.RUNNING) {
            ran += seconds;
            board.passed(seconds);
        }
    }

    private void finish() {
        ExperimentRunThread ended = run;
        folder = ended.folder().or(() -> folder);
        board.takeNotes().forEach(output::add);
        if (ended.failure().isPresent()) {
            state = State.FAILED;
            message = EXPLANATION.of("The experiment stopped", ended.failure().get());
            report(ended.missing());
            run = null;
            return;
        }
        CellBoard.Work work = board.work();
        int cells = experiment.cells().size();
        end = work.finished() == cells
                ? End.WHOLE
                : work.finished() + work.failed() == cells ? End.FAILURES : End.CANCELLED;
        state = State.FINISHED;
        run = null;
    }

    /** @param atOnce whether the report is to hold all that is known now */
    private void show(boolean atOnce) {
        long changes = board.changes();
        long now = clock.getAsLong();
        if (report == null || changes != reportedChanges && (atOnce || now - reported >= REPORT)) {
            report = experiment.report(board.results());
            reportedChanges = changes;
            reported = now;
            shownChanges = -1;
        }
        if (atOnce || changes != shownChanges && output.frameWanted()) {
            shownChanges = changes;
            List<CellState> cells = board.states();
            output.show(new ExperimentFrame(generation, experiment, folder, cells, report));
        }
        if (state != State.FAILED) {
            report(Optional.empty());
        }
    }

    private void report(Optional<KnownImages> missing) {
        CellBoard.Work work = board == null ? new CellBoard.Work(0, 0, 0, 0) : board.work();
        boolean over = board == null || state == State.FINISHED || state == State.FAILED;
        output.report(new ExperimentStatus(
                generation,
                state,
                end,
                work.finished(),
                board == null ? 0 : board.states().size(),
                work.failed(),
                work.share(),
                over ? Double.NaN : board.left(ran),
                !Double.isNaN(slowness),
                work.atStake(),
                message,
                missing));
    }

    @Override
    public void fail(Throwable cause) {
        if (!(cause instanceof Problem)) {
            LOG.error("a command of the experiments failed", cause);
        }
        generation = Math.max(0, generation);
        state = State.FAILED;
        message = EXPLANATION.of("The experiment stopped", cause);
        if (run != null) {
            control.stop();
            run = null;
        }
        report(Optional.empty());
    }

    @Override
    public void close() {
        if (run != null) {
            control.stop();
            try {
                run.join(END_MILLIS);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
