package org.penumbra.net.stock;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.variational.GaussianReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.CrashReportingUtil;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.CycleSchedule;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.SigmoidSchedule;
import org.nd4j.linalg.schedule.StepSchedule;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.penumbra.command.StartUp;

/**
 * Goes every way through DL4J that Penumbra goes, and those of networks that people bring along, on small networks: build,
 * fit, answer, backward pass with errors from outside, write and read. Which jars that needs is seen by leaving some out.
 */
final class Dl4jPaths {

    private static final int ROWS = 8;
    private static final int SIDE = 28;
    private static final int CLASSES = 10;
    private static final double LEARNING_RATE = 1e-3;

    private Dl4jPaths() {}

    /**
     * Goes all ways.
     *
     * @return how far the farthest answer of a network that was written and read is from the one before
     */
    static double goAll() throws IOException {
        lossesAndActivations();
        double farthest = 0;
        farthest = Math.max(farthest, dense());
        farthest = Math.max(farthest, convolutional());
        farthest = Math.max(farthest, recurrent());
        farthest = Math.max(farthest, seldom());
        farthest = Math.max(farthest, weighted());
        return Math.max(farthest, graph());
    }

    /** Every layer has an updater and a schedule of its own. */
    private static double dense() throws IOException {
        ISchedule map = new MapSchedule(ScheduleType.ITERATION, Map.of(0, LEARNING_RATE, 2, LEARNING_RATE / 2));
        MultiLayerConfiguration shape = new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Adam(LEARNING_RATE))
                .l2(1e-4)
                .l1(1e-5)
                .list()
                .layer(units(Activation.RELU, new Adam(new StepSchedule(ScheduleType.ITERATION, LEARNING_RATE, 0.5, 2)))
                        .nIn(SIDE * SIDE)
                        .build())
                .layer(units(
                                Activation.TANH,
                                new Nadam(new ExponentialSchedule(ScheduleType.EPOCH, LEARNING_RATE, 0.9)))
                        .dropOut(0.8)
                        .constrainWeights(new MaxNormConstraint(2.0, 1))
                        .build())
                .layer(units(
                                Activation.SELU,
                                new AdaMax(new InverseSchedule(ScheduleType.ITERATION, LEARNING_RATE, 0.9, 1)))
                        .dropOut(new AlphaDropout(0.9))
                        .build())
                .layer(units(
                                Activation.ELU,
                                new AMSGrad(new PolySchedule(ScheduleType.ITERATION, LEARNING_RATE, 1, 10)))
                        .dropOut(new GaussianDropout(0.2))
                        .build())
                .layer(units(
                                Activation.GELU,
                                new Nesterovs(new SigmoidSchedule(ScheduleType.ITERATION, LEARNING_RATE, 0.5, 2)))
                        .dropOut(new GaussianNoise(0.1))
                        .build())
                .layer(units(
                                Activation.SWISH,
                                new RmsProp(new CycleSchedule(ScheduleType.ITERATION, LEARNING_RATE, 10)))
                        .weightNoise(new DropConnect(0.9))
                        .build())
                .layer(new DropoutLayer.Builder(0.9).build())
                .layer(new BatchNormalization.Builder().updater(new Sgd(map)).build())
                .layer(units(Activation.SOFTPLUS, new AdaGrad(LEARNING_RATE))
                        .hasLayerNorm(true)
                        .weightInit(WeightInit.XAVIER)
                        .build())
                .layer(units(Activation.CUBE, new AdaDelta()).build())
                .layer(units(Activation.MISH, new NoOp()).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(SIDE * SIDE))
                .build();
        return used(shape, Nd4j.rand(DataType.FLOAT, ROWS, SIDE * SIDE));
    }

    private static DenseLayer.Builder units(Activation activation, IUpdater updater) {
        return new DenseLayer.Builder().nOut(12).activation(activation).updater(updater);
    }

    private static double convolutional() throws IOException {
        MultiLayerConfiguration shape = new NeuralNetConfiguration.Builder()
                .seed(4)
                .updater(new Adam(LEARNING_RATE))
                .convolutionMode(ConvolutionMode.Same)
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .nOut(4)
                        .activation(Activation.LEAKYRELU)
                        .build())
                .layer(new SubsamplingLayer.Builder(
                                SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                        .build())
                .layer(new BatchNormalization())
                .layer(new LocalResponseNormalization())
                .layer(new ActivationLayer(Activation.HARDSIGMOID))
                .layer(new SeparableConvolution2D.Builder(3, 3).nOut(4).build())
                .layer(new DepthwiseConvolution2D.Builder()
                        .kernelSize(3, 3)
                        .depthMultiplier(1)
                        .nOut(4)
                        .build())
                .layer(new Upsampling2D.Builder(2).build())
                .layer(new SubsamplingLayer.Builder(
                                SubsamplingLayer.PoolingType.AVG, new int[] {2, 2}, new int[] {2, 2})
                        .build())
                .layer(new Deconvolution2D.Builder(2, 2)
                        .stride(2, 2)
                        .nOut(3)
                        .dropOut(new SpatialDropout(0.9))
                        .build())
                .layer(new ZeroPaddingLayer.Builder(1, 1).build())
                .layer(new Cropping2D.Builder(1, 1).build())
                .layer(new SpaceToDepthLayer.Builder(2).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new DenseLayer.Builder()
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .layer(new LossLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutionalFlat(SIDE, SIDE, 1))
                .build();
        return used(shape, Nd4j.rand(DataType.FLOAT, ROWS, SIDE * SIDE));
    }

    /** A row of pixels is a moment: a usual exercise. */
    private static double recurrent() throws IOException {
        MultiLayerConfiguration shape = new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Adam(LEARNING_RATE))
                .list()
                .layer(new DenseLayer.Builder().nIn(SIDE).nOut(SIDE).build())
                .layer(new LSTM.Builder()
                        .nIn(SIDE)
                        .nOut(6)
                        .activation(Activation.TANH)
                        .build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(6)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .inputPreProcessor(0, new RnnToFeedForwardPreProcessor())
                .inputPreProcessor(1, new FeedForwardToRnnPreProcessor())
                .backpropType(BackpropType.Standard)
                .build();
        return used(shape, Nd4j.rand(DataType.FLOAT, ROWS, SIDE, SIDE));
    }

    /** Layers that few networks have. */
    private static double seldom() throws IOException {
        MultiLayerConfiguration shape = new NeuralNetConfiguration.Builder()
                .seed(8)
                .updater(new Adam(new FixedSchedule(LEARNING_RATE)))
                .weightInit(new TruncatedNormalDistribution(0, 0.1))
                .list()
                .layer(new AutoEncoder.Builder()
                        .nIn(SIDE * SIDE)
                        .nOut(12)
                        .corruptionLevel(0.3)
                        .build())
                .layer(new VariationalAutoencoder.Builder()
                        .nIn(12)
                        .nOut(8)
                        .encoderLayerSizes(10)
                        .decoderLayerSizes(10)
                        .reconstructionDistribution(new GaussianReconstructionDistribution(Activation.IDENTITY))
                        .build())
                .layer(new ElementWiseMultiplicationLayer.Builder()
                        .nIn(8)
                        .nOut(8)
                        .build())
                .layer(new FrozenLayerWithBackprop(new DenseLayer.Builder()
                        .nIn(8)
                        .nOut(8)
                        .weightInit(new OrthogonalDistribution(1.0))
                        .build()))
                .layer(new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(8)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
        return used(shape, Nd4j.rand(DataType.FLOAT, ROWS, SIDE * SIDE));
    }

    /** A loss that brings an array along, as those of models that Penumbra exports do. */
    private static double weighted() throws IOException {
        INDArray weights = Nd4j.ones(DataType.FLOAT, 1, CLASSES);
        MultiLayerConfiguration shape = new NeuralNetConfiguration.Builder()
                .updater(new Adam(LEARNING_RATE))
                .list()
                .layer(new OutputLayer.Builder(new LossMCXENT(weights))
                        .nIn(SIDE * SIDE)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
        return used(shape, Nd4j.rand(DataType.FLOAT, ROWS, SIDE * SIDE));
    }

    /** Every loss and every activation, forwards and backwards, without a network round it. */
    private static void lossesAndActivations() {
        INDArray labels = labels();
        for (LossFunction loss : LossFunction.values()) {
            if (loss == LossFunction.SPARSE_MCXENT) {
                continue;
            }
            INDArray before = Nd4j.rand(DataType.FLOAT, ROWS, CLASSES);
            loss.getILossFunction()
                    .computeScore(labels, before, Activation.SIGMOID.getActivationFunction(), null, true);
            loss.getILossFunction().computeGradient(labels, before, Activation.SIGMOID.getActivationFunction(), null);
        }
        for (Activation activation : Activation.values()) {
            INDArray before = Nd4j.rand(DataType.FLOAT, ROWS, CLASSES);
            IActivation function = activation.getActivationFunction();
            function.getActivation(before.dup(), true);
            function.backprop(before, Nd4j.ones(DataType.FLOAT, ROWS, CLASSES));
        }
    }

    private static double used(MultiLayerConfiguration shape, INDArray input) throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(shape.toJson()));
        network.init();
        INDArray labels = labels();
        network.fit(new DataSet(input, labels));
        network.fit(new ListDataSetIterator<>(List.of(new DataSet(input, labels)), ROWS));
        network.score(new DataSet(input, labels));
        network.feedForward(input, true);
        network.summary();
        network.evaluate(new ListDataSetIterator<>(List.of(new DataSet(input, labels)), ROWS))
                .stats();
        network.clone();
        network.setInput(input);
        network.setLabels(labels);
        network.computeGradientAndScore();
        slopes(network, input);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork back =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file.toByteArray()), true);
        back.fit(new DataSet(input, labels));
        back.setParams(network.params());
        return difference(network.output(input), back.output(input));
    }

    private static void slopes(MultiLayerNetwork network, INDArray input) {
        network.setInput(input);
        network.feedForward(true, false);
        Pair<Gradient, INDArray> slopes = network.calculateGradients(input, labels(), null, null);
        if (slopes.getSecond().length() != input.length()) {
            throw new AssertionError("slopes of " + slopes.getSecond().length() + " values");
        }
    }

    private static double graph() throws IOException {
        ComputationGraphConfiguration shape = new NeuralNetConfiguration.Builder()
                .seed(6)
                .updater(new Adam(LEARNING_RATE))
                .graphBuilder()
                .addInputs("image")
                .addLayer(
                        "conv",
                        new ConvolutionLayer.Builder(5, 5)
                                .nOut(4)
                                .activation(Activation.RELU)
                                .build(),
                        "image")
                .addLayer(
                        "pool", new SubsamplingLayer.Builder(2, 2).stride(2, 2).build(), "conv")
                .addLayer("norm", new BatchNormalization(), "pool")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "pool", "norm")
                .addVertex("both", new MergeVertex(), "sum", "norm")
                .addLayer("code", new DenseLayer.Builder().nOut(20).dropOut(0.9).build(), "both")
                .addVertex("scaled", new ScaleVertex(0.5), "code")
                .addVertex("unit", new L2NormalizeVertex(), "scaled")
                .addLayer(
                        "y",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(CLASSES)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "unit")
                .addLayer(
                        "r",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nOut(SIDE * SIDE)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "code")
                .setOutputs("y", "r")
                .setInputTypes(InputType.convolutional(SIDE, SIDE, 1))
                .build();
        ComputationGraph network = new ComputationGraph(ComputationGraphConfiguration.fromJson(shape.toJson()));
        network.init();
        INDArray input = Nd4j.rand(DataType.FLOAT, ROWS, 1, SIDE, SIDE);
        INDArray[] targets = {labels(), input.reshape(ROWS, SIDE * SIDE).dup()};
        MultiDataSet batch = new MultiDataSet(new INDArray[] {input}, targets);
        network.fit(batch);
        network.score(batch);
        network.summary();
        network.clone();
        network.feedForward(input, true);
        network.setInputs(input);
        network.setLabels(targets);
        network.computeGradientAndScore();
        errorsFromOutside(input);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, file, true);
        ComputationGraph back =
                ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file.toByteArray()), true);
        back.fit(batch);
        back.setParams(network.params());
        return Math.max(
                difference(network.output(input)[0], back.output(input)[0]),
                difference(network.output(input)[1], back.output(input)[1]));
    }

    /** As gradients of what DL4J knows no loss of are computed: the last layers are plain ones, and the caller knows the errors. */
    private static void errorsFromOutside(INDArray input) {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(new NoOp())
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .graphBuilder()
                .addInputs("image")
                .addLayer(
                        "conv",
                        new ConvolutionLayer.Builder(5, 5)
                                .nOut(4)
                                .activation(Activation.RELU)
                                .build(),
                        "image")
                .addLayer("norm", new BatchNormalization(), "conv")
                .addLayer(
                        "y",
                        new DenseLayer.Builder()
                                .nOut(CLASSES)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "norm")
                .addLayer(
                        "r",
                        new DenseLayer.Builder()
                                .nOut(SIDE * SIDE)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "norm")
                .setOutputs("y", "r")
                .setInputTypes(InputType.convolutional(SIDE, SIDE, 1))
                .build());
        network.init();
        network.setInputs(input);
        network.feedForward(new INDArray[] {input}, true, false);
        network.backpropGradient(
                Nd4j.rand(DataType.FLOAT, ROWS, CLASSES), Nd4j.rand(DataType.FLOAT, ROWS, SIDE * SIDE));
        // Where memory ends DL4J would write what filled it into the folder that the program was started in.
        CrashReportingUtil.writeMemoryCrashDump(network, new OutOfMemoryError("as if"));
    }

    private static INDArray labels() {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, ROWS, CLASSES);
        for (int i = 0; i < ROWS; i++) {
            labels.putScalar(i, i % CLASSES, 1);
        }
        return labels;
    }

    private static double difference(INDArray first, INDArray second) {
        return first.sub(second).amaxNumber().doubleValue();
    }

    public static void main(String[] arguments) throws IOException {
        StartUp.settle();
        Nd4jNatives.load();
        // Nothing here is large enough for two.
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        double farthest = goAll();
        System.out.println("farthest " + farthest);
    }
}
