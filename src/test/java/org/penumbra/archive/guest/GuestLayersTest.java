package org.penumbra.archive.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.penumbra.kit.StockGuests;
import org.penumbra.net.ClassScores;
import org.penumbra.net.InputGradient;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.PixelGradient;

/** Each kind of layer that a guest may have: it is read, answers as in DL4J, and passes slopes as when nobody trains. */
@Timeout(240)
class GuestLayersTest {

    private static final int PIXELS = 784;
    private static final long SEED = 20_261_129;

    /** Behind a convolution to 2 maps of 12 x 12. */
    private static final Map<String, Supplier<Layer>> ON_MAPS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "Deconvolution2D",
                    () -> new Deconvolution2D.Builder(3, 3).nOut(2).build()),
            Map.entry(
                    "DepthwiseConvolution2D",
                    () -> new DepthwiseConvolution2D.Builder(3, 3)
                            .depthMultiplier(2)
                            .nOut(4)
                            .build()),
            Map.entry(
                    "SeparableConvolution2D",
                    () -> new SeparableConvolution2D.Builder(3, 3)
                            .depthMultiplier(2)
                            .nOut(3)
                            .build()),
            Map.entry("Upsampling2D", () -> new Upsampling2D.Builder(2).build()),
            Map.entry("ZeroPaddingLayer", () -> new ZeroPaddingLayer.Builder(1, 2).build()),
            Map.entry("Cropping2D", () -> new Cropping2D.Builder(1, 2).build()),
            Map.entry("SpaceToDepthLayer", () -> new SpaceToDepthLayer.Builder(2).build()),
            Map.entry(
                    "LocalResponseNormalization",
                    () -> new LocalResponseNormalization.Builder().n(2).build()),
            Map.entry(
                    "PReLULayer",
                    () -> new PReLULayer.Builder().inputShape(2, 12, 12).build()),
            Map.entry(
                    "pooling by a norm",
                    () -> new SubsamplingLayer.Builder(PoolingType.PNORM)
                            .kernelSize(2, 2)
                            .stride(2, 2)
                            .pnorm(2)
                            .build()),
            Map.entry("GlobalPoolingLayer", () -> new GlobalPoolingLayer(PoolingType.AVG)),
            Map.entry("SpatialDropout", () -> new DropoutLayer(new SpatialDropout(0.5))),
            Map.entry("a swish", () -> new ActivationLayer(Activation.SWISH))));

    /** Behind 10 numbers. */
    private static final Map<String, Supplier<Layer>> ON_VECTORS = new TreeMap<>(Map.ofEntries(
            Map.entry("AutoEncoder", () -> new AutoEncoder.Builder().nOut(6).build()),
            Map.entry(
                    "VariationalAutoencoder",
                    () -> new VariationalAutoencoder.Builder()
                            .encoderLayerSizes(7)
                            .decoderLayerSizes(7)
                            .nOut(6)
                            .build()),
            Map.entry(
                    "ElementWiseMultiplicationLayer",
                    () -> new ElementWiseMultiplicationLayer.Builder()
                            .nIn(10)
                            .nOut(10)
                            .activation(Activation.TANH)
                            .build()),
            Map.entry(
                    "a layer that normalises its own numbers",
                    () -> new DenseLayer.Builder().nOut(6).hasLayerNorm(true).build()),
            Map.entry(
                    "a layer without biases",
                    () -> new DenseLayer.Builder().nOut(6).hasBias(false).build()),
            Map.entry(
                    "FrozenLayer",
                    () -> new FrozenLayer(
                            new DenseLayer.Builder().nIn(10).nOut(6).build())),
            Map.entry("AlphaDropout", () -> new DropoutLayer(new AlphaDropout(0.5))),
            Map.entry(
                    "GaussianNoise and DropConnect",
                    () -> new DenseLayer.Builder()
                            .nOut(6)
                            .dropOut(new GaussianNoise(0.5))
                            .weightNoise(new DropConnect(0.5))
                            .build())));

    @TempDir
    private static Path folder;

    static Stream<String> layers() {
        return Stream.concat(
                Stream.concat(ON_MAPS.keySet().stream(), ON_VECTORS.keySet().stream()),
                Stream.of("CenterLossOutputLayer"));
    }

    private static MultiLayerNetwork network(String name) {
        NeuralNetConfiguration.ListBuilder row = new NeuralNetConfiguration.Builder()
                .seed(9)
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.TANH)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5).stride(2, 2).nOut(2).build());
        if (ON_MAPS.containsKey(name)) {
            row.layer(ON_MAPS.get(name).get());
        }
        row.layer(new DenseLayer.Builder().nOut(10).build());
        if (ON_VECTORS.containsKey(name)) {
            row.layer(ON_VECTORS.get(name).get());
        }
        Layer end = name.equals("CenterLossOutputLayer")
                ? new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build()
                : new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build();
        MultiLayerNetwork network = new MultiLayerNetwork(
                row.layer(end).setInputType(InputType.convolutional(28, 28, 1)).build());
        network.init();
        return network;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void answersAndSlopesAreThoseOfDl4jWhenNobodyTrains(String name) {
        System.out.println("seed " + SEED);
        MultiLayerNetwork network = network(name);
        GuestModel model = GuestFile.load(StockGuests.write(network, folder.resolve("layer.zip")));
        Random random = new Random(SEED);
        float[] image = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            image[i] = random.nextFloat();
        }
        ClassScores scores = new ClassScores(3, 1);
        try (ImageClassifier guest = model.network();
                PixelGradient gradient = guest.gradient(1)) {
            assertArrayEquals(
                    network.output(Nd4j.create(image, new int[] {1, 1, 28, 28}, 'c'))
                            .dup('c')
                            .data()
                            .asFloat(),
                    guest.respond(image, 1).scores(),
                    1e-5f);
            InputGradient slopes = gradient.of(image, 1, (row, logits, at, error, g) -> {
                scores.negativeLogScoreGradient(logits, at, 1, g);
                return 0;
            });
            double length = Math.sqrt(sum(slopes.gradients(), slopes.gradients()));
            assertTrue(length > 1e-5, "nothing to see: " + length);
            float step = 0.05f;
            double difference = value(guest, image, slopes.gradients(), step / length)
                    - value(guest, image, slopes.gradients(), -step / length);
            assertEquals(length, difference / (2 * step), 0.03 * length);
        }
    }

    private static double sum(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double value(ImageClassifier guest, float[] image, float[] towards, double step) {
        float[] moved = Arrays.copyOf(image, PIXELS);
        for (int i = 0; i < PIXELS; i++) {
            moved[i] += (float) (step * towards[i]);
        }
        return -new ClassScores(3, 1).logScore(guest.respond(moved, 1).logits(), 0, 1);
    }
}
