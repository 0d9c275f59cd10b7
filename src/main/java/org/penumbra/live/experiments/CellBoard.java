package org.penumbra.live.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.run.RunWatcher;
import org.penumbra.live.engine.Explanation;
import org.penumbra.live.experiments.CellState.Phase;

/** What has become of the cells of one run. Threads that compute them tell it; the engine's thread reads it. */
final class CellBoard implements RunWatcher {

    private static final Explanation EXPLANATION = new Explanation(
            "for this cell", "Close other programs, then go on with the run.", "Go on with the run to try it again");

    /** What is known of the work as a whole, in the seconds that cells take on the machine on which they were measured. */
    record Work(double whole, double done, double before, int finished, int failed, double atStake) {}

    private final RunControl control;
    private final List<CellState> states = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, ObjectNode> finished = new HashMap<>();
    private final Map<String, String> failed = new HashMap<>();
    /** How long each cell has been at work, seconds. */
    private final double[] atWork;
    /** Seconds of cells that an earlier run had finished. */
    private double before;
    /** Counts what changed. */
    private long changes;

    CellBoard(Experiment experiment, RunControl control) {
        this.control = control;
        for (Cell cell : experiment.cells()) {
            places.put(cell.id(), states.size());
            states.add(CellState.waiting(cell));
        }
        atWork = new double[states.size()];
    }

    @Override
    public synchronized void finished(Cell cell, ObjectNode result) {
        int place = places.get(cell.id());
        if (states.get(place).phase() == Phase.WAITING) {
            before += cell.seconds();
        }
        finished.put(cell.id(), result);
        states.set(place, states.get(place).finished(ShortResult.of(result)));
        changes++;
    }

    @Override
    public synchronized void working(Cell cell, double share) {
        int place = places.get(cell.id());
        if (states.get(place).phase() != Phase.WORKING || states.get(place).share() != share) {
            states.set(place, states.get(place).working(share));
            changes++;
        }
    }

    @Override
    public synchronized void failed(Cell cell, Throwable why) {
        int place = places.get(cell.id());
        String words = EXPLANATION.of("The cell could not be computed", why);
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
            done += state.phase() == Phase.FAILED
                    ? state.cell().seconds()
                    : state.cell().seconds() * state.share();
            stake += state.phase() == Phase.WORKING ? atWork[i] : 0;
        }
        return new Work(whole, done, before, finished.size(), failed.size(), stake);
    }
}
