package org.penumbra.live.rings.compare;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitWatcher;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.engine.Newest;

/**
 * What lies between those who ask for a comparison and the thread that makes it: the newest wish and the newest moment of the
 * training in, the newest frames out. A fit looks here whether it is still wanted.
 */
final class CompareDesk {

    private final Map<Side, Newest<ComparedFrame>> frames = new EnumMap<>(Side.class);
    private final Newest<OwnFigures> own = new Newest<>();
    private final double[] fitting = {Double.NaN, Double.NaN};
    private CompareWish wish;
    private PlaneMoment moment;
    private GiveWay giveWay = GiveWay.NOT;
    private boolean closing;

    CompareDesk(CompareWish start) {
        wish = start;
        for (Side side : Side.values()) {
            frames.put(side, new Newest<>());
        }
    }

    synchronized CompareWish wish() {
        return wish;
    }

    synchronized void wish(CompareWish newer) {
        wish = newer;
        notifyAll();
    }

    /** The newest moment of the present run; null before the first. */
    synchronized PlaneMoment moment() {
        return moment;
    }

    /** @param newer null when another run begins, so that nothing of the one before is wanted any more */
    synchronized void moment(PlaneMoment newer) {
        moment = newer;
        notifyAll();
    }

    synchronized void giveWay(GiveWay how) {
        giveWay = how;
        notifyAll();
    }

    synchronized boolean rests() {
        return giveWay != GiveWay.NOT;
    }

    synchronized void close() {
        closing = true;
        notifyAll();
    }

    /** Whether a detector is still to be fitted, or judged by, for this run. */
    synchronized boolean wants(Side side, Detector detector, int generation) {
        return !closing
                && wish.at(side).filter(detector::equals).isPresent()
                && moment != null
                && moment.generation() == generation;
    }

    /** Tells viewers how far a fit has come, lets it rest while the machine belongs to others, and ends it once nobody wants it. */
    FitWatcher watcher(Side side, Detector detector, int generation) {
        return share -> {
            fitting(side, share);
            return awaitTurn(side, detector, generation);
        };
    }

    private synchronized boolean awaitTurn(Side side, Detector detector, int generation) {
        try {
            while (rests() && wants(side, detector, generation)) {
                wait();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
        return wants(side, detector, generation);
    }

    synchronized void fitting(Side side, double share) {
        fitting[side.ordinal()] = share;
    }

    synchronized double fitting(Side side) {
        return fitting[side.ordinal()];
    }

    /** Whether the last frames of all sides were taken; while nobody takes them, nobody looks. */
    boolean looked() {
        return frames.values().stream().allMatch(Newest::isTaken);
    }

    void show(ComparedFrame frame) {
        frames.get(frame.side()).put(frame);
    }

    void show(OwnFigures figures) {
        own.put(figures);
    }

    Optional<ComparedFrame> take(Side side) {
        return frames.get(side).take();
    }

    Optional<OwnFigures> takeOwn() {
        return own.take();
    }

    /** Nothing is compared on a side any more. */
    void forget(Side side) {
        frames.get(side).forget();
    }
}
