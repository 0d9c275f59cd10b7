package org.penumbra.view.draw.board;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.detector.Fitted;
import org.penumbra.net.image.ImageModel;

/** Where fitted detectors come from. It reads files, so it is asked in the background. */
public interface FittedSource {

    /**
     * The detectors that ship for a model.
     *
     * @param name of the model, as those that ship are called
     * @return none for a model that does not ship
     */
    List<Fitted> shipped(String name, ImageModel model);

    /**
     * A detector from a file.
     *
     * @param called what messages call the model
     * @throws org.penumbra.data.Problem when the file is damaged, or the detector was fitted on another model
     */
    Fitted read(Path file, ImageModel model, String called);
}
