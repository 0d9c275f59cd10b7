package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.net.StepLosses;

/** The judge itself, on cases that can be worked out by hand. */
class PlainImageNetworkTest {

    @Test
    void correlationDoesNotFlipTheKernel() {
        double[] in = new double[36];
        in[1 * 6 + 3] = 2;
        double[] w = new double[25];
        Arrays.setAll(w, i -> i);
        // The only light stands at row 1, column 3, so place (u, v) sees it through w[1 - u][3 - v].
        assertArrayEquals(
                new double[] {2 * 8 + 1, 2 * 7 + 1, 2 * 3 + 1, 2 * 2 + 1},
                PlainImageNetwork.correlate(in, 6, 1, w, new double[] {1}));
    }

    @Test
    void scatteringALightPaintsTheKernelThere() {
        double[] in = {0, 3, 0, 0};
        double[] w = new double[25];
        Arrays.setAll(w, i -> i);
        double[] out = PlainImageNetwork.scatter(in, 2, 1, w, new double[] {10});
        for (int u = 0; u < 6; u++) {
            for (int v = 0; v < 6; v++) {
                double expected = 10 + (u < 5 && v > 0 ? 3 * (u * 5 + v - 1) : 0);
                assertEquals(expected, out[u * 6 + v], "row " + u + ", column " + v);
            }
        }
    }

    @Test
    void poolingAndRepeatingKeepChannelsApart() {
        double[] in = {1, -1, 2, -2, 3, -3, 4, -4};
        assertArrayEquals(new double[] {4, -1}, PlainImageNetwork.pool(in, 2, 2));
        assertArrayEquals(
                new double[] {4, -1, 4, -1, 4, -1, 4, -1}, PlainImageNetwork.repeat(new double[] {4, -1}, 1, 2));
    }

    @Test
    void withoutWeightsEveryUnitIsEquallyLikelyAndEveryPixelGrey() {
        float[] images = new float[2 * 784];
        for (ImageArchitecture architecture : ImageArchitecture.values()) {
            int omega = architecture == ImageArchitecture.COOL ? 5 : 1;
            PlainImageNetwork network = new PlainImageNetwork(new ImageSettings(architecture, 10, omega));
            StepLosses losses = network.losses(images, images, new int[] {3, 9}, 2);
            assertEquals(Math.log(10 * omega), losses.classification(), 1e-12, architecture.id());
            assertEquals(architecture.reconstructs() ? 0.25 : 0, losses.reconstruction(), 1e-12, architecture.id());
        }
    }
}
