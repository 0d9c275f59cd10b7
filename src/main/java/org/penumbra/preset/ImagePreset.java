package org.penumbra.preset;

import java.util.Objects;
import org.penumbra.data.OutsideText;
import org.penumbra.data.ShortName;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;

/**
 * How an image model is trained: all that a run depends on, but for the images themselves and the number of lanes.
 *
 * @param name         short, unique among what ships ("mnist-dae-sym"); a {@link ShortName}
 * @param title        shown in menus, one line of 1 to 200 characters
 * @param description  one or two sentences, may be empty, at most 4 000 characters
 * @param data         where the images come from; it brings the classes
 * @param architecture which of the four networks
 * @param omega        units a class; 1 unless COOL
 * @param training     seed, losses, optimiser
 */
public record ImagePreset(
        String name,
        String title,
        String description,
        ImageSource data,
        ImageArchitecture architecture,
        int omega,
        ImageTrainingSettings training) {

    public ImagePreset {
        ShortName.require("name", name);
        OutsideText.requireOneLine("title", title, Preset.LONGEST_TITLE);
        OutsideText.requireLines("description", description, Preset.LONGEST_DESCRIPTION);
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(training, "training");
        // Complains of an omega that does not go with the architecture.
        new ImageSettings(architecture, 2, omega);
    }

    /** The shape of the network for so many classes. */
    public ImageSettings network(int classes) {
        return new ImageSettings(architecture, classes, omega);
    }

    /** The same with other images. */
    public ImagePreset withData(ImageSource other) {
        return new ImagePreset(name, title, description, other, architecture, omega, training);
    }

    /** The same, trained otherwise. */
    public ImagePreset withTraining(ImageTrainingSettings other) {
        return new ImagePreset(name, title, description, data, architecture, omega, other);
    }

    /** The same with another number of units a class. */
    public ImagePreset withOmega(int other) {
        return new ImagePreset(name, title, description, data, architecture, other, training);
    }
}
