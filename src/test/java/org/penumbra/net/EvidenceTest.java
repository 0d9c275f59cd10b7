package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.Evidence.Part;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneResponse;

class EvidenceTest {

    private static final float[] NONE = {};

    @Test
    void partsThatAreNotThereAreEmpty() {
        Evidence evidence = Evidence.of(2, 3, 2).withOutputs(new float[4], NONE).withErrors(new float[2]);
        assertEquals(EnumSet.of(Part.LOGITS, Part.ERRORS), evidence.parts());
        assertTrue(evidence.has(Part.ERRORS));
        assertFalse(evidence.has(Part.CODE));
        assertTrue(Evidence.of(0, 3, 2).has(Part.CODE), "of no inputs all is known");
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        Evidence three = Evidence.of(3, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> three.withInputs(new float[5]));
        assertThrows(IllegalArgumentException.class, () -> three.withInputs(new float[9]));
        assertThrows(IllegalArgumentException.class, () -> three.withOutputs(new float[3], NONE));
        assertThrows(IllegalArgumentException.class, () -> three.withOutputs(NONE, new float[12]));
        assertThrows(IllegalArgumentException.class, () -> three.withErrors(new float[2]));
        assertThrows(IllegalArgumentException.class, () -> three.withGamma(new double[6]));
    }

    @Test
    void aRowIsEvidenceOfOneInput() {
        Evidence row = Evidence.of(2, 2, 2)
                .withInputs(new float[] {1, 2, 3, 4})
                .withOutputs(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new float[] {0.1f, 0.9f, 0.7f, 0.3f})
                .withCode(new float[] {1, 2, 3, 4, 5, 6})
                .withErrors(new float[] {7, 8})
                .row(1);
        assertArrayEquals(new float[] {3, 4}, row.inputs());
        assertArrayEquals(new float[] {5, 6, 7, 8}, row.logits());
        assertArrayEquals(new float[] {0.7f, 0.3f}, row.scores());
        assertArrayEquals(new float[] {4, 5, 6}, row.code());
        assertArrayEquals(new float[] {8}, row.errors());
        assertEquals(0, row.gamma().length);
        assertEquals(2, row.omega());
        assertEquals(0, row.answer(0));
    }

    @Test
    void imageNetworksGiveTheCodeTheirHeadSees() {
        ImageSet digits = new BuiltInDigits(3, 10, 10).make().test();
        float[] pixels = new float[10 * ImageSettings.PIXELS];
        for (int i = 0; i < 10; i++) {
            digits.copyTo(i, pixels, i * ImageSettings.PIXELS);
        }
        for (ImageArchitecture architecture : ImageArchitecture.values()) {
            int omega = architecture == ImageArchitecture.COOL ? 3 : 1;
            try (ImageNetwork network = new ImageNetwork(new ImageSettings(architecture, 10, omega))) {
                network.initialise(4);
                Evidence evidence = network.evidence(pixels, 10, EnumSet.of(Part.CODE, Part.INPUTS));
                ImageResponse response = network.respond(pixels, 10);
                assertArrayEquals(response.logits(), evidence.logits(), architecture.id());
                assertArrayEquals(response.scores(), evidence.scores(), architecture.id());
                assertArrayEquals(response.errors(), evidence.errors(), architecture.id());
                assertArrayEquals(pixels, evidence.inputs());
                assertEquals(omega, evidence.omega());
                assertEquals(10 * 400, evidence.code().length);
                assertLogitsFollowFromTheCode(network, evidence, 10 * omega);
                assertEquals(
                        architecture.reconstructs()
                                ? EnumSet.of(Part.LOGITS, Part.SCORES, Part.ERRORS)
                                : EnumSet.of(Part.LOGITS, Part.SCORES),
                        network.evidence(pixels, 10, Set.of()).parts());
            }
        }
    }

    private static void assertLogitsFollowFromTheCode(ImageNetwork network, Evidence evidence, int units) {
        float[] weights = block(network, "head/weights");
        float[] biases = block(network, "head/biases");
        for (int row = 0; row < evidence.count(); row++) {
            for (int unit = 0; unit < units; unit++) {
                double sum = biases[unit];
                for (int i = 0; i < 400; i++) {
                    assertTrue(evidence.code()[row * 400 + i] >= 0, "a ReLU's output");
                    sum += evidence.code()[row * 400 + i] * weights[i * units + unit];
                }
                assertEquals(sum, evidence.logits()[row * units + unit], 1e-4);
            }
        }
    }

    private static float[] block(ImageNetwork network, String name) {
        return network.parameters(network.blocks().stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void networksOfThePlaneGiveAll() {
        try (DenseNetwork network =
                new DenseNetwork(2, 3, new DenseSettings(List.of(8, 5), Activation.TANH), Activation.IDENTITY)) {
            network.initialise(7);
            float[] points = {0.1f, -0.4f, 2, 1, -0.3f, 0.7f};
            Evidence evidence = network.evidence(points, 3);
            PlaneResponse response = network.respond(points, 3);
            assertEquals(EnumSet.allOf(Part.class), evidence.parts());
            assertArrayEquals(response.probabilities(), evidence.scores());
            assertArrayEquals(response.error(), evidence.errors());
            for (int row = 0; row < 3; row++) {
                assertEquals(response.gamma()[row], evidence.gamma()[row]);
            }
            assertArrayEquals(points, evidence.inputs());
            assertEquals(3 * 5, evidence.code().length);
            float[] y = new float[9];
            Softmax.rows(evidence.logits(), 3, 3, y, 0);
            assertArrayEquals(evidence.scores(), y, 1e-6f);
        }
    }
}
