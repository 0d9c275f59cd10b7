package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ActivationTest {

    @Test
    void tanhIsAccurateToSinglePrecisionEverywhere() {
        double worst = 0;
        for (double x = -30; x <= 30; x += 1e-3) {
            float[] value = {(float) x};
            Activation.TANH.apply(value, 1);
            worst = Math.max(worst, Math.abs(Math.tanh((float) x) - value[0]));
        }
        assertTrue(worst < 3e-7, "worst error " + worst);
    }

    @Test
    void sigmoidIsAccurateToSinglePrecisionEverywhere() {
        double worst = 0;
        for (double x = -40; x <= 40; x += 1e-3) {
            float[] value = {(float) x};
            Activation.SIGMOID.apply(value, 1);
            worst = Math.max(worst, Math.abs(1 / (1 + Math.exp(-(float) x)) - value[0]));
        }
        assertTrue(worst < 3e-7, "worst error " + worst);
    }

    @Test
    void badNumbersAreNotHidden() {
        float[] values = {Float.NaN, Float.NaN, Float.NaN};
        Activation.TANH.apply(values, 1);
        Activation.RELU.apply(values, 2);
        for (float value : values) {
            assertTrue(Float.isNaN(value));
        }
    }

    @Test
    void reluIsFlatBelowZeroAndSteepAbove() {
        float[] outputs = {0f, 1e-30f, 1e-7f, 5f, 1e30f};
        float[] slopes = new float[5];
        Activation.RELU.slopes(outputs, slopes, 5);
        assertEquals(0f, slopes[0]);
        for (int i = 1; i < 5; i++) {
            assertEquals(1f, slopes[i], "output " + outputs[i]);
        }
    }
}
