package org.penumbra.command.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.TerminalBar;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.run.FailureWords;
import org.penumbra.experiment.run.RoughTime;
import org.penumbra.experiment.run.RunWatcher;
import org.penumbra.experiment.run.SpeedProbe;
import org.penumbra.experiment.run.TimeLeft;
import org.penumbra.live.engine.StopSignal;

/**
 * Shows on standard error how long a run will take and how far it is, and ends it when the program is asked to end. From when
 * the work begins until it is closed, the program waits for it to end in its own time.
 */
abstract class ExperimentDisplay implements RunWatcher, AutoCloseable {

    /** Shorter runs are over before their time is told. */
    private static final double WORTH_A_PROBE_SECONDS = 10;

    final Console console;
    private final Experiment experiment;
    private final int workers;
    private final String where;
    private TimeLeft time;
    private StopSignal stop;
    private long start;
    private final int all;
    private double keptShare;
    private int over;

    private ExperimentDisplay(Console console, Experiment experiment, int workers, String where) {
        this.console = console;
        this.experiment = experiment;
        this.workers = workers;
        this.where = where;
        all = experiment.cells().size();
    }

    /**
     * A bar on a terminal, plain lines elsewhere.
     *
     * @param workers cells that are computed at once
     * @param where   they are computed, for the time it will take: "on this machine"
     */
    static ExperimentDisplay on(Console console, Experiment experiment, int workers, String where) {
        return console.terminal()
                ? new Bar(console, experiment, workers, where)
                : new Lines(console, experiment, workers, where);
    }

    @Override
    public void begins(List<Cell> cells) {
        int todo = cells.size();
        double usual = seconds(cells);
        keptShare = 1 - usual / seconds(experiment.cells());
        time = new TimeLeft(cells, workers, usual < WORTH_A_PROBE_SECONDS ? 1 : SpeedProbe.slowness());
        String kept = todo == all ? "" : ", of which " + (all - todo) + " were finished before";
        String at = Math.min(workers, todo) > 1 ? ", " + Math.min(workers, todo) + " at once" : "";
        console.err()
                .println(experiment.about().title() + ": " + all + " cells" + kept + at
                        + (todo == 0 ? "" : "; about " + RoughTime.words(time.estimate()) + " " + where));
        // Not before: while data are read there is nothing to keep, and the program may end at once.
        stop = new StopSignal();
        start = System.nanoTime();
        if (todo > 0) {
            show(false);
        }
    }

    private static double seconds(List<Cell> cells) {
        return cells.stream().mapToDouble(Cell::seconds).sum();
    }

    @Override
    public final void finished(Cell cell, ObjectNode result) {
        over++;
        // Before the work begins those are told that an earlier run has finished.
        if (time != null) {
            time.over(cell);
            show(true);
        }
    }

    @Override
    public final void failed(Cell cell, Throwable why) {
        over++;
        time.over(cell);
        show(true);
        tellFailure("cell " + cell.id() + " failed: " + FailureWords.of(why));
    }

    @Override
    public final void working(Cell cell, double share) {
        time.working(cell, share);
        show(false);
    }

    @Override
    public final boolean goOn() {
        return !stop.requested();
    }

    @Override
    public void told(String note) {
        console.err().println(note);
    }

    /** For the display to choose what it shows. @param news whether a cell is over */
    abstract void show(boolean news);

    /** A cell cannot be computed; all of them are listed at the end as well. */
    abstract void tellFailure(String words);

    /** The work has ended; what is said next must not stand in a bar. */
    void end() {}

    int all() {
        return all;
    }

    int over() {
        return over;
    }

    double elapsed() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** "43 % of the work, about 3 min left". */
    String words() {
        return String.format(
                        Locale.ROOT, "%d %% of the work", (int) (100 * (keptShare + (1 - keptShare) * time.share())))
                + (over == all ? "" : ", about " + RoughTime.words(time.left(elapsed())) + " left");
    }

    @Override
    public void close() {
        end();
        if (stop != null) {
            stop.close();
        }
    }

    /** A bar over the cells. */
    private static final class Bar extends ExperimentDisplay {

        private static final long MESSAGE_NANOS = 200_000_000;

        private ProgressBar bar;
        private long shown;

        Bar(Console console, Experiment experiment, int workers, String where) {
            super(console, experiment, workers, where);
        }

        @Override
        void show(boolean news) {
            long now = System.nanoTime();
            if (bar == null) {
                bar = TerminalBar.named(console.bars(), "Cells", all(), TerminalBar.WIDE)
                        .build();
            } else if (!news && now - shown < MESSAGE_NANOS) {
                return;
            }
            shown = now;
            bar.stepTo(over());
            bar.setExtraMessage(" " + words());
        }

        @Override
        void tellFailure(String words) {
            // A line would tear the bar.
        }

        @Override
        void end() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }

    /** Plain lines for logs and pipes: one in some seconds when a cell is over, one in some minutes else. */
    private static final class Lines extends ExperimentDisplay {

        private static final double NEWS_SECONDS = 5;
        private static final double SECONDS = 120;

        private double shown = Double.NEGATIVE_INFINITY;

        Lines(Console console, Experiment experiment, int workers, String where) {
            super(console, experiment, workers, where);
        }

        @Override
        void show(boolean news) {
            double now = elapsed();
            boolean last = news && over() == all();
            if (!last && now - shown < (news ? NEWS_SECONDS : SECONDS)) {
                return;
            }
            shown = now;
            console.err().printf(Locale.ROOT, "%d of %d cells, %.0f s: %s%n", over(), all(), now, words());
        }

        @Override
        void tellFailure(String words) {
            console.err().println(words);
        }
    }
}
