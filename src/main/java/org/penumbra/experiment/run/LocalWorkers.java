package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Workshop;

/**
 * Threads of this process. Each cell is computed by one of them, the longest cells first, so that none is left alone with a long
 * one at the end. A cell that fails, by whatever it is, takes no other down.
 */
public final class LocalWorkers implements CellWorkers {

    /** Most threads. */
    public static final int MOST = 64;

    private static final String NAME = "penumbra-cells-";

    private final int threads;
    private final Workshop workshop;

    /**
     * @param threads  how many cells are computed at once, 1 to {@link #MOST}; each takes memory of its own
     * @param workshop where their data and models are
     */
    public LocalWorkers(int threads, Workshop workshop) {
        if (threads < 1 || threads > MOST) {
            throw new IllegalArgumentException("workers: expected 1 to " + MOST + ", but got " + threads);
        }
        this.threads = threads;
        this.workshop = workshop;
    }

    /** How many cells are computed at once on this machine unless told otherwise: one for every two cores, as one keeps two busy. */
    public static int usual() {
        return Math.max(1, Math.min(MOST, Runtime.getRuntime().availableProcessors() / 2));
    }

    @Override
    public void compute(Experiment experiment, List<Cell> todo, CellOutcome outcome) {
        Work work = new Work(experiment, workshop, outcome, todo);
        List<Thread> team = new ArrayList<>();
        for (int i = 1; i <= Math.min(threads, todo.size()); i++) {
            Thread thread = new Thread(work, NAME + i);
            thread.setDaemon(true);
            team.add(thread);
        }
        team.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread thread : team) {
            interrupted |= awaitEnd(thread, work);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        work.requireWhole();
    }

    /** Waits, also when somebody is in a hurry: then the cells are given up, which does not take long. */
    private static boolean awaitEnd(Thread thread, Work work) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException hurry) {
                interrupted = true;
                work.end();
            }
        }
    }

    /** What the threads share. */
    private static final class Work implements Runnable {

        private final Experiment experiment;
        private final Workshop workshop;
        private final CellOutcome outcome;
        private final Queue<Cell> queue;
        private final AtomicReference<Throwable> broken = new AtomicReference<>();
        private volatile boolean ended;

        Work(Experiment experiment, Workshop workshop, CellOutcome outcome, List<Cell> todo) {
            this.experiment = experiment;
            this.workshop = workshop;
            this.outcome = outcome;
            queue = new ConcurrentLinkedQueue<>(todo.stream()
                    .sorted(Comparator.comparingDouble(Cell::seconds).reversed())
                    .toList());
        }

        void end() {
            ended = true;
        }

        private boolean goOn() {
            return !ended && outcome.goOn();
        }

        @Override
        public void run() {
            try {
                while (goOn()) {
                    Cell cell = queue.poll();
                    if (cell == null) {
                        return;
                    }
                    compute(cell);
                }
            } catch (Throwable notOfACell) {
                // Whoever takes the results cannot do so any more: there is no use in computing more of them.
                broken.compareAndSet(null, notOfACell);
                end();
            }
        }

        private void compute(Cell cell) {
            long start = System.nanoTime();
            ObjectNode result;
            try {
                result = experiment.run(cell, workshop, watching(cell));
            } catch (CellStopped stopped) {
                if (goOn()) {
                    outcome.failed(cell, stopped);
                }
                return;
            } catch (Throwable why) {
                // An error of one cell, such as too little memory, need not be one of the next.
                outcome.failed(cell, why);
                return;
            }
            outcome.finished(cell, result, (System.nanoTime() - start) / 1e9);
        }

        private CellWatcher watching(Cell cell) {
            outcome.working(cell, 0);
            return share -> {
                outcome.working(cell, share);
                return goOn();
            };
        }

        void requireWhole() {
            Throwable why = broken.get();
            if (why instanceof RuntimeException failure) {
                throw failure;
            }
            if (why instanceof Error error) {
                throw error;
            }
        }
    }
}
