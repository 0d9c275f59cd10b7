package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.live.train.StepTrace;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;

/** Which kept run the present one is held against, and what is said of the two. */
class EngineComparisonTest {

    private static final ImagePreset PRESET = TinyRuns.preset(ImageArchitecture.CNN, 2);
    private static final int BATCH = PRESET.training().batch();

    /** A point for every two steps; each step takes that many seconds. */
    private static List<TrainingPoint> points(int steps, double error, double seconds) {
        List<TrainingPoint> points = new ArrayList<>();
        for (int step = 2; step <= steps; step += 2) {
            points.add(new TrainingPoint(
                    0,
                    step,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    step == 2 ? 100 : 2 * seconds,
                    new StepTrace(step - 1, List.of(2.0 + error, 1.0))));
        }
        return points;
    }

    private static KeptRun kept(int place, ImagePreset preset, StepEngine engine, List<TrainingPoint> points) {
        return new KeptRun(place, new TrainSetup(preset, 3, engine), points, List.of());
    }

    private static final TrainSetup OURS = new TrainSetup(PRESET, 0);

    @Test
    void theRunThatWasKeptLastByTheOtherEngineIsTheOther() {
        List<KeptRun> kept = List.of(
                kept(0, PRESET, StepEngine.DL4J, points(4, 0, 1)),
                kept(1, PRESET, StepEngine.DL4J, points(6, 2e-5, 0.5)),
                kept(2, PRESET, StepEngine.PENUMBRA, points(8, 0, 1)));
        EngineComparison found =
                EngineComparison.of(OURS, points(40, 0, 0.025), kept).orElseThrow();
        assertEquals("B", found.kept());
        assertEquals(6, found.difference().steps());
        assertEquals(1e-5, found.difference().largest(), 1e-9);
        assertEquals(BATCH / 0.025, found.speed(), 1e-6, "the first point is left out");
        assertEquals(BATCH / 0.5, found.keptSpeed(), 1e-6);
        assertTrue(
                found.words()
                        .startsWith(
                                "Penumbra beside B (DL4J): in the 6 steps that both took, the losses differ by at most "
                                        + "1e-5 of their size (step 1). Penumbra trains 20 times as fast: "),
                found.words());
    }

    @Test
    void runsOfOneEngineOrOfOtherSettingsAreNotCompared() {
        ImagePreset other = TinyRuns.preset(ImageArchitecture.CNN, 5);
        assertEquals(
                Optional.empty(),
                EngineComparison.of(
                        OURS,
                        points(4, 0, 1),
                        List.of(
                                kept(0, PRESET, StepEngine.PENUMBRA, points(4, 0, 1)),
                                kept(1, other, StepEngine.DL4J, points(4, 0, 1)))));
        List<KeptRun> twin = List.of(kept(0, PRESET, StepEngine.DL4J, points(4, 0, 1)));
        assertEquals(Optional.empty(), EngineComparison.of(OURS, List.of(), twin));
        assertEquals(Optional.empty(), EngineComparison.of(null, points(4, 0, 1), twin));
    }

    @Test
    void withoutATimeThereIsNoSpeed() {
        List<KeptRun> twin = List.of(kept(0, PRESET, StepEngine.DL4J, points(2, 0, 1)));
        String words =
                EngineComparison.of(OURS, points(4, 0, 1), twin).orElseThrow().words();
        assertTrue(words.endsWith("the losses differ by at most 0 of their size (step 1)."), words);
    }
}
