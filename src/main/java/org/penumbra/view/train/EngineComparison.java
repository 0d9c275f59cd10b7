package org.penumbra.view.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penumbra.course.LossDifference;
import org.penumbra.live.train.StepTrace;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.net.image.StepEngine;
import org.penumbra.view.widget.NumberScale;

/**
 * The present run beside a kept one that differs from it in the engine alone.
 *
 * @param kept       the letter of the kept run
 * @param engine     of the present run
 * @param keptEngine of the other
 * @param difference of their losses, step by step
 * @param speed      of the present run, images a second without its first moments; NaN where it is not known
 * @param keptSpeed  of the other, likewise
 */
record EngineComparison(
        String kept,
        StepEngine engine,
        StepEngine keptEngine,
        LossDifference difference,
        double speed,
        double keptSpeed) {

    /** What one learns from it. */
    static final String LESSON =
            "Two programs that share no layer compute the same losses from the same weights, batches and "
                    + "noise: a mistake in the layers of either would show here. What differs is their speed.";

    /**
     * Of the present run and the one that was kept last among those it can be compared with; empty where there is none, or no
     * step that both have taken.
     *
     * @param setup   of the present run; null while there is none
     * @param present its points
     */
    static Optional<EngineComparison> of(TrainSetup setup, List<TrainingPoint> present, List<KeptRun> kept) {
        return kept.stream()
                .filter(run -> setup != null && isTwin(setup, run.setup()))
                .reduce((before, last) -> last)
                .map(run -> new EngineComparison(
                        run.letter(),
                        setup.engine(),
                        run.setup().engine(),
                        LossDifference.of(losses(present), losses(run.trained())),
                        speed(setup, present),
                        speed(run.setup(), run.trained())))
                .filter(found -> found.difference().steps() > 0);
    }

    /** Whether two runs are the same but for the engine; when they end is of no account. */
    private static boolean isTwin(TrainSetup one, TrainSetup other) {
        return one.engine() != other.engine()
                && one.preset().architecture() == other.preset().architecture()
                && one.preset().omega() == other.preset().omega()
                && one.preset().data().equals(other.preset().data())
                && one.preset().training().equals(other.preset().training());
    }

    private static SortedMap<Long, Double> losses(List<TrainingPoint> points) {
        SortedMap<Long, Double> losses = new TreeMap<>();
        for (TrainingPoint point : points) {
            StepTrace trace = point.trace();
            for (int i = 0; i < trace.losses().size(); i++) {
                losses.put(trace.first() + i, trace.losses().get(i));
            }
        }
        return losses;
    }

    /** In the first point everything is compiled and allocated. */
    private static double speed(TrainSetup setup, List<TrainingPoint> points) {
        long steps = 0;
        double seconds = 0;
        for (int i = 1; i < points.size(); i++) {
            TrainingPoint point = points.get(i);
            if (point.seconds() > 0) {
                steps += point.step() - points.get(i - 1).step();
                seconds += point.seconds();
            }
        }
        return seconds > 0 ? steps * setup.preset().training().batch() / seconds : Double.NaN;
    }

    /** All of it in two or three sentences. */
    String words() {
        String steps = difference.steps() == 1
                ? "In the one step"
                : "In the " + NumberScale.grouped(difference.steps()) + " steps";
        return engine.title() + " beside " + kept + " (" + keptEngine.title() + "): " + losses(steps) + speeds();
    }

    private String losses(String steps) {
        String most = String.format(
                Locale.ROOT,
                "%s that both took, the losses differ by at most %s of their size (step %s).",
                steps.toLowerCase(Locale.ROOT),
                size(difference.largest()),
                NumberScale.grouped(difference.at()));
        return difference.partsAt().isEmpty()
                ? most
                : most + " From step "
                        + NumberScale.grouped(difference.partsAt().getAsLong())
                        + " on it is more than " + size(LossDifference.ROUNDING)
                        + ": rounding, which every further step magnifies.";
    }

    private static String size(double relative) {
        return relative == 0
                ? "0"
                : String.format(Locale.ROOT, "%.0e", relative).replace("e-0", "e-");
    }

    private String speeds() {
        if (Double.isNaN(speed) || Double.isNaN(keptSpeed)) {
            return "";
        }
        boolean faster = speed > keptSpeed;
        double times = Math.max(speed, keptSpeed) / Math.min(speed, keptSpeed);
        return String.format(
                Locale.ROOT,
                times < 10
                        ? " %s trains %.1f times as fast: %s against %s images/s."
                        : " %s trains %.0f times as fast: %s against %s images/s.",
                (faster ? engine : keptEngine).title(),
                times,
                NumberScale.grouped(Math.round(Math.max(speed, keptSpeed))),
                NumberScale.grouped(Math.round(Math.min(speed, keptSpeed))));
    }
}
