package org.penumbra.net.stock;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.penumbra.net.image.ImageLayout;
import org.penumbra.net.image.ImageSettings;

/**
 * The image networks as DL4J sees them: stock layers, channels first, Adam. Layers with weights are named as their
 * blocks in {@link ImageLayout}.
 */
final class StockImageGraph {

    static final String INPUT = "x";
    static final String MASK = "mask";
    static final String HEAD = "head";

    private StockImageGraph() {}

    /**
     * @param classification loss at the softmax
     * @param reconstruction loss at the reconstruction, lambda already in it; unused without a decoder
     */
    static ComputationGraphConfiguration configuration(
            ImageSettings settings, double learningRate, ILossFunction classification, ILossFunction reconstruction) {
        return configuration(settings, learningRate, classification, reconstruction, false);
    }

    /**
     * @param masked whether there is a second input, 400 numbers that the class head's view of the code is multiplied by:
     *               DL4J's own dropout would draw other numbers than ours
     */
    static ComputationGraphConfiguration configuration(
            ImageSettings settings,
            double learningRate,
            ILossFunction classification,
            ILossFunction reconstruction,
            boolean masked) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .updater(new Adam(learningRate))
                .graphBuilder();
        InputType image = InputType.convolutional(ImageSettings.SIDE, ImageSettings.SIDE, 1);
        if (masked) {
            graph.addInputs(INPUT, MASK).setInputTypes(image, InputType.feedForward(ImageLayout.CODE));
        } else {
            graph.addInputs(INPUT).setInputTypes(image);
        }
        convolution(graph, 1, ImageLayout.CHANNELS1, INPUT);
        convolution(graph, 2, ImageLayout.CHANNELS2, "relu1");
        graph.addLayer("code", dense(ImageLayout.CODE, Activation.RELU), "relu2");
        if (masked) {
            graph.addVertex("seen", new ElementWiseVertex(ElementWiseVertex.Op.Product), "code", MASK);
        }
        graph.addLayer(
                HEAD,
                new OutputLayer.Builder(classification)
                        .nOut(settings.units())
                        .activation(Activation.SOFTMAX)
                        .build(),
                masked ? "seen" : "code");
        switch (settings.architecture()) {
            case DAE_SYM -> {
                mirror(graph, reconstruction);
                graph.setOutputs(HEAD, "reconstruction");
            }
            case DAE_ASYM -> {
                graph.addLayer(
                        "decoder1",
                        new OutputLayer.Builder(reconstruction)
                                .nOut(ImageSettings.PIXELS)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "code");
                graph.setOutputs(HEAD, "decoder1");
            }
            default -> graph.setOutputs(HEAD);
        }
        return graph.build();
    }

    private static void convolution(GraphBuilder graph, int number, int channels, String input) {
        graph.addLayer(
                "convolution" + number,
                new ConvolutionLayer.Builder(ImageLayout.KERNEL, ImageLayout.KERNEL)
                        .nOut(channels)
                        .activation(Activation.IDENTITY)
                        .build(),
                input);
        graph.addLayer(
                "pool" + number,
                new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build(),
                "convolution" + number);
        graph.addLayer("relu" + number, new ActivationLayer(Activation.RELU), "pool" + number);
    }

    private static void mirror(GraphBuilder graph, ILossFunction reconstruction) {
        int small = ImageLayout.PLACES;
        graph.addLayer("decoder1", dense(ImageLayout.FEATURES, Activation.RELU), "code");
        graph.addLayer(
                "repeat2",
                new Upsampling2D.Builder(2).build(),
                new FeedForwardToCnnPreProcessor(small, small, ImageLayout.CHANNELS2),
                "decoder1");
        graph.addLayer("decoder2", transposed(ImageLayout.CHANNELS1, Activation.RELU), "repeat2");
        graph.addLayer("repeat3", new Upsampling2D.Builder(2).build(), "decoder2");
        graph.addLayer("decoder3", transposed(1, Activation.SIGMOID), "repeat3");
        // A sigmoid in the loss layer would be differentiated in place, over the numbers its score is computed from.
        LossLayer loss = new LossLayer.Builder(reconstruction)
                .activation(Activation.IDENTITY)
                .build();
        // Its builder knows no width, and DL4J warns of a width of zero.
        loss.setNOut(ImageSettings.PIXELS);
        graph.addLayer(
                "reconstruction",
                loss,
                new CnnToFeedForwardPreProcessor(ImageSettings.SIDE, ImageSettings.SIDE, 1),
                "decoder3");
    }

    private static DenseLayer dense(int out, Activation activation) {
        return new DenseLayer.Builder().nOut(out).activation(activation).build();
    }

    private static Deconvolution2D transposed(int channels, Activation activation) {
        return new Deconvolution2D.Builder(ImageLayout.KERNEL, ImageLayout.KERNEL)
                .nOut(channels)
                .activation(activation)
                .build();
    }
}
