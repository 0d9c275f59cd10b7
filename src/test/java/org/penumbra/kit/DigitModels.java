package org.penumbra.kit;

import java.util.Map;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.TrainedModel;

/** Models that say of which built-in digits they learnt, so that these can be made again. */
public final class DigitModels {

    private DigitModels() {}

    /** As {@link ImageModels#trained} makes it, with 2000 digits learnt and 500 held out. */
    public static TrainedModel trained(ImageArchitecture architecture, int steps) {
        return saying(ImageModels.trained(architecture, steps), "version 1, seed 9, 2500 + 1");
    }

    /** The same model with other words about the generator of its digits. */
    public static TrainedModel saying(TrainedModel model, String generator) {
        ImageProvenance old = model.provenance();
        return new TrainedModel(
                model.settings(),
                model.classes(),
                model.parameters(),
                model.heldOutErrors(),
                new ImageProvenance(
                        old.preset(),
                        old.data(),
                        Map.of("generator", generator),
                        old.training(),
                        old.steps(),
                        old.lanes(),
                        old.programVersion(),
                        old.date(),
                        old.platform()));
    }
}
