package org.penumbra.command.train;

import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.archive.WeightType;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.SomeClasses;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;

/**
 * What to train and where to put it.
 *
 * @param preset   what is trained; with {@code resume} only its name counts, the rest is the checkpoint's
 * @param home     where image data are looked for
 * @param out      the model file
 * @param weights  how the file stores weights
 * @param classes  those to train on, empty for all; with {@code resume} they are the checkpoint's
 * @param lanes    parts each batch is cut into; with {@code resume} they are the checkpoint's
 * @param engine   whose layers take the steps; with {@code resume} it is the checkpoint's
 * @param patience so many epochs without a lower validation loss end the run, 0: it never ends early; with
 *                 {@code resume} it is the checkpoint's
 * @param resume   whether to go on from the checkpoint beside the model file
 * @param force    whether to replace what is there, if it is something else than a model of the same training
 */
record TrainOptions(
        ImagePreset preset,
        DataHome home,
        Path out,
        WeightType weights,
        Optional<SomeClasses> classes,
        int lanes,
        StepEngine engine,
        int patience,
        boolean resume,
        boolean force) {

    /** Where an interrupted run of this keeps its state. */
    Path checkpoint() {
        return out.resolveSibling(out.getFileName() + ".checkpoint");
    }
}
