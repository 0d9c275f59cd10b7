package org.penumbra.experiment.spark;

import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.run.CellWorkers;
import org.penumbra.experiment.run.RemoteWorkers;

/** Apache Spark, for whoever looks for an engine. */
public final class SparkEngine implements RemoteWorkers {

    /** For {@link java.util.ServiceLoader}. */
    public SparkEngine() {}

    @Override
    public CellWorkers at(String master, Workshop workshop) {
        return new SparkWorkers(master, OwnJars.ofProgram(), workshop.home());
    }
}
