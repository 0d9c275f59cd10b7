package org.penumbra.view.draw.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.kit.ImageModels;
import org.penumbra.net.image.ImageArchitecture;

class OwnDetectorsTest {

    private static List<String> fittedHere(ImageArchitecture architecture) {
        return Detectors.all().stream()
                .filter(kind -> OwnDetectors.canBeFitted(kind, ImageModels.untrained(architecture)))
                .map(DetectorKind::id)
                .toList();
    }

    @Test
    void whatSuitsTheNetworkAndNeedsNoOtherImagesCanBeFitted() {
        List<String> suiting = List.of(
                "temperature",
                "energy",
                "knn",
                "deep-knn",
                "mahalanobis",
                "one-class-svm",
                "one-vs-set",
                "w-svm",
                "openmax",
                "jury");
        assertEquals(suiting, fittedHere(ImageArchitecture.CNN));
        assertEquals(
                suiting.stream().filter(id -> !id.equals("openmax")).toList(),
                fittedHere(ImageArchitecture.COOL).stream()
                        .filter(suiting::contains)
                        .toList(),
                "OpenMax takes one output a class");
    }
}
