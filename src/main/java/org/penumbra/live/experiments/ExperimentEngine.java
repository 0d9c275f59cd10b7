package org.penumbra.live.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Experiment;
import org.penumbra.live.engine.GiveWay;

/**
 * Experiments as their viewers see them: commands go in, frames come out. Every method returns at once and may be called from
 * any thread. {@link ExperimentSession} is the engine that runs them.
 */
public interface ExperimentEngine extends AutoCloseable {

    /** Starts engines, so that a viewer need not know which. */
    @FunctionalInterface
    interface Factory {

        /** Starts an engine that does nothing yet. @param data where data sets are looked for */
        ExperimentEngine start(DataHome data);
    }

    /** Shows an experiment's cells, all waiting, and its report without results. Does nothing while a run is under way. */
    void prepare(Experiment experiment);

    /** Runs an experiment, or goes on with one. Does nothing while a run is under way. */
    void begin(ExperimentPlan plan);

    /**
     * Shows what a run has left in a folder, so that it can be gone on with. Does nothing while a run is under way.
     *
     * @param folder of results
     */
    void open(Path folder);

    /** Lets cells stand still at the next moment they look, within a second mostly. */
    void pause();

    /** Goes on after a pause. */
    void play();

    /** Ends the run: the cells at work are given up, those that are finished are kept. */
    void cancel();

    /** Leaves more or less of the machine to others. */
    void giveWay(GiveWay how);

    /** The newest frame not yet taken, or empty. */
    Optional<ExperimentFrame> takeFrame();

    /** Sentences a person should know and need not act on, since the last call. */
    List<String> takeNotes();

    /** How it is doing at this moment. */
    ExperimentStatus status();

    /** Ends what runs within a second; finished cells are kept. */
    @Override
    void close();
}
