package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Each layer against DL4J's stock layers with the same weights: outputs and the gradients of weights, biases, inputs. */
class StockLayersTest {

    private static final long SEED = 43;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @CsvSource({"RELU,12,7,5", "TANH,5,9,3", "SIGMOID,7,3,4", "IDENTITY,6,10,2"})
    void denseIsTheStockDenseLayer(Activation activation, int inputs, int outputs, int rows) {
        try (Parameters parameters = new Parameters(Dense.parameterCount(inputs, outputs));
                Parameters gradient = new Parameters(parameters.values().length);
                Batch in = batch(rows, inputs);
                Batch out = new Batch(rows, outputs);
                Batch outGrad = batch(rows, outputs);
                Batch inGrad = new Batch(rows, inputs)) {
            Dense layer = new Dense(inputs, outputs, activation, parameters, gradient, 0);
            fill(parameters.values(), 0.5f);
            parameters.push();
            INDArray weights = array(parameters.values(), 0, inputs, outputs);
            Stock stock = new Stock(
                    InputType.feedForward(inputs),
                    0,
                    weights,
                    biases(parameters, outputs),
                    new DenseLayer.Builder()
                            .nOut(outputs)
                            .activation(stockActivation(activation))
                            .build());
            stock.run(array(in.values(), 0, rows, inputs), array(outGrad.values(), 0, rows, outputs));
            layer.forward(in, out, rows);
            layer.backward(in, out, outGrad, inGrad, false, rows);
            assertClose("outputs", stock.output, out.values());
            assertClose("inputs", stock.inputGradient, inGrad.values());
            assertClose(
                    "parameters",
                    Nd4j.concat(0, stock.weightGradient.dup('c').reshape(-1), stock.biasGradient.reshape(-1)),
                    gradient.values());
        }
    }

    @ParameterizedTest
    @CsvSource({"28,1,32,5,5,3", "12,32,64,5,1,2", "7,2,3,4,2,2"})
    void pooledConvolutionIsStockConvolutionPoolingAndRelu(
            int side, int channels, int outs, int kernel, int merged, int images) {
        try (Parameters parameters = new Parameters(PooledConvolution.parameterCount(channels, outs, kernel));
                Parameters gradient = new Parameters(parameters.values().length);
                PooledConvolution layer =
                        new PooledConvolution(side, channels, outs, kernel, merged, images, parameters, gradient, 0);
                ConvolutionPass pass = layer.newPass()) {
            fill(parameters.values(), (float) (1 / Math.sqrt(kernel * kernel * channels)));
            parameters.push();
            int pooled = layer.outputSide();
            float[] in = fill(new float[images * side * side * channels], 1);
            float[] outGradient = fill(new float[images * layer.outputs()], 1);
            INDArray weights = array(parameters.values(), 0, kernel, kernel, channels, outs)
                    .permute(3, 2, 0, 1);
            Stock stock = new Stock(
                    InputType.convolutional(side, side, channels),
                    0,
                    weights,
                    biases(parameters, outs),
                    new ConvolutionLayer.Builder(kernel, kernel)
                            .nOut(outs)
                            .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                            .build(),
                    new SubsamplingLayer.Builder(PoolingType.MAX)
                            .kernelSize(2, 2)
                            .stride(2, 2)
                            .build(),
                    new ActivationLayer(org.nd4j.linalg.activations.Activation.RELU));
            // Ours has the images' rows interleaved: row, image, column, channel.
            stock.run(
                    array(in, 0, images, side, side, channels).permute(0, 3, 1, 2),
                    array(outGradient, 0, pooled, images, pooled, outs).permute(1, 3, 0, 2));
            float[] inGradient = new float[in.length];
            layer.refresh(images);
            layer.forward(in, 0, side * channels, side * side * channels, images, pass);
            layer.clearGradient();
            layer.backward(pass, outGradient, images, true, inGradient, 0, side * channels, side * side * channels);
            layer.finishGradient();
            assertClose("outputs", stock.output.permute(2, 0, 3, 1), pass.out());
            assertClose("inputs", stock.inputGradient.permute(0, 2, 3, 1), inGradient);
            assertClose(
                    "parameters",
                    Nd4j.concat(
                            0,
                            stock.weightGradient.permute(2, 3, 1, 0).dup('c').reshape(-1),
                            stock.biasGradient.reshape(-1)),
                    gradient.values());
        }
    }

    @ParameterizedTest
    @CsvSource({"4,64,32,5,RELU,2", "12,32,1,5,SIGMOID,2", "3,2,3,4,TANH,9"})
    void upsampledDeconvolutionIsStockUpsamplingAndDeconvolution(
            int side, int channels, int outs, int kernel, Activation activation, int rows) {
        try (Parameters parameters = new Parameters(UpsampledDeconvolution.parameterCount(channels, outs, kernel));
                Parameters gradient = new Parameters(parameters.values().length);
                UpsampledDeconvolution layer =
                        new UpsampledDeconvolution(side, channels, outs, kernel, activation, parameters, gradient, 0);
                Batch in = batch(rows, layer.inputs());
                Batch out = new Batch(rows, layer.outputs());
                Batch outGrad = batch(rows, layer.outputs());
                Batch inGrad = new Batch(rows, layer.inputs())) {
            fill(parameters.values(), (float) (1 / Math.sqrt(kernel * kernel * channels)));
            parameters.push();
            int outSide = 2 * side + kernel - 1;
            INDArray weights = array(parameters.values(), 0, channels, kernel, kernel, outs)
                    .permute(0, 3, 1, 2);
            Stock stock = new Stock(
                    InputType.convolutional(side, side, channels),
                    1,
                    weights,
                    biases(parameters, outs),
                    new Upsampling2D.Builder(2).build(),
                    new Deconvolution2D.Builder(kernel, kernel)
                            .nOut(outs)
                            .activation(stockActivation(activation))
                            .build());
            stock.run(
                    array(in.values(), 0, rows, side, side, channels).permute(0, 3, 1, 2),
                    array(outGrad.values(), 0, rows, outSide, outSide, outs).permute(0, 3, 1, 2));
            layer.refresh();
            layer.forward(in, out, rows);
            layer.backward(in, out, outGrad, inGrad, true, rows);
            assertClose("outputs", stock.output.permute(0, 2, 3, 1), out.values());
            assertClose("inputs", stock.inputGradient.permute(0, 2, 3, 1), inGrad.values());
            assertClose(
                    "parameters",
                    Nd4j.concat(
                            0,
                            stock.weightGradient.permute(0, 2, 3, 1).dup('c').reshape(-1),
                            stock.biasGradient.reshape(-1)),
                    gradient.values());
        }
    }

    /** Stock layers one after the other, of which one has weights, and what they gave for one batch; channels first. */
    private static final class Stock {

        final MultiLayerNetwork network;
        final int weighted;
        INDArray output;
        INDArray inputGradient;
        INDArray weightGradient;
        INDArray biasGradient;

        Stock(InputType input, int weighted, INDArray weights, INDArray biases, Layer... layers) {
            this.weighted = weighted;
            var list = new NeuralNetConfiguration.Builder().list();
            for (Layer layer : layers) {
                list.layer(layer);
            }
            network = new MultiLayerNetwork(list.setInputType(input).build());
            network.init();
            network.getLayer(weighted).setParam("W", weights.dup('c'));
            network.getLayer(weighted).setParam("b", biases.dup('c'));
        }

        void run(INDArray in, INDArray outGradient) {
            network.setInput(in.dup('c'));
            var activations = network.feedForward(true, false);
            output = activations.get(activations.size() - 1);
            var back = network.backpropGradient(outGradient.dup('c'), null);
            inputGradient = back.getSecond();
            weightGradient = back.getFirst().getGradientFor(weighted + "_W");
            biasGradient = back.getFirst().getGradientFor(weighted + "_b");
        }
    }

    private Batch batch(int rows, int width) {
        Batch batch = new Batch(rows, width);
        fill(batch.values(), 1);
        batch.push(rows);
        return batch;
    }

    private float[] fill(float[] values, float scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
        return values;
    }

    private static INDArray biases(Parameters parameters, int count) {
        return array(parameters.values(), parameters.values().length - count, 1, count);
    }

    private static INDArray array(float[] values, int from, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        float[] part = new float[size];
        System.arraycopy(values, from, part, 0, size);
        return Nd4j.create(part, shape, 'c');
    }

    private static org.nd4j.linalg.activations.Activation stockActivation(Activation activation) {
        return org.nd4j.linalg.activations.Activation.valueOf(activation.name());
    }

    /** To a ten-thousandth of the largest. */
    private static void assertClose(String what, INDArray expected, float[] actual) {
        float[] numbers = expected.dup('c').data().asFloat();
        assertEquals(numbers.length, actual.length, what);
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < actual.length; i++) {
            assertEquals(numbers[i], actual[i], 1e-4 * largest, what + " " + i + ", seed " + SEED);
        }
    }
}
