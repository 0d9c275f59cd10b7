package org.penumbra.live.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Workshop;
import org.penumbra.live.engine.EngineOutput;
import org.penumbra.live.engine.EngineSession;
import org.penumbra.live.engine.GiveWay;

/**
 * Runs one experiment at a time. The engine's thread reads the commands and shows how the run is doing; a second thread waits
 * for the cells, which are computed by as many as the {@link RunDriver} has. When the session is closed, the cells at work are
 * given up at the next moment they look, and all finished ones are kept.
 */
public final class ExperimentSession extends EngineSession<ExperimentWork> implements ExperimentEngine {

    private final EngineOutput<ExperimentFrame, String, ExperimentStatus> output;
    private final RunDriver driver;
    /** Whether it is being measured how fast this machine is, or has been. */
    private final AtomicBoolean measuring = new AtomicBoolean();

    /** @param data where data sets are looked for */
    public ExperimentSession(RunDriver driver, DataHome data) {
        this(driver, () -> new Workshop(data), System::nanoTime, new EngineOutput<>(ExperimentStatus.NOTHING));
    }

    /** @param workshops makes one for each run, so that what a run has read is not held for ever */
    private ExperimentSession(
            RunDriver driver,
            Supplier<Workshop> workshops,
            LongSupplier clock,
            EngineOutput<ExperimentFrame, String, ExperimentStatus> output) {
        super(
                "penumbra-experiments",
                interruption -> new ExperimentWork(output, driver, workshops, clock),
                cause -> output.report(output.status().closed()));
        this.output = output;
        this.driver = driver;
    }

    @Override
    public void prepare(Experiment experiment) {
        tell(work -> work.prepare(experiment));
        if (measuring.compareAndSet(false, true)) {
            measure();
        }
    }

    /** On a thread of its own, as it takes a second or two. */
    private void measure() {
        Thread thread = new Thread(
                () -> {
                    double slowness = driver.slowness();
                    tell(work -> work.slowness(slowness));
                },
                "penumbra-experiment-probe");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void begin(ExperimentPlan plan) {
        tell(work -> work.begin(plan));
    }

    @Override
    public void open(Path folder) {
        tell(work -> work.open(folder));
    }

    @Override
    public void pause() {
        tell(ExperimentWork::pause);
    }

    @Override
    public void play() {
        tell(ExperimentWork::play);
    }

    @Override
    public void cancel() {
        tell(ExperimentWork::cancel);
    }

    /** The threads that compute the cells give way; the engine's own takes next to nothing of the machine. */
    @Override
    public void giveWay(GiveWay how) {
        tell(work -> work.giveWay(how));
    }

    @Override
    public Optional<ExperimentFrame> takeFrame() {
        return output.takeFrame();
    }

    @Override
    public List<String> takeNotes() {
        return output.takeResults();
    }

    @Override
    public ExperimentStatus status() {
        return output.status();
    }
}
