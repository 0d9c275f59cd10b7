package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.experiment.Cell;

/** Writes down what it is told, and ends a run after so many cells. */
class RunRecorder implements RunWatcher {

    final List<String> kept = new ArrayList<>();
    final List<String> computed = new ArrayList<>();
    final Map<String, Throwable> failed = new LinkedHashMap<>();
    final List<String> notes = new ArrayList<>();
    final Map<String, Double> shares = new LinkedHashMap<>();
    private final int mostCells;
    private boolean begun;
    private int inside;

    RunRecorder() {
        this(Integer.MAX_VALUE);
    }

    /** @param mostCells computed cells after which the run is to end */
    RunRecorder(int mostCells) {
        this.mostCells = mostCells;
    }

    private void enter() {
        if (++inside != 1) {
            throw new AssertionError("two threads tell the watcher something at the same time");
        }
    }

    @Override
    public void begins(List<Cell> todo) {
        begun = true;
    }

    @Override
    public void finished(Cell cell, ObjectNode result) {
        enter();
        (begun ? computed : kept).add(cell.id());
        inside--;
    }

    @Override
    public void working(Cell cell, double share) {
        enter();
        shares.put(cell.id(), share);
        inside--;
    }

    @Override
    public void failed(Cell cell, Throwable why) {
        enter();
        failed.put(cell.id(), why);
        inside--;
    }

    @Override
    public boolean goOn() {
        enter();
        inside--;
        return computed.size() < mostCells;
    }

    @Override
    public void told(String note) {
        notes.add(note);
    }
}
