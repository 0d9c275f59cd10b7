package org.penumbra.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;
import org.penumbra.kit.DrawnFigures;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.TrainedModel;

@DisplayName("The shipped MNIST models on what a person draws, tau 0.9, alpha calibrated with kappa 1")
class DrawnFiguresTest {

    private static final double TAU = 0.9;
    private static final double KAPPA = 1;

    @ParameterizedTest
    @ValueSource(strings = {"mnist-cnn", "mnist-cool", "mnist-dae-sym", "mnist-dae-asym"})
    void aDrawnThreeIsAThree(String model) {
        Verdict verdict = verdicts(model, List.of(DrawnFigures.digits().get(3))).get(0);
        assertThat(verdict.bestClass()).isEqualTo(3);
        assertThat(verdict.known()).isTrue();
    }

    @Test
    void theAutoencoderTakesDrawnDigitsForWhatTheyAre() {
        List<Verdict> verdicts = verdicts("mnist-dae-sym", DrawnFigures.digits());
        List<Integer> accepted = new ArrayList<>();
        for (int label = 0; label < 10; label++) {
            if (verdicts.get(label).known() && verdicts.get(label).bestClass() == label) {
                accepted.add(label);
            }
        }
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"mnist-dae-sym,2", "mnist-dae-sym-clutter,1"})
    void theAutoencoderRefusesWhatIsNoDigit(String model, int most) {
        Map<String, float[]> images = DrawnFigures.nonDigits();
        assertThat(images).hasSize(10);
        List<String> accepted = new ArrayList<>();
        List<Verdict> verdicts = verdicts(model, List.copyOf(images.values()));
        List<String> names = List.copyOf(images.keySet());
        for (int i = 0; i < names.size(); i++) {
            if (verdicts.get(i).known()) {
                accepted.add(names.get(i));
            }
        }
        assertThat(accepted).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void theClassifierIsSureOfAScribbleThatTheAutoencoderRefuses() {
        List<float[]> scribble = List.of(DrawnFigures.drawn(DrawnFigures.ZIGZAG));
        assertThat(verdicts("mnist-cnn", scribble).get(0).known()).isTrue();
        for (String model : List.of("mnist-dae-sym", "mnist-dae-sym-clutter")) {
            Verdict doubt = verdicts(model, scribble).get(0);
            assertThat(doubt.known()).as(model).isFalse();
            assertThat(doubt.confidence())
                    .as(model + ", the reconstruction alone")
                    .isLessThan(TAU);
        }
        assertThat(verdicts("mnist-dae-sym-clutter", scribble).get(0).doubt())
                .as("and the class head, which saw clutter")
                .isEqualTo(Verdict.Doubt.CLASSIFIER);
    }

    private static List<Verdict> verdicts(String name, List<float[]> images) {
        TrainedModel model = Models.shipped(name);
        boolean reconstructs = model.doubts();
        ConfidenceSettings settings =
                new ConfidenceSettings(reconstructs ? new Calibration.ByKappa(KAPPA).alpha(model, TAU) : 0, 0, TAU);
        List<Verdict> verdicts = new ArrayList<>();
        try (ImageNetwork network = model.network()) {
            for (float[] image : images) {
                ImageResponse response = network.respond(image, 1);
                verdicts.add(Verdict.of(
                        response.scores(), reconstructs ? response.errors()[0] : 0, 0, ImageSettings.PIXELS, settings));
            }
        }
        return verdicts;
    }
}
