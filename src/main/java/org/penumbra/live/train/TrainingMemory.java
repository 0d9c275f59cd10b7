package org.penumbra.live.train;

import java.util.Optional;
import org.penumbra.data.MachineMemory;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingMemory;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.StepEngine;

/** Tells beforehand of a training that takes a good part of the machine's memory. */
public final class TrainingMemory {

    private TrainingMemory() {}

    /**
     * A sentence about a run that begins anew, or nothing where it takes little. One that would take more than there is does
     * not begin; its session says so.
     *
     * @param engine whose layers take the steps
     * @param memory of the machine
     */
    public static Optional<String> warning(
            StepEngine engine, ImageSettings network, ImageTrainingSettings training, MachineMemory memory) {
        int lanes = engine.lanes(ImageTraining.defaultLanes());
        return memory.warning(
                ImageTrainingMemory.of(engine, network, training, lanes),
                ImageTrainingMemory.words(network, training, lanes));
    }
}
