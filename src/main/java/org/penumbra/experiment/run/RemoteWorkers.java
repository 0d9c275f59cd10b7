package org.penumbra.experiment.run;

import java.util.ServiceLoader;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.Workshop;

/**
 * An engine that computes cells on other machines. The program comes without one; a build that brings one along names it for
 * {@link ServiceLoader}.
 */
public interface RemoteWorkers {

    /** What an address looks like: one machine, or several of which one leads at a time. */
    String ADDRESS = "spark://HOST:PORT";

    /**
     * The machines behind an address. They are looked for when there are cells to compute.
     *
     * @param master   address of the machine that shares work out
     * @param workshop where the data are that the machines are sent
     */
    CellWorkers at(String master, Workshop workshop);

    /**
     * The machines behind an address, by the engine of this build.
     *
     * @throws ExperimentException when the address is none, or this build has no engine
     */
    static CellWorkers find(String master, Workshop workshop) {
        if (!master.matches("spark://[^\\s/,]+:\\d{1,5}(,[^\\s/,]+:\\d{1,5})*")) {
            throw new ExperimentException(
                    "master: expected an address such as " + ADDRESS + ", but got \"" + master + "\"");
        }
        return ServiceLoader.load(RemoteWorkers.class, RemoteWorkers.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new ExperimentException(master
                        + ": this build has no Apache Spark; build the program with \"mvn -Pspark package\", which puts "
                        + "one that has it into target/spark/penumbra, or compute on this machine"))
                .at(master, workshop);
    }
}
