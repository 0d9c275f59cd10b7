package org.penumbra.archive;

import java.util.List;
import java.util.Optional;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.preset.Shelf;

/**
 * Fitted detectors that ship with the models that ship. They lie beside them and are called like the model and the detector:
 * {@code mnist-cnn.openmax.detector}. No images are in them (decision 42).
 */
public final class ShippedDetectors {

    private static final Shelf SHELF = new Shelf("/presets/images/", "detector", DetectorFile.ENDING);

    private ShippedDetectors() {}

    /** The ids of the detectors that ship for a model, in the order of the catalogue; none for a model that does not ship. */
    public static List<String> of(String modelName) {
        return Models.names().contains(modelName)
                ? Detectors.all().stream()
                        .map(DetectorKind::id)
                        .filter(id -> SHELF.holds(file(modelName, id)))
                        .toList()
                : List.of();
    }

    /**
     * A detector that ships. It is for {@link StoredDetector#requireFor} to see that it is the model's.
     *
     * @param modelName as {@link Models#names} has it
     * @param id        of the detector
     * @return empty where none ships
     * @throws ModelException when the file is damaged
     */
    public static Optional<StoredDetector> find(String modelName, String id) {
        return of(modelName).contains(id)
                ? Optional.of(DetectorFile.read(() -> SHELF.open(file(modelName, id)), source(modelName, id)))
                : Optional.empty();
    }

    /** What messages call the file of a detector that ships. */
    public static String source(String modelName, String id) {
        return SHELF.folder() + file(modelName, id);
    }

    /** The name of the file of a model's detector, wherever it lies. */
    public static String file(String modelName, String id) {
        return modelName + "." + id + DetectorFile.ENDING;
    }
}
