package org.penumbra.detector.negative;

import java.util.List;

/**
 * A small network of ReLUs whose last output is the background: standardised features in, K + 1 logits out.
 *
 * @param mean   D, taken from the features first
 * @param scale  D, above 0, they are multiplied by then
 * @param layers one after the other, a ReLU behind each but the last
 */
record BackgroundNetwork(float[] mean, float[] scale, List<BackgroundLayer> layers) {

    BackgroundNetwork {
        layers = List.copyOf(layers);
        int width = mean.length;
        for (BackgroundLayer layer : layers) {
            if (layer.inputs() != width) {
                throw new IllegalArgumentException(
                        "layers: expected one for " + width + " numbers, but got one for " + layer.inputs());
            }
            width = layer.outputs();
        }
    }

    /** Numbers an input. */
    int width() {
        return mean.length;
    }

    /** K + 1. */
    int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** What each layer says of one input: the standardised input first, the logits last. */
    final class Pass {

        private final float[][] values = new float[layers.size() + 1][];
        private final float[][] slopes = new float[layers.size() + 1][];

        Pass() {
            values[0] = new float[width()];
            slopes[0] = new float[width()];
            for (int i = 0; i < layers.size(); i++) {
                values[i + 1] = new float[layers.get(i).outputs()];
                slopes[i + 1] = new float[layers.get(i).outputs()];
            }
        }

        /** The logits of the input that starts at an index; overwritten by the next call. */
        float[] forward(float[] features, int at) {
            for (int i = 0; i < width(); i++) {
                values[0][i] = (features[at + i] - mean[i]) * scale[i];
            }
            for (int i = 0; i < layers.size(); i++) {
                layers.get(i).forward(values[i], values[i + 1]);
                if (i < layers.size() - 1) {
                    for (int j = 0; j < values[i + 1].length; j++) {
                        values[i + 1][j] = Math.max(0, values[i + 1][j]);
                    }
                }
            }
            return values[layers.size()];
        }

        /** Where dL/dlogits of the last input goes before {@link #backward}. */
        float[] logitSlopes() {
            return slopes[layers.size()];
        }

        /** Back to the first layer, whose gradients at the parameters are added to some, one array a layer. */
        void backward(float[][] gradients) {
            for (int i = layers.size() - 1; i >= 0; i--) {
                layers.get(i).addGradient(values[i], slopes[i + 1], gradients[i]);
                if (i > 0) {
                    back(i);
                }
            }
        }

        /** Back to the input: dL/dx before it was standardised, D numbers. */
        float[] backToInput() {
            for (int i = layers.size() - 1; i >= 0; i--) {
                back(i);
            }
            for (int i = 0; i < width(); i++) {
                slopes[0][i] *= scale[i];
            }
            return slopes[0];
        }

        private void back(int layer) {
            layers.get(layer).backward(slopes[layer + 1], slopes[layer]);
            for (int j = 0; layer > 0 && j < slopes[layer].length; j++) {
                slopes[layer][j] = values[layer][j] > 0 ? slopes[layer][j] : 0;
            }
        }
    }
}
