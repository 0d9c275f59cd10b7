package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.preset.ImagePreset;
import org.penumbra.view.widget.NumberScale;

class RunWordsTest {

    private static ImagePreset preset(double clutter) {
        return TinyRuns.preset(ImageArchitecture.CNN, 2)
                .withTraining(new ImageTrainingSettings(
                        5, 1e-3, LearningRateSchedule.CONSTANT, 0.1, clutter, 5, 0, 32, 2, TinyRuns.HELD_OUT));
    }

    @Test
    void clutterIsNamedWhereThereIsSome() {
        assertTrue(RunWords.all(preset(0.5)).contains(", clutter 0.5,"), RunWords.all(preset(0.5)));
        assertFalse(RunWords.all(preset(0)).contains("clutter"), RunWords.all(preset(0)));
        assertEquals("CNN, clutter 0.5", RunWords.among(preset(0.5), List.of(preset(0))));
        assertEquals("CNN, clutter 0.5", RunWords.among(preset(0.5), List.of(preset(0.25))));
    }

    private static KeptRun kept(int place, ImagePreset preset, long steps) {
        TrainingPoint point = new TrainingPoint(0, steps, 1, 1, 1, 1, 1, 1);
        return new KeptRun(place, new TrainSetup(preset, 0), List.of(point), List.of());
    }

    private static ImagePreset trained(long seed, int epochs, double dropout) {
        return TinyRuns.preset(ImageArchitecture.CNN, 2)
                .withTraining(new ImageTrainingSettings(
                        seed, 1e-3, LearningRateSchedule.CONSTANT, 0.1, 0, 5, dropout, 32, epochs, TinyRuns.HELD_OUT));
    }

    @Test
    void twoKeptRunsNeverHaveOneName() {
        KeptRun first = kept(0, trained(5, 2, 0), 931);
        KeptRun longer = kept(1, trained(5, 2, 0), 1200);
        KeptRun seeded = kept(2, trained(6, 2, 0), 931);
        List<KeptRun> all = List.of(first, longer, seeded);
        Optional<TrainSetup> present = Optional.of(new TrainSetup(trained(5, 2, 0), 0));
        assertEquals("CNN, seed 5, 931 steps", RunWords.of(first, all, present));
        assertEquals("CNN, seed 5, " + NumberScale.grouped(1200) + " steps", RunWords.of(longer, all, present));
        assertEquals("CNN, seed 6", RunWords.of(seeded, List.of(first, seeded), present));
        assertEquals("CNN", RunWords.of(first, List.of(first), present));
    }

    @Test
    void whatTellsARunFromAnotherIsNamedHoweverMuchElseDiffers() {
        KeptRun first = kept(0, trained(5, 2, 0), 931);
        KeptRun second = kept(1, trained(5, 2, 0.5), 931);
        KeptRun third = kept(2, trained(6, 9, 0), 100);
        List<KeptRun> all = List.of(first, second, third);
        List<String> names =
                all.stream().map(run -> RunWords.of(run, all, Optional.empty())).toList();
        assertEquals(List.of("CNN, seed 5, dropout 0", "CNN, seed 5, dropout 0.5", "CNN, seed 6, dropout 0"), names);
    }
}
