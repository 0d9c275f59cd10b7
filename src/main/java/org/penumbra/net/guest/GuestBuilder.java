package org.penumbra.net.guest;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.data.OutsideText;
import org.penumbra.net.guest.GuestException.Kind;

/** Builds the layers of a guest in DL4J: those of its file, to take the parameters apart, and of them those that answer. */
final class GuestBuilder {

    private static final int SIDE = 28;
    /** Numbers that all layers together may hold of one image; LeNet has 50 000, VGG-16 four million. */
    private static final long MOST_NUMBERS = 64_000_000;

    private final GuestContent content;
    private final GuestReading reading;
    private final String name;
    private Map<String, InputType> types;
    private long held;

    GuestBuilder(GuestContent content, GuestReading reading, String name) {
        this.content = content;
        this.reading = reading;
        this.name = name;
    }

    /** The layers that answer, without a softmax. */
    GuestGraph build() {
        try {
            return unchecked();
        } catch (GuestException known) {
            throw known;
        } catch (RuntimeException refused) {
            throw new GuestException(
                    Kind.UNFIT,
                    name + ": expected a network that takes images laid out as "
                            + reading.layout().words() + ", but DL4J says: " + firstLine(refused)
                            + ". Correct what is taken for what in this network",
                    refused);
        }
    }

    /** What DL4J says of a failure, in one line. */
    static String firstLine(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : line(failure.getMessage());
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return OutsideText.shown(line.length() <= 200 ? line : line.substring(0, 200) + "...");
    }

    private GuestGraph unchecked() {
        ComputationGraphConfiguration original = ComputationGraphConfiguration.fromJson(
                content.configuration().json().toString());
        types = types(original);
        requireRoom(original);
        ComputationGraph whole = new ComputationGraph(original);
        try {
            whole.init(Nd4j.create(content.parameters()), false);
            ComputationGraph answering = new ComputationGraph(ComputationGraphConfiguration.fromJson(
                    GuestSurgery.answering(content.configuration(), reading, this::mapsEnter)
                            .toString()));
            answering.init();
            for (GraphVertex vertex : whole.getVertices()) {
                if (vertex.hasLayer()) {
                    copy(
                            vertex.getLayer(),
                            answering.getVertex(vertex.getVertexName()).getLayer());
                }
            }
            return new GuestGraph(answering, wanted());
        } finally {
            whole.close();
        }
    }

    /** What each layer gives, by DL4J's own reckoning; nothing is reserved for it. */
    private Map<String, InputType> types(ComputationGraphConfiguration original) {
        Map<String, InputType> known = new HashMap<>();
        known.put(content.configuration().input(), inputType());
        for (GuestNode node : content.configuration().nodes().values()) {
            InputType[] entering = node.inputs().stream().map(known::get).toArray(InputType[]::new);
            known.put(node.name(), original.getVertices().get(node.name()).getOutputType(known.size() - 1, entering));
        }
        return known;
    }

    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(reading.softmax());
        if (reading.reconstructs()) {
            wanted.add(reading.reconstruction());
        }
        if (!reading.code().isEmpty()) {
            wanted.add(reading.code());
        }
        return wanted;
    }

    private InputType inputType() {
        return switch (reading.layout()) {
            case FLAT -> InputType.feedForward((long) SIDE * SIDE);
            case CHANNEL_FIRST -> InputType.convolutional(SIDE, SIDE, 1, CNN2DFormat.NCHW);
            case CHANNEL_LAST -> InputType.convolutional(SIDE, SIDE, 1, CNN2DFormat.NHWC);
        };
    }

    /** The shape of what a layer gives for one image. */
    long[] shape(String layer) {
        return types.get(layer).getShape();
    }

    private boolean mapsEnter(String layer) {
        return types.get(layer) instanceof InputType.InputTypeConvolutional;
    }

    /** Numbers that the layers hold of one image, those that convolutions gather included. */
    private long numbersPerImage(ComputationGraphConfiguration configuration) {
        long numbers = 0;
        for (Map.Entry<String, InputType> type : types.entrySet()) {
            long each = type.getValue().arrayElementsPerExample();
            long gathered = 1;
            if (configuration.getVertices().get(type.getKey()) instanceof LayerVertex vertex
                    && vertex.getLayerConf().getLayer() instanceof ConvolutionLayer convolution
                    && convolution.getNOut() > 0) {
                long kernel = 1;
                for (int size : convolution.getKernelSize()) {
                    kernel *= Math.max(1, size);
                }
                gathered += kernel * convolution.getNIn() / convolution.getNOut() + 1;
            }
            if (each < 1 || each > MOST_NUMBERS || gathered < 1 || gathered > MOST_NUMBERS) {
                return Long.MAX_VALUE;
            }
            numbers += each * gathered;
            if (numbers > MOST_NUMBERS) {
                return Long.MAX_VALUE;
            }
        }
        return numbers;
    }

    private void requireRoom(ComputationGraphConfiguration configuration) {
        held = numbersPerImage(configuration);
        if (held > MOST_NUMBERS) {
            throw new GuestException(
                    Kind.TOO_LARGE,
                    name + ": expected layers that hold at most " + MOST_NUMBERS
                            + " numbers of an image together, but they hold more; a guest is a network for small images");
        }
    }

    /** How many images may run at once. */
    int rows() {
        return (int) Math.max(1, Math.min(64, 8_000_000 / Math.max(1, held)));
    }

    private static void copy(Layer from, Layer to) {
        if (from.conf().getLayer() instanceof BatchNormalization normalisation) {
            scale(from, normalisation, to);
            return;
        }
        for (Map.Entry<String, INDArray> parameter : to.paramTable().entrySet()) {
            parameter.getValue().assign(from.getParam(parameter.getKey()));
        }
    }

    /** {@code gamma (x - mean) / sqrt(variance + eps) + beta} as a factor and a sum. */
    private static void scale(Layer from, BatchNormalization normalisation, Layer to) {
        double[] mean = numbers(from, "mean");
        double[] spread = numbers(from, normalisation.isUseLogStd() ? "log10stdev" : "var");
        double[] gamma = numbers(from, "gamma");
        double[] beta = numbers(from, "beta");
        INDArray weights = to.getParam("W");
        INDArray biases = to.getParam("b");
        weights.assign(0);
        for (int unit = 0; unit < mean.length; unit++) {
            double variance = normalisation.isUseLogStd() ? Math.pow(10, 2 * spread[unit]) : spread[unit];
            double stretch = gamma == null ? normalisation.getGamma() : gamma[unit];
            double factor = stretch / Math.sqrt(variance + normalisation.getEps());
            double shift = beta == null ? normalisation.getBeta() : beta[unit];
            if (weights.rank() == 4) {
                weights.putScalar(new int[] {unit, unit, 0, 0}, factor);
            } else {
                weights.putScalar(unit, factor);
            }
            biases.putScalar(unit, shift - mean[unit] * factor);
        }
    }

    private static double[] numbers(Layer layer, String parameter) {
        INDArray array = layer.paramTable().get(parameter);
        return array == null
                ? null
                : array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
