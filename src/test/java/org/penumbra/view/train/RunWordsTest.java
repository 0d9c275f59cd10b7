package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.preset.ImagePreset;

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
}
