package org.penumbra.net.guest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that the configuration of a guest may name: those of DL4J and ND4J which stock networks for images are made of.
 * DL4J makes an object of every class that a configuration names, so a class that is not here is never handed to it. Lambda
 * layers, those of SameDiff and Keras, custom ones and those for sequences are not here, nor is RReLU, whose answers in DL4J
 * (the larger of x and the mean slope) are not those of the function of that name.
 */
final class GuestClasses {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    private static final Set<String> ALLOWED = Stream.of(
                    in(
                            LAYERS,
                            "ActivationLayer AutoEncoder BatchNormalization CenterLossOutputLayer CnnLossLayer Convolution2D "
                                    + "ConvolutionLayer Deconvolution2D DenseLayer DepthwiseConvolution2D DropoutLayer "
                                    + "GlobalPoolingLayer LocalResponseNormalization LossLayer OutputLayer PReLULayer "
                                    + "Pooling2D SeparableConvolution2D SpaceToDepthLayer "
                                    + "SubsamplingLayer Upsampling2D ZeroPaddingLayer convolutional.Cropping2D "
                                    + "misc.ElementWiseMultiplicationLayer misc.FrozenLayer misc.FrozenLayerWithBackprop "
                                    + "variational.VariationalAutoencoder variational.BernoulliReconstructionDistribution "
                                    + "variational.ExponentialReconstructionDistribution "
                                    + "variational.GaussianReconstructionDistribution variational.LossFunctionWrapper"),
                    in(
                            "org.deeplearning4j.nn.conf.graph.",
                            "ElementWiseVertex FrozenVertex L2NormalizeVertex L2Vertex LayerVertex MergeVertex "
                                    + "PoolHelperVertex PreprocessorVertex ReshapeVertex ScaleVertex ShiftVertex "
                                    + "SubsetVertex"),
                    in(
                            "org.deeplearning4j.nn.conf.preprocessor.",
                            "CnnToFeedForwardPreProcessor ComposableInputPreProcessor FeedForwardToCnnPreProcessor"),
                    in(
                            "org.deeplearning4j.nn.conf.inputs.InputType$",
                            "InputTypeConvolutional InputTypeConvolutionalFlat InputTypeFeedForward"),
                    in(
                            "org.deeplearning4j.nn.conf.dropout.",
                            "AlphaDropout Dropout GaussianDropout GaussianNoise SpatialDropout"),
                    in("org.deeplearning4j.nn.conf.weightnoise.", "DropConnect WeightNoise"),
                    in(
                            "org.deeplearning4j.nn.conf.constraint.",
                            "MaxNormConstraint MinMaxNormConstraint NonNegativeConstraint UnitNormConstraint"),
                    in(
                            "org.deeplearning4j.nn.weights.WeightInit",
                            "Constant Distribution Identity LecunUniform Normal Relu ReluUniform SigmoidUniform Uniform "
                                    + "VarScalingNormalFanAvg VarScalingNormalFanIn VarScalingNormalFanOut "
                                    + "VarScalingUniformFanAvg VarScalingUniformFanIn VarScalingUniformFanOut Xavier "
                                    + "XavierLegacy XavierUniform"),
                    in(
                            "org.nd4j.linalg.activations.impl.Activation",
                            "Cube ELU GELU HardSigmoid HardTanH Identity LReLU Mish RationalTanh ReLU ReLU6 "
                                    + "RectifiedTanh SELU Sigmoid SoftPlus SoftSign Softmax Swish TanH ThresholdedReLU"),
                    in(
                            "org.nd4j.linalg.lossfunctions.impl.Loss",
                            "BinaryXENT CosineProximity FMeasure Hinge KLD L1 L2 MAE MAPE MCXENT MSE MSLE "
                                    + "NegativeLogLikelihood Poisson SparseMCXENT SquaredHinge Wasserstein"),
                    in(
                            "org.nd4j.linalg.learning.config.",
                            "AMSGrad AdaBelief AdaDelta AdaGrad AdaMax Adam Nadam Nesterovs NoOp RmsProp Sgd"),
                    in("org.nd4j.linalg.learning.regularization.", "L1Regularization L2Regularization WeightDecay"),
                    in(
                            "org.nd4j.linalg.schedule.",
                            "CycleSchedule ExponentialSchedule FixedSchedule InverseSchedule MapSchedule PolySchedule "
                                    + "RampSchedule SigmoidSchedule StepSchedule"))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** What DL4J names under "type" in place of "@class". */
    private static final Set<String> DISTRIBUTIONS = Set.copyOf(in(
            "org.deeplearning4j.nn.conf.distribution.",
            "BinomialDistribution ConstantDistribution GaussianDistribution LogNormalDistribution NormalDistribution "
                    + "OrthogonalDistribution TruncatedNormalDistribution UniformDistribution"));

    private GuestClasses() {}

    private static List<String> in(String beginning, String names) {
        return Arrays.stream(names.split(" ")).map(beginning::concat).toList();
    }

    /** Whether "@class" may name it. */
    static boolean allows(String name) {
        return ALLOWED.contains(name);
    }

    /** Whether it is the name of a distribution, which "type" names. */
    static boolean isDistribution(String name) {
        return DISTRIBUTIONS.contains(name);
    }

    /** All names, for tests. */
    static Set<String> all() {
        return Stream.concat(ALLOWED.stream(), DISTRIBUTIONS.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
