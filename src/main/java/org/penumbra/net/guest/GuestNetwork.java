package org.penumbra.net.guest;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.net.ClassScores;
import org.penumbra.net.ErrorSlope;
import org.penumbra.net.OverflowException;
import org.penumbra.net.guest.GuestException.Kind;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageShape;
import org.penumbra.net.image.PixelCurvature;
import org.penumbra.net.image.PixelGradient;

/**
 * A network of DL4J that answers images: logits are what its softmax is made of, scores our softmax of them, reconstructions
 * what its other output gives, brought back to pixels of 0 (background) to 1 (ink). It answers as DL4J's {@code output} does, to
 * rounding. Not for use by several threads at once; DL4J's own operations use all cores.
 */
public final class GuestNetwork implements ImageClassifier {

    private static final int PIXELS = GuestReading.PIXELS;

    private final GuestReading reading;
    private final ImageShape shape;
    private final GuestGraph graph;
    private final ClassScores classScores;
    private final int rows;
    private final long[] codeShape;
    private final boolean decodes;

    /**
     * Builds the network in DL4J, which must be {@linkplain org.penumbra.net.stock.Nd4jNatives loaded}.
     *
     * @param name what messages call it
     * @throws GuestException when it cannot be built or does not give what the reading says
     */
    GuestNetwork(GuestContent content, GuestReading reading, String name) {
        reading.requireFits(content.configuration(), name);
        this.reading = reading;
        shape = new ImageShape(
                reading.classes().size(), 1, reading.codeUnits(content.configuration()), reading.reconstructs());
        classScores = new ClassScores(shape.classes(), 1);
        GuestBuilder builder = new GuestBuilder(content, reading, name);
        graph = builder.build();
        rows = builder.rows();
        boolean sound = false;
        try {
            codeShape = reading.code().isEmpty() ? new long[0] : builder.shape(reading.code());
            decodes = reading.reconstructs()
                    && !reading.code().isEmpty()
                    && graph.passes(reading.reconstruction(), reading.code());
            tryOut(name);
            sound = true;
        } finally {
            if (!sound) {
                graph.close();
            }
        }
    }

    /** One blank image, so that what does not fit is told when the network is opened and not when it is asked. */
    private void tryOut(String name) {
        try {
            graph.forward(images(new float[PIXELS], 0, 1));
        } catch (RuntimeException refused) {
            throw new GuestException(
                    Kind.UNFIT,
                    name + ": expected a network that takes one image of 28 x 28 pixels laid out as "
                            + reading.layout().words() + ", but DL4J says: " + GuestBuilder.firstLine(refused)
                            + ". Correct what is taken for what in this network, or check the sizes of its layers",
                    refused);
        }
        requireLength(name, "softmax", reading.softmax(), shape.classes());
        if (shape.reconstructs()) {
            requireLength(name, "reconstruction", reading.reconstruction(), PIXELS);
        }
        if (shape.code() > 0) {
            requireLength(name, "code", reading.code(), shape.code());
        }
    }

    private void requireLength(String name, String what, String layer, int expected) {
        long found = graph.activation(layer).length();
        if (found != expected) {
            throw new GuestException(
                    Kind.READING,
                    name + ": expected " + expected + " numbers of the " + what + ", but "
                            + GuestConfiguration.quoted(layer) + " gives " + found
                            + ". Correct what is taken for what in this network");
        }
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public ImageResponse respond(float[] images, int count, float[] codes) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, PIXELS), images.length);
        int k = shape.classes();
        ImageResponse response = new ImageResponse(
                count,
                k,
                new float[count * k],
                new float[count * k],
                new float[shape.reconstructs() ? count * PIXELS : 0],
                new float[shape.reconstructs() ? count : 0]);
        for (int from = 0; from < count; from += rows) {
            answer(images, from, Math.min(rows, count - from), response, codes);
        }
        return response;
    }

    private void answer(float[] images, int from, int some, ImageResponse response, float[] codes) {
        forward(images, from, some);
        int k = shape.classes();
        System.arraycopy(logits(), 0, response.logits(), from * k, some * k);
        for (int row = from; row < from + some; row++) {
            classScores.requireSound(response.logits(), row * k);
            classScores.scores(response.logits(), row * k, response.scores(), row * k);
        }
        if (codes.length > 0) {
            System.arraycopy(code(), 0, codes, from * shape.code(), some * shape.code());
        }
        if (shape.reconstructs()) {
            System.arraycopy(reconstructions(), 0, response.reconstructions(), from * PIXELS, some * PIXELS);
            for (int row = from; row < from + some; row++) {
                double error = ErrorSlope.error(response.reconstructions(), row * PIXELS, images, row * PIXELS, PIXELS);
                OverflowException.requireFinite("the reconstruction error", error);
                response.errors()[row] = (float) error;
            }
        }
    }

    @Override
    public boolean decodes() {
        return decodes;
    }

    @Override
    public float[] decode(float[] codes, int count) {
        if (!decodes) {
            throw new IllegalStateException("this network makes no images of codes");
        }
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, shape.code()), codes.length);
        float[] images = new float[count * PIXELS];
        for (int from = 0; from < count; from += rows) {
            int some = Math.min(rows, count - from);
            INDArray given = array(
                    Arrays.copyOfRange(codes, from * shape.code(), (from + some) * shape.code()), some, codeShape);
            graph.forwardFrom(reading.code(), given, images(new float[some * PIXELS], 0, some));
            System.arraycopy(reconstructions(), 0, images, from * PIXELS, some * PIXELS);
        }
        return images;
    }

    @Override
    public PixelGradient gradient(int parts) {
        return new GuestGradient(this);
    }

    @Override
    public PixelCurvature curvature() {
        if (!shape.reconstructs()) {
            throw new IllegalArgumentException(
                    "gamma: expected a network that reconstructs its input, but this one has no such output");
        }
        return new GuestCurvature(this);
    }

    /** Images that may run at once. */
    int rows() {
        return rows;
    }

    GuestReading reading() {
        return reading;
    }

    GuestGraph graph() {
        return graph;
    }

    void forward(float[] images, int from, int some) {
        graph.forward(images(images, from, some));
    }

    float[] logits() {
        return numbers(graph.activation(reading.softmax()));
    }

    float[] code() {
        return numbers(graph.activation(reading.code()));
    }

    /** What the reconstruction's output gave, as pixels of 0 to 1. */
    float[] reconstructions() {
        float[] values = numbers(graph.activation(reading.reconstruction()));
        double factor = reading.reconstructed().factor();
        double offset = reading.reconstructed().offset();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - offset) / factor);
        }
        return values;
    }

    /** Slopes at a layer, laid out as what it gave. */
    INDArray slopes(String layer, float[] values) {
        INDArray given = graph.activation(layer);
        return Nd4j.create(values, given.shape(), 'c');
    }

    private INDArray images(float[] images, int from, int some) {
        float[] scaled = new float[some * PIXELS];
        double factor = reading.pixels().factor();
        double offset = reading.pixels().offset();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * images[from * PIXELS + i] + offset);
        }
        return array(
                scaled,
                some,
                switch (reading.layout()) {
                    case FLAT -> new long[] {PIXELS};
                    case CHANNEL_FIRST -> new long[] {1, 28, 28};
                    case CHANNEL_LAST -> new long[] {28, 28, 1};
                });
    }

    private static INDArray array(float[] values, int some, long[] each) {
        long[] whole = new long[each.length + 1];
        whole[0] = some;
        System.arraycopy(each, 0, whole, 1, each.length);
        return Nd4j.create(values, whole, 'c');
    }

    static float[] numbers(INDArray array) {
        return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }

    @Override
    public void close() {
        graph.close();
    }
}
