package org.penumbra.live.rings.compare;

import java.util.Map;
import java.util.Optional;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.detector.Detector;
import org.penumbra.live.engine.EngineSession;
import org.penumbra.live.engine.GiveWay;

/**
 * Detectors beside a training in the plane: one thread of its own fits and judges on copies of the network, so that neither
 * training nor frames wait for it. It rests where its frames are not taken, and altogether while the lab gives way.
 */
public final class CompareSession extends EngineSession<CompareWork> implements CompareEngine {

    private final CompareDesk desk;
    private volatile Runnable momentWanted = () -> {};

    /** Starts the thread; it sleeps until something is to be compared. */
    public CompareSession(Grid grid, ConfidenceSettings confidence) {
        this(new CompareDesk(new CompareWish(Map.of(), confidence, grid)));
    }

    private CompareSession(CompareDesk desk) {
        super("penumbra-compare", interruption -> new CompareWork(desk), cause -> {});
        this.desk = desk;
    }

    /** @param asked when there is something to compare and no {@link #moment} to do it with; further ones come unasked */
    public void onMomentWanted(Runnable asked) {
        momentWanted = asked;
    }

    @Override
    public void compare(Map<Side, Detector> detectors) {
        boolean off = desk.wish().isEmpty();
        wish(desk.wish().with(detectors));
        if (detectors.isEmpty()) {
            begin();
        } else if (off) {
            momentWanted.run();
        }
    }

    /** Judges another part of the plane from now on. */
    public void grid(Grid grid) {
        wish(desk.wish().with(grid));
    }

    /** Measures the lab's own pictures with other settings from now on. */
    public void confidence(ConfidenceSettings settings) {
        wish(desk.wish().with(settings));
    }

    private void wish(CompareWish newer) {
        desk.wish(newer);
        wake();
    }

    /** Whether anything is compared, so that moments of the training are wanted. */
    public boolean isOn() {
        return !desk.wish().isEmpty();
    }

    /** A newer moment of the training. */
    public void moment(PlaneMoment newer) {
        desk.moment(newer);
        wake();
    }

    /** Another run begins: what was fitted on the network of the one before is given up. */
    public void begin() {
        desk.moment(null);
    }

    private void wake() {
        tell(work -> {});
    }

    @Override
    public Optional<ComparedFrame> take(Side side) {
        return desk.take(side);
    }

    @Override
    public Optional<OwnFigures> takeOwn() {
        return desk.takeOwn();
    }

    @Override
    public double fitting(Side side) {
        return desk.fitting(side);
    }

    @Override
    public void giveWay(GiveWay how) {
        desk.giveWay(how);
        super.giveWay(how);
    }

    @Override
    public void close() {
        desk.close();
        super.close();
    }
}
