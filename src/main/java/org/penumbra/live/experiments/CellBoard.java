package org.penumbra.live.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.run.FailureWords;
import org.penumbra.experiment.run.RunWatcher;
import org.penumbra.experiment.run.TimeLeft;
import org.penumbra.live.experiments.CellState.Phase;

/** What has become of the cells of one run. Threads that compute them tell it; the engine's thread reads it. */
final class CellBoard implements RunWatcher {

    /**
     * What is known of the work as a whole.
     *
     * @param share    of it that is done, 0 to 1
     * @param finished cells
     * @param failed   cells
     * @param atStake  seconds that the cells at work have taken
     */
    record Work(double share, int finished, int failed, double atStake) {}

    private final RunControl control;
    private final List<CellState> states = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, ObjectNode> finished = new HashMap<>();
    private final Map<String, String> failed = new HashMap<>();
    /** How long each cell has been at work, seconds. */
    private final double[] atWork;

    private final List<String> notes = new ArrayList<>();
    private final int workers;
    private double slowness;
    /** Of the cells that the run had to compute when it began; of all before. */
    private TimeLeft time;
    /** Counts what changed. */
    private long changes;

    /**
     * @param workers  cells computed at once
     * @param slowness as {@link RunDriver#slowness} measures it; 1 where that is not known
     */
    CellBoard(Experiment experiment, RunControl control, int workers, double slowness) {
        this.control = control;
        this.workers = workers;
        this.slowness = slowness;
        for (Cell cell : experiment.cells()) {
            places.put(cell.id(), states.size());
            states.add(CellState.waiting(cell));
        }
        atWork = new double[states.size()];
        time = new TimeLeft(experiment.cells(), workers, slowness);
    }

    @Override
    public synchronized void begins(List<Cell> todo) {
        time = new TimeLeft(todo, workers, slowness);
    }

    @Override
    public synchronized void told(String note) {
        notes.add(note);
    }

    /** Sentences a person should know, once. */
    synchronized List<String> takeNotes() {
        List<String> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    /** It has been measured how fast this machine is, before the run began. */
    synchronized void slowness(double measured) {
        slowness = measured;
        time = new TimeLeft(states.stream().map(CellState::cell).toList(), workers, slowness);
    }

    @Override
    public synchronized void finished(Cell cell, ObjectNode result) {
        int place = places.get(cell.id());
        time.over(cell);
        finished.put(cell.id(), result);
        states.set(place, states.get(place).finished(ShortResult.of(result)));
        changes++;
    }

    @Override
    public synchronized void working(Cell cell, double share) {
        int place = places.get(cell.id());
        if (states.get(place).phase() != Phase.WORKING || states.get(place).share() != share) {
            states.set(place, states.get(place).working(share));
            time.working(cell, share);
            changes++;
        }
    }

    @Override
    public synchronized void failed(Cell cell, Throwable why) {
        int place = places.get(cell.id());
        String words = FailureWords.of(why);
        time.over(cell);
        failed.put(cell.id(), words);
        states.set(place, states.get(place).failed(words));
        changes++;
    }

    /** Not synchronized, as it waits while the run pauses, and what has become of the cells is read meanwhile. */
    @Override
    public boolean goOn() {
        return control.goOn();
    }

    /** Time has passed for the cells that are at work. */
    synchronized void passed(double seconds) {
        for (int i = 0; i < atWork.length; i++) {
            if (states.get(i).phase() == Phase.WORKING) {
                atWork[i] += seconds;
            }
        }
    }

    /** Nobody works at cells any more: those that were not finished wait again. */
    synchronized void rest() {
        for (int i = 0; i < atWork.length; i++) {
            if (states.get(i).phase() == Phase.WORKING) {
                states.set(i, CellState.waiting(states.get(i).cell()));
            }
        }
        changes++;
    }

    synchronized long changes() {
        return changes;
    }

    synchronized List<CellState> states() {
        return List.copyOf(states);
    }

    synchronized Results results() {
        return new Results(finished, failed);
    }

    synchronized Work work() {
        double whole = 0;
        double done = 0;
        double stake = 0;
        for (int i = 0; i < atWork.length; i++) {
            CellState state = states.get(i);
            whole += state.cell().seconds();
            done += state.cell().seconds() * (state.phase() == Phase.FAILED ? 1 : state.share());
            stake += state.phase() == Phase.WORKING ? atWork[i] : 0;
        }
        return new Work(done / whole, finished.size(), failed.size(), stake);
    }

    /** Seconds that the rest takes. @param ran seconds that the run has run */
    synchronized double left(double ran) {
        return time.left(ran);
    }
}
