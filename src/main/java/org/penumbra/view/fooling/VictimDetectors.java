package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.archive.StoredDetector;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.net.image.ImageModel;

/** The detectors that a model can be attacked with besides the one it brings along. */
interface VictimDetectors {

    /** What there is for a model, in the order of menus; told at once. */
    List<Description> besides(String name, ImageModel model);

    /**
     * One of them. May read a file, so it does not belong on the window's thread.
     *
     * @throws org.penumbra.data.Problem where it cannot be read or belongs to another model
     */
    Fitted load(String name, ImageModel model, String id);

    /** Those that need no fit, and those that ship fitted. */
    static VictimDetectors shipped() {
        return new VictimDetectors() {

            @Override
            public List<Description> besides(String name, ImageModel model) {
                List<String> shipped = ShippedDetectors.of(name);
                String own = ModelDetectors.ownId(model);
                List<Description> found = new ArrayList<>();
                Detectors.all().stream()
                        .filter(kind -> !kind.id().equals(own))
                        .filter(kind -> shipped.contains(kind.id()) || needsNoFit(kind.id(), model))
                        .forEach(kind -> found.add(kind.usual().about()));
                return found;
            }

            @Override
            public Fitted load(String name, ImageModel model, String id) {
                if (needsNoFit(id, model)) {
                    return ModelDetectors.outputs(model);
                }
                StoredDetector stored = ShippedDetectors.find(name, id)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected a detector that ships for " + name + ", but got " + id));
                return stored.requireFor(model, name, ShippedDetectors.source(name, id));
            }

            private boolean needsNoFit(String id, ImageModel model) {
                return id.equals(MaxSoftmax.ID) && model.shape().omega() == 1;
            }
        };
    }
}
