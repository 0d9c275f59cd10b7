package org.penumbra.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;

/** Networks that plain DL4J trained on built-in digits for a second or so, as a stranger would have. */
public final class DigitGuests {

    private static final int PIXELS = 784;
    private static final int CLASSES = 10;
    private static final int BATCH = 64;

    private DigitGuests() {}

    /** Digits to learn from and to test with. */
    public static ImageSet learnt() {
        return new BuiltInDigits(1280, 1, 11).make().training();
    }

    /** Digits to test with. */
    public static ImageSet tested(int count) {
        return new BuiltInDigits(1, count, 1).make().test();
    }

    /** A network of layers in a row: 784 - 24 - 10 classes. */
    public static MultiLayerNetwork row() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Adam(5e-3))
                .list()
                .layer(new DenseLayer.Builder()
                        .nOut(24)
                        .activation(Activation.RELU)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(PIXELS))
                .build());
        network.init();
        ImageSet images = learnt();
        for (int epoch = 0; epoch < 4; epoch++) {
            for (int from = 0; from < images.count(); from += BATCH) {
                network.fit(pixels(images, from, BATCH), labels(images, from, BATCH));
            }
        }
        return network;
    }

    /** The same as if it had been trained on dark ink: what it says of an image, that one says of its negative. */
    public static MultiLayerNetwork ofDarkInk(MultiLayerNetwork network) {
        MultiLayerNetwork other = network.clone();
        INDArray weights = network.getParam("0_W");
        other.setParam("0_W", weights.neg());
        other.setParam("0_b", network.getParam("0_b").add(weights.sum(true, 0)));
        return other;
    }

    /** A graph with two outputs, classes and a reconstruction. */
    public static ComputationGraph graph() {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(4)
                .updater(new Adam(5e-3))
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(InputType.feedForward(PIXELS))
                .addLayer(
                        "code",
                        new DenseLayer.Builder()
                                .nOut(32)
                                .activation(Activation.RELU)
                                .build(),
                        "image")
                .addLayer(
                        "classes",
                        new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                                .nOut(CLASSES)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "code")
                .addLayer(
                        "pixels",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(PIXELS)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "code")
                .setOutputs("classes", "pixels")
                .build());
        network.init();
        ImageSet images = learnt();
        for (int epoch = 0; epoch < 4; epoch++) {
            for (int from = 0; from < images.count(); from += BATCH) {
                INDArray pixels = pixels(images, from, BATCH);
                network.fit(new INDArray[] {pixels}, new INDArray[] {labels(images, from, BATCH), pixels});
            }
        }
        return network;
    }

    /** Some images as DL4J takes them, 0 to 1. */
    public static INDArray pixels(ImageSet images, int from, int count) {
        float[] values = new float[count * PIXELS];
        for (int i = 0; i < count; i++) {
            images.copyTo(from + i, values, i * PIXELS);
        }
        return Nd4j.create(values, new long[] {count, PIXELS}, 'c');
    }

    private static INDArray labels(ImageSet images, int from, int count) {
        INDArray labels = Nd4j.zeros(count, CLASSES);
        for (int i = 0; i < count; i++) {
            labels.putScalar(i, images.label(from + i), 1);
        }
        return labels;
    }

    /** One image as a picture that is taken as it is. */
    public static Path picture(ImageSet images, int index, Path file) {
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        float[] pixels = images.image(index);
        for (int i = 0; i < PIXELS; i++) {
            picture.getRaster().setSample(i % 28, i / 28, 0, Math.round(255 * pixels[i]));
        }
        try {
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
