package org.penumbra.experiment.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.run.CellOutcome;

/** Tells which cells have begun. Each is a stage of Spark's, submitted long before a machine has room for its one task. */
final class StartWatcher extends SparkListener {

    /** Property of a stage: the id of its cell. */
    static final String CELL = "penumbra.cell";

    private final Map<String, Cell> cells;
    private final CellOutcome outcome;
    private final Map<Integer, Cell> stages = new ConcurrentHashMap<>();

    StartWatcher(Map<String, Cell> cells, CellOutcome outcome) {
        this.cells = cells;
        this.outcome = outcome;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        Cell cell = cells.get(stage.properties().getProperty(CELL));
        if (cell != null) {
            stages.put(stage.stageInfo().stageId(), cell);
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart task) {
        Cell cell = stages.get(task.stageId());
        if (cell != null) {
            outcome.working(cell, 0);
        }
    }
}
