package org.penumbra.live.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.data.Problem;
import org.penumbra.data.WholeFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one run: it looks for what the cells need, finds a folder, waits while the cells are computed, and writes the
 * report. The engine's thread looks how it is doing.
 */
final class ExperimentRunThread {

    private static final Logger LOG = LoggerFactory.getLogger(ExperimentRunThread.class);
    private static final int MOST_FOLDERS = 1000;

    private final ExperimentPlan plan;
    private final boolean lookOnly;
    private final Workshop workshop;
    private final RunDriver driver;
    private final CellBoard board;
    private final RunControl control;
    private final Thread thread;
    private volatile boolean computing;
    private volatile Path folder;
    private volatile KnownImages missing;
    private volatile Throwable failure;
    private volatile boolean done;

    /** @param lookOnly whether it only takes what an earlier run has left, and computes nothing */
    ExperimentRunThread(
            ExperimentPlan plan,
            boolean lookOnly,
            Workshop workshop,
            RunDriver driver,
            CellBoard board,
            RunControl control) {
        this.plan = plan;
        this.lookOnly = lookOnly;
        this.workshop = workshop;
        this.driver = driver;
        this.board = board;
        this.control = control;
        thread = new Thread(this::run, "penumbra-experiment-run");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits a little for the end of a run that was stopped. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    /** Whether all that is needed is there, and cells are being computed. */
    boolean isComputing() {
        return computing;
    }

    boolean isDone() {
        return done;
    }

    /** Where results are kept, once that is known. */
    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** The data set that is not on this machine, where that is why it failed. */
    Optional<KnownImages> missing() {
        return Optional.ofNullable(missing);
    }

    /** What ended the run, if something went wrong. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try {
            need();
            if (lookOnly) {
                control.stop();
            }
            folder = plan.goOn() ? plan.folder() : free(plan.folder());
            computing = true;
            Results results = driver.run(plan.experiment(), folder, workshop, board, plan.goOn());
            if (!lookOnly && !results.finished().isEmpty()) {
                driver.write(plan.experiment().report(results), folder);
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError wrong) {
            if (!(wrong instanceof Problem)) {
                LOG.error("the experiment ended unexpectedly", wrong);
            }
            failure = wrong;
        } finally {
            board.rest();
            done = true;
        }
    }

    private void need() {
        for (String name : plan.experiment().needs().data()) {
            KnownImages known = KnownImages.named(name);
            if (workshop.home().find(known).isEmpty()) {
                missing = known;
                throw new ExperimentException(known.title()
                        + " is not on this machine, and the experiment needs it. Download it, or import it from a folder; "
                        + "then start again.");
            }
        }
        workshop.check(plan.experiment().needs());
    }

    /** The folder itself where it is not there or holds nothing; otherwise the first one beside it of which that is true. */
    private static Path free(Path wanted) {
        try {
            for (int number = 1; number <= MOST_FOLDERS; number++) {
                Path folder = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
                if (!Files.exists(folder) || isEmpty(folder)) {
                    Files.createDirectories(folder);
                    return folder;
                }
            }
        } catch (IOException unusable) {
            throw new ExperimentException(
                    "no folder for results can be made in "
                            + wanted.toAbsolutePath().getParent() + " (" + WholeFile.reason(unusable)
                            + "). Choose another folder, then start again.",
                    unusable);
        }
        throw new ExperimentException(wanted.toAbsolutePath().getParent() + " holds " + MOST_FOLDERS
                + " runs of this experiment already. Choose another folder, then start again.");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
