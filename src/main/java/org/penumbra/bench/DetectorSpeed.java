package org.penumbra.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.penumbra.data.plane.Grid;
import org.penumbra.detector.Detector;
import org.penumbra.live.rings.RingsSession;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.preset.Preset;

/**
 * How much of the training's speed, and of its frames, is left beside two detectors. With and without take turns, so that a machine
 * that slows down slows both; what counts is the ratio.
 */
final class DetectorSpeed {

    private static final int COLUMNS = 200;
    private static final int ROUNDS = 5;
    private static final long WARM_UP_MILLIS = 5000;
    private static final long SETTLING_MILLIS = 1000;
    /** As often as a window takes what there is to show. */
    private static final long PULSE_MILLIS = 16;

    private final Preset preset;
    private final Map<Side, Detector> detectors;
    private final double seconds;

    /** @param seconds how long each measurement lasts */
    DetectorSpeed(Preset preset, Map<Side, Detector> detectors, double seconds) {
        this.preset = preset;
        this.detectors = Map.copyOf(detectors);
        this.seconds = seconds;
    }

    /** One measurement: all a second. */
    private record Speed(double steps, double frames, double compared) {}

    /** Measures, and says it in a line. */
    String measure() throws InterruptedException {
        Grid grid = new Grid(preset.region(), COLUMNS, COLUMNS);
        RingsSession session = new RingsSession(preset.setup(), grid, preset.confidence());
        List<Speed> without = new ArrayList<>();
        List<Speed> with = new ArrayList<>();
        try (session) {
            session.play();
            look(session, WARM_UP_MILLIS / 1e3);
            for (int round = 0; round < ROUNDS; round++) {
                without.add(measure(session, Map.of()));
                with.add(measure(session, detectors));
            }
        } finally {
            session.awaitEnd(5, TimeUnit.SECONDS);
        }
        double[] steps = new double[ROUNDS];
        double[] frames = new double[ROUNDS];
        Arrays.setAll(steps, i -> with.get(i).steps() / without.get(i).steps());
        Arrays.setAll(frames, i -> with.get(i).frames() / without.get(i).frames());
        return String.format(
                Locale.ROOT,
                "%.2f of the training's speed (%.2f to %.2f), %.2f of its frames (%.2f to %.2f); %.1f pictures a second of each "
                        + "detector",
                median(steps),
                steps[0],
                steps[ROUNDS - 1],
                median(frames),
                frames[0],
                frames[ROUNDS - 1],
                median(with.stream().mapToDouble(Speed::compared).toArray()));
    }

    private Speed measure(RingsSession session, Map<Side, Detector> compared) throws InterruptedException {
        session.comparing().compare(compared);
        look(session, SETTLING_MILLIS / 1e3);
        return look(session, seconds);
    }

    /** Takes what there is to show, as the window does. */
    private static Speed look(RingsSession session, double duration) throws InterruptedException {
        long first = session.status().step();
        long start = System.nanoTime();
        int frames = 0;
        int compared = 0;
        while (System.nanoTime() - start < duration * 1e9) {
            frames += session.takeFrame().isPresent() ? 1 : 0;
            session.takeCurve();
            session.comparing().takeOwn();
            for (Side side : Side.values()) {
                compared += session.comparing().take(side).isPresent() ? 1 : 0;
            }
            Thread.sleep(PULSE_MILLIS);
        }
        double passed = (System.nanoTime() - start) / 1e9;
        return new Speed(
                (session.status().step() - first) / passed, frames / passed, compared / passed / Side.values().length);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
