package org.penumbra.view.train;

import java.util.Optional;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.SettingProblem;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImageSource;

/**
 * All that a person chooses for a run.
 *
 * @param preset   data, network and training
 * @param patience so many epochs without a lower validation loss end the run; 0: it never ends early
 * @param engine   whose layers take the steps
 */
public record TrainSetup(ImagePreset preset, int patience, StepEngine engine) {

    public TrainSetup {
        if (patience < 0 || patience > ImagePlan.MOST_PATIENCE) {
            throw new SettingProblem("patience", "0 to " + ImagePlan.MOST_PATIENCE + " epochs", patience);
        }
        if (patience > 0 && preset.training().heldOut() == 0) {
            throw new SettingProblem("patience", "0, as no images are held out to see by them when to stop", patience);
        }
    }

    /** By our own layers. */
    public TrainSetup(ImagePreset preset, int patience) {
        this(preset, patience, StepEngine.PENUMBRA);
    }

    /** The same on other images. */
    public TrainSetup withData(ImageSource other) {
        return new TrainSetup(preset.withData(other), patience, engine);
    }

    /**
     * What the engine is told.
     *
     * @throws IllegalArgumentException when the images do not go with it
     */
    TrainingPlan plan(TrainData data) {
        return new TrainingPlan(
                new ImagePlan(
                        preset.network(data.images().classes().size()),
                        preset.training(),
                        data.images(),
                        patience,
                        engine),
                Optional.of(data.unknown().images()));
    }
}
