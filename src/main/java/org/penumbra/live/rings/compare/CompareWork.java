package org.penumbra.live.rings.compare;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.detector.Detector;
import org.penumbra.live.engine.EngineWork;
import org.penumbra.net.Evidence;

/**
 * The thread's side of a {@link CompareSession}: one task after the other, a fit or a picture, until all that is compared is true
 * of the present moment; then the newest moment, but not at once, and never while nobody takes what was shown. A wish is followed
 * at once.
 */
final class CompareWork implements EngineWork {

    /** From the beginning of one round over the training's network to the next at least, nanoseconds: four a second. */
    private static final long ROUND = 250_000_000;
    /** The machine is left to training and frames for so many times as long as a round has worked. */
    private static final double REST = 1.5;
    /** How often it looks whether its frames were taken, nanoseconds. */
    private static final long POLL = 20_000_000;

    private static final long FOREVER = Long.MAX_VALUE;
    private static final Set<Evidence.Part> OWN =
            EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS, Evidence.Part.GAMMA);

    private final CompareDesk desk;
    private final NetworkCopy network = new NetworkCopy();
    private final Map<Side, ComparedSide> sides = new EnumMap<>(Side.class);
    private long roundBegun;
    private long worked;
    /** What the own figures were measured for; null for not yet. */
    private Own ownFor;
    /** A moment that nothing can be done with; the next may be better. */
    private PlaneMoment failed;

    /** Of which moment, and with which settings, the lab's own figures are. */
    private record Own(PlaneMoment moment, ConfidenceSettings settings) {}

    /** What is to be done next; no side for the lab's own figures. */
    private record Next(Optional<Side> side, ComparedSide.Task task) {}

    CompareWork(CompareDesk desk) {
        this.desk = desk;
        for (Side side : Side.values()) {
            sides.put(side, new ComparedSide(side, desk));
        }
    }

    @Override
    public long idleNanos() {
        CompareWish wish = desk.wish();
        PlaneMoment newest = desk.moment();
        if (wish.isEmpty() || newest == null || newest == failed || desk.rests()) {
            return FOREVER;
        }
        if (network.moment() == null || network.moment().generation() != newest.generation()) {
            return 0;
        }
        if (next(wish, newest).isPresent()) {
            return 0;
        }
        if (network.moment() == newest) {
            return FOREVER;
        }
        long rest = Math.max(0, roundBegun + Math.max(ROUND, (long) ((1 + REST) * worked)) - System.nanoTime());
        return desk.looked() ? rest : Math.max(rest, POLL);
    }

    @Override
    public void work() {
        forgetWhatNobodyWants();
        if (idleNanos() > 0) {
            return;
        }
        CompareWish wish = desk.wish();
        PlaneMoment newest = desk.moment();
        long start = System.nanoTime();
        boolean otherRun = network.moment() == null || network.moment().generation() != newest.generation();
        Optional<Next> next = otherRun ? Optional.empty() : next(wish, newest);
        if (next.isEmpty()) {
            network.take(newest);
            roundBegun = start;
            worked = 0;
        } else {
            proceed(next.get(), wish);
        }
        worked += System.nanoTime() - start;
    }

    private void forgetWhatNobodyWants() {
        CompareWish wish = desk.wish();
        sides.forEach((side, compared) -> {
            if (wish.at(side).isEmpty()) {
                compared.forget();
            }
        });
        if (wish.isEmpty()) {
            network.close();
            ownFor = null;
        }
    }

    /** Pictures before figures, coarse ones before fine ones. */
    private Optional<Next> next(CompareWish wish, PlaneMoment newest) {
        Next fine = null;
        for (Side side : Side.values()) {
            Detector detector = wish.at(side).orElse(null);
            if (detector != null) {
                ComparedSide.Task task =
                        sides.get(side).next(detector, network.moment(), wish.grid(), network.moment() != newest);
                if (task == ComparedSide.Task.FINE) {
                    fine = fine == null ? new Next(Optional.of(side), task) : fine;
                } else if (task != ComparedSide.Task.NOTHING) {
                    return Optional.of(new Next(Optional.of(side), task));
                }
            }
        }
        if (!new Own(network.moment(), wish.confidence()).equals(ownFor)) {
            return Optional.of(new Next(Optional.empty(), ComparedSide.Task.MEASURE));
        }
        return Optional.ofNullable(fine);
    }

    private void proceed(Next next, CompareWish wish) {
        if (next.side().isEmpty()) {
            ownFor = new Own(network.moment(), wish.confidence());
            Evidence places = network.evidence(network.measure().grid(), OWN);
            desk.show(OwnFigures.of(network.moment(), places, wish.confidence(), network.measure()));
            return;
        }
        Side side = next.side().get();
        Detector detector = wish.at(side).orElseThrow();
        try {
            sides.get(side).work(next.task(), detector, network, wish.grid());
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
            sides.get(side).fail(detector, network.moment(), wish.grid(), failure);
        }
    }

    /** A network that cannot be rebuilt, or figures that cannot be measured: each side tells it. */
    @Override
    public void fail(Throwable cause) {
        CompareWish wish = desk.wish();
        PlaneMoment newest = desk.moment();
        failed = newest;
        if (newest != null) {
            wish.detectors().forEach((side, detector) -> sides.get(side).fail(detector, newest, wish.grid(), cause));
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
