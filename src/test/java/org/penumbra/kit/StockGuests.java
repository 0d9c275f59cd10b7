package org.penumbra.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Networks made by plain DL4J, as a stranger would, and their files. */
public final class StockGuests {

    private StockGuests() {}

    /** 784 - 3 maps - 6 - 3 classes, some 2 700 parameters; with all that a configuration may carry beside the layers. */
    public static MultiLayerNetwork tinyRow() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Adam(1e-3))
                .l2(1e-4)
                .weightInit(new NormalDistribution(0, 0.3))
                .dropOut(0.8)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .stride(2, 2)
                        .nOut(3)
                        .activation(Activation.RELU)
                        .build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(6)
                        .activation(Activation.LEAKYRELU)
                        .constrainWeights(new MaxNormConstraint(9, 1))
                        .build())
                .layer(new OutputLayer.Builder(new LossMCXENT(Nd4j.create(new float[] {1, 2, 3})))
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build());
        network.init();
        return network;
    }

    /** 784 - 4 - 3 classes and 784 pixels, some 7 100 parameters. */
    public static ComputationGraph tinyGraph() {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(6)
                .weightInit(new NormalDistribution(0, 0.3))
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(InputType.feedForward(784))
                .addLayer(
                        "code",
                        new DenseLayer.Builder()
                                .nOut(4)
                                .activation(Activation.TANH)
                                .build(),
                        "image")
                .addVertex("half", new ScaleVertex(0.5), "code")
                .addLayer(
                        "reconstruction",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(784)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "half")
                .addLayer(
                        "classes",
                        new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "half")
                .setOutputs("reconstruction", "classes")
                .build());
        network.init();
        return network;
    }

    /** LeNet as DL4J's examples have it, 431 080 parameters, untrained; images are [n, 784]. */
    public static MultiLayerNetwork leNet() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(new Adam(1e-3))
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .nIn(1)
                        .nOut(20)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(pool())
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .nOut(50)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(pool())
                .layer(new DenseLayer.Builder()
                        .nOut(500)
                        .activation(Activation.RELU)
                        .dropOut(0.5)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build());
        network.init();
        return network;
    }

    private static SubsamplingLayer pool() {
        return new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    /**
     * A graph of convolutions with a softmax and a reconstruction, of layers that behave otherwise in training: normalisation of
     * batches, dropout, frozen layers.
     *
     * @param format of the images: [n, 1, 28, 28] or [n, 28, 28, 1]
     */
    public static ComputationGraph manyLayers(CNN2DFormat format) {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(8)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(28, 28, 1, format))
                .addLayer(
                        "maps",
                        new ConvolutionLayer.Builder(3, 3)
                                .stride(2, 2)
                                .nOut(4)
                                .activation(Activation.IDENTITY)
                                .dataFormat(format)
                                .build(),
                        "in")
                .addLayer(
                        "norm",
                        new BatchNormalization.Builder().dataFormat(format).build(),
                        "maps")
                .addLayer("elu", new ActivationLayer(Activation.ELU), "norm")
                .addLayer("drop", new DropoutLayer(0.6), "elu")
                .addLayer(
                        "average",
                        new SubsamplingLayer.Builder(PoolingType.AVG)
                                .kernelSize(2, 2)
                                .stride(2, 2)
                                .dataFormat(format)
                                .build(),
                        "drop")
                .addLayer(
                        "code",
                        new FrozenLayerWithBackprop(new DenseLayer.Builder()
                                .nIn(144)
                                .nOut(12)
                                .activation(Activation.TANH)
                                .build()),
                        new CnnToFeedForwardPreProcessor(6, 6, 4, format),
                        "average")
                .addLayer(
                        "normed",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "code")
                .addLayer(
                        "logits",
                        new DenseLayer.Builder()
                                .nOut(5)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "normed")
                .addLayer(
                        "softmax",
                        new LossLayer.Builder(LossFunction.MCXENT)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "logits")
                .addVertex("both", new MergeVertex(), "code", "normed")
                .addLayer(
                        "image",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(784)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "both")
                .setOutputs("softmax", "image")
                .build());
        network.init();
        unlike(network.paramTable());
        return network;
    }

    /** A softmax over three classes beside a picture of one map, [n, 1, 28, 28], which is the reconstruction. */
    public static ComputationGraph picture() {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(9)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(28, 28, 1))
                .addLayer(
                        "maps",
                        new ConvolutionLayer.Builder(3, 3)
                                .nOut(1)
                                .convolutionMode(ConvolutionMode.Same)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "in")
                .addLayer(
                        "picture",
                        new CnnLossLayer.Builder(LossFunction.MSE)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "maps")
                .addLayer(
                        "classes",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "maps")
                .setOutputs("picture", "classes")
                .build());
        network.init();
        return network;
    }

    /** Means, variances, factors and sums that are not those of a beginning. */
    private static void unlike(Map<String, INDArray> parameters) {
        parameters.forEach((name, values) -> {
            double of = name.endsWith("mean") || name.endsWith("beta") ? 0.3 : 0;
            of = name.endsWith("gamma") ? 1.4 : name.endsWith("var") ? 0.6 : of;
            of = name.endsWith("log10stdev") ? -0.2 : of;
            if (of != 0) {
                for (int i = 0; i < values.length(); i++) {
                    values.putScalar(i, of * (1 + 0.1 * i));
                }
            }
        });
    }

    /** Writes a network as DL4J does, without the updater. */
    public static Path write(Model network, Path file) {
        try {
            ModelSerializer.writeModel(network, file.toFile(), false);
            return file;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** The members of a zip file. */
    public static Map<String, byte[]> members(Path file) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            return members;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Writes a zip file of some members, which takes no time for packing. */
    public static Path zip(Map<String, byte[]> members, Path file) {
        return zip(members, Deflater.NO_COMPRESSION, file);
    }

    /** Writes a zip file of some members as small as it can be. */
    public static Path packed(Map<String, byte[]> members, Path file) {
        return zip(members, Deflater.BEST_COMPRESSION, file);
    }

    private static Path zip(Map<String, byte[]> members, int level, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
            zip.finish();
            return Files.write(file, bytes.toByteArray());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
