package org.penumbra.experiment.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** A cell as a task of Spark: its id comes in, its answer goes out. */
final class CellTask implements Function<String, CellAnswer> {

    private static final long serialVersionUID = 1;

    private final Broadcast<FarExperiment> experiment;

    CellTask(Broadcast<FarExperiment> experiment) {
        this.experiment = experiment;
    }

    @Override
    public CellAnswer call(String id) {
        TaskContext task = TaskContext.get();
        FarExperiment far = experiment.value();
        Thread thread = Thread.currentThread();
        ClassLoader ofSpark = thread.getContextClassLoader();
        thread.setContextClassLoader(new TaskClassLoader(CellTask.class.getClassLoader()));
        try {
            return far.compute(id, share -> !task.isInterrupted());
        } finally {
            thread.setContextClassLoader(ofSpark);
        }
    }
}
