package org.penumbra.experiment.strangers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.Defaults;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.net.image.ImageModel;

/** The detectors of a model that ships: those that it brings along, and those that ship for it. */
final class ShippedWithModel {

    private ShippedWithModel() {}

    /**
     * By their ids, in the order of the catalogue.
     *
     * @throws org.penumbra.archive.ModelException when a file is damaged or of other weights
     */
    static Map<String, Fitted> of(String name, ImageModel model) {
        Fitted own = ModelDetectors.of(model, Calibration.standard(), Defaults.WITHOUT_GAMMA, Defaults.TAU);
        Fitted outputs = ModelDetectors.outputs(model);
        List<String> shipped = ShippedDetectors.of(name);
        Map<String, Fitted> all = new LinkedHashMap<>();
        for (DetectorKind kind : ImageDetectors.suiting(model.shape())) {
            String id = kind.id();
            if (id.equals(own.about().id())) {
                all.put(id, own);
            } else if (id.equals(outputs.about().id())) {
                all.put(id, outputs);
            } else if (shipped.contains(id)) {
                all.put(
                        id,
                        ShippedDetectors.find(name, id)
                                .orElseThrow()
                                .requireFor(model, name, ShippedDetectors.source(name, id)));
            }
        }
        return all;
    }
}
