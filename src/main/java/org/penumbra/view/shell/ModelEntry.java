package org.penumbra.view.shell;

import java.util.Objects;
import org.penumbra.net.image.ImageModel;

/**
 * A trained model that labs may choose.
 *
 * @param name  unique among the entries: a name that ships ("mnist-cnn"), a file's name, or what a run was called
 * @param model the model, or null for one that ships and is read when it is first wanted
 */
public record ModelEntry(String name, ImageModel model) {

    public ModelEntry {
        Objects.requireNonNull(name, "name");
    }
}
