package org.penumbra.command.detect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.archive.DetectorFile;
import org.penumbra.archive.FittedOn;
import org.penumbra.archive.Origin;
import org.penumbra.archive.StoredDetector;
import org.penumbra.command.console.Console;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.live.engine.StopSignal;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;

/** Fits detectors one after the other. Ctrl-C ends it; of the one that is being fitted nothing is left. */
final class FitRun {

    private final Console console;
    private final List<FitReport> reports = new ArrayList<>();
    private boolean stopped;
    private boolean failed;

    FitRun(Console console) {
        this.console = console;
    }

    /** What was fitted and written, in this order. */
    List<FitReport> reports() {
        return reports;
    }

    /** Whether it was ended before all were fitted. */
    boolean stopped() {
        return stopped;
    }

    /** Whether one could not be fitted. */
    boolean failed() {
        return failed;
    }

    /** Does it all. Progress goes to standard error. */
    void run(FitPlan plan) {
        // What is to be said is said before the signal is closed, as the program ends then.
        try (StopSignal stop = new StopSignal()) {
            fitAll(plan, stop);
        }
    }

    private void fitAll(FitPlan plan, StopSignal stop) {
        try {
            long start = System.nanoTime();
            FitData data;
            try (FitDisplay display = FitDisplay.on(console, "answers of " + plan.name())) {
                data = data(plan, watcher(display, stop));
            }
            double answered = seconds(start);
            for (FitPlan.Job job : plan.detectors()) {
                fit(plan, job, data, answered, stop);
            }
        } catch (FitStopped end) {
            stopped = true;
            console.complain(end.getMessage()
                    + (reports.isEmpty() ? "" : ". The " + reports.size() + " fitted before it are written"));
        }
    }

    private static FitWatcher watcher(FitDisplay display, StopSignal stop) {
        return share -> {
            display.show(share);
            return !stop.requested();
        };
    }

    private static FitData data(FitPlan plan, FitWatcher watcher) {
        Set<Evidence.Part> parts = EnumSet.noneOf(Evidence.Part.class);
        plan.detectors().forEach(job -> parts.addAll(job.detector().needs()));
        parts.remove(Evidence.Part.GAMMA);
        try (ImageClassifier network = plan.model().network()) {
            int others = plan.negatives() == null ? 0 : plan.negatives().count();
            int known = Math.min(plan.most(), plan.images().learnt().count())
                    + plan.images().heldOut().count();
            double share = (double) known / (known + others);
            FitData data = ImageFitData.of(
                    network,
                    plan.images().learnt(),
                    plan.images().heldOut(),
                    plan.most(),
                    parts,
                    watcher.part(0, share));
            return others == 0
                    ? data
                    : data.withNegatives(
                            ImageFitData.evidence(network, plan.negatives(), parts, watcher.part(share, 1)));
        }
    }

    private void fit(FitPlan plan, FitPlan.Job job, FitData data, double answered, StopSignal stop) {
        Detector detector = job.detector();
        long start = System.nanoTime();
        Fitted fitted;
        try (FitDisplay display = FitDisplay.on(console, detector.about().id())) {
            FitWatcher watcher = watcher(display, stop);
            fitted = detector.fit(data, watcher);
            watcher.at(1);
        } catch (FitException cannot) {
            if (!plan.goOn()) {
                throw cannot;
            }
            failed = true;
            console.complain(cannot.getMessage());
            return;
        }
        StoredDetector stored = new StoredDetector(fitted, on(plan, data, answered + seconds(start)));
        DetectorFile.write(stored, job.file());
        reports.add(FitReport.of(
                plan.name(),
                stored,
                data,
                answered,
                job.file(),
                job.file().toFile().length()));
    }

    private static FittedOn on(FitPlan plan, FitData data, double seconds) {
        return new FittedOn(
                plan.model().name(),
                plan.model().weights(),
                plan.data(),
                data.train().count(),
                data.nothingHeldOut() ? 0 : data.heldOut().count(),
                plan.othersAre(),
                data.negatives().count(),
                ImageFitData.SEED,
                seconds,
                Origin.programVersion(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
