package org.penumbra.experiment.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.penumbra.data.Reasons;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.run.CellOutcome;

/**
 * Cells on their way. Each is a job of its own, so that one that takes its machine down every time ends alone. Answers are taken
 * as they come, on the thread that asked for them.
 */
final class SparkRun {

    private static final long LOOK_MILLIS = 50;

    private final JavaSparkContext spark;
    private final String master;
    private final CellOutcome outcome;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Cell, JavaFutureAction<List<CellAnswer>>> awaited = new LinkedHashMap<>();

    SparkRun(JavaSparkContext spark, String master, CellOutcome outcome) {
        this.spark = spark;
        this.master = master;
        this.outcome = outcome;
    }

    /** Returns when all cells are done, or when the run is to end. */
    void compute(Experiment experiment, List<Cell> todo) {
        CellTask task = new CellTask(broadcast(experiment));
        // The longest first, so that no machine is left alone with a long one at the end.
        todo.stream()
                .sorted(Comparator.comparingDouble(Cell::seconds).reversed())
                .forEach(cell -> awaited.put(cell, submit(cell, task)));
        while (!awaited.isEmpty()) {
            if (!outcome.goOn() || isInterrupted()) {
                spark.sc().cancelAllJobs();
                return;
            }
            takeAnswers();
        }
    }

    private Broadcast<FarExperiment> broadcast(Experiment experiment) {
        return spark.broadcast(new FarExperiment(experiment));
    }

    private JavaFutureAction<List<CellAnswer>> submit(Cell cell, CellTask task) {
        spark.setLocalProperty(StartWatcher.CELL, cell.id());
        spark.setJobDescription(cell.row() + ", " + cell.column());
        return spark.parallelize(List.of(cell.id()), 1).map(task).collectAsync();
    }

    /** Waits a moment; whoever is in a hurry is told by the answer, and the thread stays marked. */
    private static boolean isInterrupted() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void takeAnswers() {
        for (Iterator<Map.Entry<Cell, JavaFutureAction<List<CellAnswer>>>> all =
                        awaited.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<Cell, JavaFutureAction<List<CellAnswer>>> one = all.next();
            if (one.getValue().isDone()) {
                all.remove();
                take(one.getKey(), one.getValue());
            }
        }
    }

    private void take(Cell cell, JavaFutureAction<List<CellAnswer>> job) {
        CellAnswer answer;
        try {
            answer = job.get().get(0);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a job that is done is not waited for", e);
        } catch (ExecutionException e) {
            if (spark.sc().isStopped()) {
                throw new ExperimentException(
                        master
                                + ": the cluster has ended the run; what was computed is kept, and the run can be resumed",
                        e);
            }
            outcome.failed(
                    cell,
                    new ExperimentException(
                            "cell " + cell.id() + " brought every machine down that tried it ("
                                    + Reasons.of(e.getCause()) + "); give the machines more memory and resume the run",
                            e));
            return;
        }
        if (answer.failure().isEmpty()) {
            outcome.finished(cell, read(answer.result()), answer.seconds());
        } else {
            outcome.failed(cell, new ExperimentException(answer.failure()));
        }
    }

    private ObjectNode read(String result) {
        try {
            return (ObjectNode) mapper.readTree(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a machine sent back what is no JSON", e);
        }
    }
}
