package org.penumbra.live.rings.compare;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.net.Evidence;
import org.penumbra.net.plane.PlaneResponse;

/** Detectors that are fitted on formulas when they are looked at, without a thread: for tests of the window. */
public final class AnalyticComparison implements CompareEngine {

    private final Function<float[], PlaneResponse> network;
    private final Supplier<PointSet> points;
    private final Supplier<Grid> grid;
    private final LongSupplier moment;
    private final Map<Side, Object> shown = new EnumMap<>(Side.class);
    private Map<Side, Detector> detectors = Map.of();
    private Object measured;

    /** @param moment generation and step in one number, which changes with either */
    public AnalyticComparison(
            Function<float[], PlaneResponse> network,
            Supplier<PointSet> points,
            Supplier<Grid> grid,
            LongSupplier moment) {
        this.network = network;
        this.points = points;
        this.grid = grid;
        this.moment = moment;
    }

    /** What is compared. */
    public Map<Side, Detector> detectors() {
        return detectors;
    }

    @Override
    public void compare(Map<Side, Detector> wanted) {
        detectors = Map.copyOf(wanted);
    }

    private record Seen(Detector detector, Grid grid, long moment) {}

    @Override
    public Optional<ComparedFrame> take(Side side) {
        Detector detector = detectors.get(side);
        Seen now = new Seen(detector, grid.get(), moment.getAsLong());
        if (detector == null || now.equals(shown.put(side, now))) {
            return Optional.empty();
        }
        Evidence places = evidence(grid.get().points());
        int generation = (int) (moment.getAsLong() >> 32);
        try {
            Fitted fitted = detector.fit(
                    FitData.of(evidence(points.get().points()), points.get().labels()), FitWatcher.NONE);
            Opinion opinion = fitted.judge(places);
            float[] acceptance = new float[places.count()];
            for (int i = 0; i < acceptance.length; i++) {
                acceptance[i] = (float) opinion.acceptance()[i];
            }
            return Optional.of(new ComparedFrame(
                    side,
                    generation,
                    (int) moment.getAsLong(),
                    detector,
                    Optional.of(fitted),
                    grid.get(),
                    acceptance,
                    grid.get(),
                    places,
                    points.get(),
                    new PlaceFigures(0.997, 0.02),
                    12,
                    ""));
        } catch (FitException refused) {
            return Optional.of(new ComparedFrame(
                    side,
                    generation,
                    (int) moment.getAsLong(),
                    detector,
                    Optional.empty(),
                    grid.get(),
                    new float[0],
                    grid.get(),
                    Evidence.of(0, 2, points.get().classes()),
                    points.get(),
                    PlaceFigures.NONE,
                    0,
                    refused.inWindow()));
        }
    }

    @Override
    public Optional<OwnFigures> takeOwn() {
        Object now = moment.getAsLong();
        if (detectors.isEmpty() || now.equals(measured)) {
            return Optional.empty();
        }
        measured = now;
        return Optional.of(new OwnFigures(
                (int) (moment.getAsLong() >> 32),
                (int) moment.getAsLong(),
                new PlaceFigures(0.61, 0.98),
                new PlaceFigures(0.999, 0.02),
                new PlaceFigures(0.998, 0.01)));
    }

    @Override
    public double fitting(Side side) {
        return Double.NaN;
    }

    private Evidence evidence(float[] places) {
        PlaneResponse response = network.apply(places);
        float[] logits = new float[response.probabilities().length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(response.probabilities()[i]);
        }
        return response.evidence()
                .withInputs(places)
                .withOutputs(logits, response.probabilities())
                .withCode(places);
    }
}
