package org.penumbra.detector.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.kit.ClusterData;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;

class ImageDetectorsTest {

    private static List<String> suiting(ImageArchitecture architecture, int omega) {
        return ImageDetectors.suiting(new ImageSettings(architecture, 10, omega).shape()).stream()
                .map(DetectorKind::id)
                .toList();
    }

    @Test
    void eachArchitectureHasTheDetectorsThatSuitIt() {
        List<String> cnn = suiting(ImageArchitecture.CNN, 1);
        assertTrue(cnn.containsAll(List.of("max-softmax", "temperature", "energy", "knn")), cnn.toString());
        assertFalse(cnn.contains("confidence") || cnn.contains("cool"), cnn.toString());
        List<String> autoencoder = suiting(ImageArchitecture.DAE_SYM, 1);
        assertTrue(autoencoder.containsAll(cnn) && autoencoder.contains("confidence"), autoencoder.toString());
        List<String> cool = suiting(ImageArchitecture.COOL, 5);
        assertTrue(
                cool.contains("cool") && !cool.contains("max-softmax") && !cool.contains("confidence"),
                cool.toString());
    }

    @Test
    void vectorMachinesLookAtTheCodeUnlessSomebodyChoosesOtherwise() {
        assertEquals(
                Optional.of("code"), ImageDetectors.usual("one-vs-set").about().chosen("features"));
        assertEquals(
                Optional.of("code"),
                ImageDetectors.named("one-class-svm:nu=0.2").about().chosen("features"));
        assertEquals(
                0.2,
                ImageDetectors.named("one-class-svm:nu=0.2").about().value("nu").orElseThrow());
        assertEquals(
                Optional.of("inputs"),
                ImageDetectors.named("one-class-svm:features=inputs").about().chosen("features"));
        assertEquals(Optional.of("inputs"), ImageDetectors.usual("knn").about().chosen("features"));
        assertThrows(SettingProblem.class, () -> ImageDetectors.named("oracle"));
        assertThrows(SettingProblem.class, () -> ImageDetectors.named("one-class-svm:nu=2"));
    }

    @Test
    void negativesAreBroughtAlongAndLookedAtInTheCode() {
        Detector usual = ImageDetectors.usual("negative-samples");
        assertEquals(Optional.of("code"), usual.about().chosen("features"));
        assertTrue(ImageDetectors.needsNegatives(usual));
        assertFalse(ImageDetectors.needsNegatives(ImageDetectors.named("negative-samples:negatives=uniform")));
        assertFalse(ImageDetectors.needsNegatives(ImageDetectors.usual("energy")));
        assertFalse(suiting(ImageArchitecture.COOL, 5).contains("openmax"), "it takes one output a class");
        assertFalse(suiting(ImageArchitecture.CNN, 1).contains("density"));
    }

    /** What the list says is what each says of itself once it is fitted. */
    @Test
    void theListTellsWhichHaveAGradient() {
        ClusterData clusters = new ClusterData(3, 3);
        FitData data = clusters.fitData(240, 120, 7).withNegatives(clusters.strangers(60, 8));
        for (DetectorKind kind : ImageDetectors.suiting(new ImageSettings(ImageArchitecture.CNN, 10, 1).shape())) {
            if (kind.usual().needs().stream().allMatch(data.parts()::contains)) {
                assertEquals(
                        ImageDetectors.usual(kind.id(), new ImageSettings(ImageArchitecture.CNN, 10, 1).shape())
                                .fit(data, share -> true)
                                .hasGradient(),
                        ImageDetectors.hasGradient(kind.id()),
                        kind.id());
            }
        }
    }
}
