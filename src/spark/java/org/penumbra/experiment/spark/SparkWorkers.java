package org.penumbra.experiment.spark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.penumbra.data.Reasons;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.run.CellOutcome;
import org.penumbra.experiment.run.CellWorkers;

/**
 * Machines of an Apache Spark cluster. Every cell is a job of one task; what it is given is a name, settings and an id, and the
 * experiment is made anew where it is computed. The program's jars and the data sets travel by Spark's own means, and Spark
 * computes the cells of a lost machine again on another.
 */
public final class SparkWorkers implements CellWorkers {

    /** A machine that is lost counts as a failure of the cells it had; a cell is not to blame for a few of those. */
    private static final String TRIES = "8";

    private final String master;
    private final List<Path> jars;
    private final DataHome home;

    /**
     * @param master spark://HOST:PORT
     * @param jars   what the machines need of the program
     * @param home   where the data are that the machines are sent
     */
    SparkWorkers(String master, List<Path> jars, DataHome home) {
        this.master = master;
        this.jars = List.copyOf(jars);
        this.home = home;
    }

    @Override
    public void compute(Experiment experiment, List<Cell> todo, CellOutcome outcome) {
        if (todo.isEmpty()) {
            return;
        }
        SparkAddress.require(master);
        Map<String, Cell> cells = new LinkedHashMap<>();
        todo.forEach(cell -> cells.put(cell.id(), cell));
        try (SentData data = SentData.pack(experiment.needs(), home);
                JavaSparkContext spark = begin(experiment)) {
            data.send(spark.sc());
            spark.sc().addSparkListener(new StartWatcher(cells, outcome));
            new SparkRun(spark, master, outcome).compute(experiment, todo);
        }
    }

    private JavaSparkContext begin(Experiment experiment) {
        JavaSparkContext spark;
        try {
            spark = new JavaSparkContext(settings(experiment));
        } catch (RuntimeException e) {
            throw new ExperimentException(
                    master + ": cannot begin there (" + Reasons.of(e) + "); see what the master's log says of it", e);
        }
        if (spark.sc().isStopped()) {
            throw new ExperimentException(
                    master + ": the master does not take this program; it must be of Apache Spark " + spark.version()
                            + ", and its log says more",
                    (Throwable) null);
        }
        return spark;
    }

    /** Whatever is given as a system property "spark.*" counts more than what is set here, but for what makes it work at all. */
    private SparkConf settings(Experiment experiment) {
        SparkConf settings = new SparkConf();
        settings.setMaster(master);
        settings.setAppName("Penumbra " + experiment.about().name());
        settings.setJars(jars.stream().map(jar -> jar.toUri().toString()).toArray(String[]::new));
        // Our libraries in our versions, whichever Spark has: with others the last bits of results could differ.
        settings.set("spark.executor.userClassPathFirst", "true");
        settings.setIfMissing("spark.task.maxFailures", TRIES);
        settings.setIfMissing("spark.executor.memory", "4g");
        settings.setIfMissing("spark.executor.extraJavaOptions", "-Djava.awt.headless=true");
        settings.setIfMissing("spark.executorEnv.OMP_WAIT_POLICY", "passive");
        // A page for everybody on the network who asks for it is nothing to open unasked.
        settings.setIfMissing("spark.ui.enabled", "false");
        return settings;
    }
}
