package org.penumbra.view.train;

import java.util.List;
import java.util.Locale;
import org.penumbra.live.TrainingPoint;
import org.penumbra.net.ImageTrainingSettings;
import org.penumbra.preset.ImagePreset;
import org.penumbra.view.widget.NumberScale;

/**
 * An earlier run that stays in the charts.
 *
 * @param place   0 to 2, no other kept run's: it tells how the run is drawn
 * @param setup   what was trained
 * @param trained thinned points of the training images
 * @param held    thinned points at which held-out images were asked
 */
record KeptRun(int place, TrainSetup setup, List<TrainingPoint> trained, List<TrainingPoint> held) {

    /** A letter and the settings one compares by. */
    String name() {
        return letter() + "  " + words(setup.preset());
    }

    /** A, B or C. */
    String letter() {
        return String.valueOf((char) ('A' + place));
    }

    /** The settings one compares by, in one line. */
    static String words(ImagePreset preset) {
        ImageTrainingSettings training = preset.training();
        StringBuilder words = new StringBuilder(ArchitectureNames.of(preset.architecture()));
        if (preset.omega() > 1) {
            words.append(" \u03c9 ").append(preset.omega());
        }
        words.append(", \u03c3 ").append(NumberScale.text(training.sigma()));
        if (preset.architecture().reconstructs()) {
            words.append(", \u03bb ").append(NumberScale.text(training.lambda()));
        }
        return words.append(String.format(Locale.ROOT, ", \u03b7 %s, seed %d",
                NumberScale.text(training.learningRate()), training.seed())).toString();
    }
}
