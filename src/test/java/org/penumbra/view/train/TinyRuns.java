package org.penumbra.view.train;

import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImageSource;

/** Runs that are over in a moment. */
final class TinyRuns {

    static final int TRAINING = 400;
    static final int HELD_OUT = 80;

    private TinyRuns() {}

    /** Built-in digits, so many epochs of ten steps. */
    static ImagePreset preset(ImageArchitecture architecture, int epochs) {
        return new ImagePreset(
                "tiny",
                "Tiny",
                "For tests.",
                new ImageSource.BuiltIn(new BuiltInDigits(TRAINING, 50, 3)),
                architecture,
                1,
                new ImageTrainingSettings(5, 1e-3, LearningRateSchedule.CONSTANT, 0.1, 0, 5, 0, 32, epochs, HELD_OUT));
    }

    /** Its images, with noise as unknown inputs. */
    static TrainData data(ImagePreset preset) {
        return new TrainData(preset.data().load(null), UnknownInputs.noise(""), "");
    }
}
