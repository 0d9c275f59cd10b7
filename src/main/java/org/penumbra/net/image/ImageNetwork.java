package org.penumbra.net.image;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Cores;
import org.penumbra.net.OverflowException;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.layer.Parameters;

/**
 * One of the paper's four networks for 28 x 28 images; see {@link ImageArchitecture}. Not for use by several threads at
 * once; it works on all cores itself.
 */
public final class ImageNetwork implements ImageClassifier {

    /** Features of an image's code. */
    public static final int CODE = ImageLayout.CODE;

    /** Images a lane takes at once when it only answers. */
    private static final int ROWS = 64;

    private static final int PIXELS = ImageSettings.PIXELS;
    private static final float[] NONE = {};

    private final ImageSettings settings;
    private final ImageLayout layout;
    private final Parameters parameters;
    private final ClassScores classScores;
    private final boolean refusesOverflow;
    private ImageLane[] lanes;

    /** A network with all parameters 0. */
    public ImageNetwork(ImageSettings settings) {
        this(settings, false);
    }

    /** The same, for who did not see the training: where its numbers overflow, it throws in place of an answer. */
    static ImageNetwork thatRefusesOverflow(ImageSettings settings) {
        return new ImageNetwork(settings, true);
    }

    private ImageNetwork(ImageSettings settings, boolean refusesOverflow) {
        this.refusesOverflow = refusesOverflow;
        this.settings = Objects.requireNonNull(settings, "settings");
        layout = new ImageLayout(settings);
        parameters = new Parameters(layout.size());
        classScores = new ClassScores(settings.classes(), settings.omega());
    }

    /** How many parameters a network of such settings has. */
    public static int parameterCount(ImageSettings settings) {
        return new ImageLayout(settings).size();
    }

    /** What it is built by. */
    public ImageSettings settings() {
        return settings;
    }

    @Override
    public ImageShape shape() {
        return settings.shape();
    }

    /** The ranges of the parameters of a network of such settings, in order and without gaps. */
    public static List<ParameterBlock> blocks(ImageSettings settings) {
        return new ImageLayout(settings).blocks();
    }

    /** The ranges of {@link #parameters()}, in order and without gaps. */
    public List<ParameterBlock> blocks() {
        return layout.blocks();
    }

    /**
     * Draws all weights and biases uniformly from [-1/sqrt(n), 1/sqrt(n)], n the numbers that feed a unit of the layer.
     *
     * @param seed the same seed draws the same weights
     */
    public void initialise(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[] values = parameters.values();
        List<ParameterBlock> blocks = layout.blocks();
        for (int b = 0; b < blocks.size(); b++) {
            ParameterBlock block = blocks.get(b);
            double bound = 1 / Math.sqrt(layout.fan(b));
            for (int i = block.from(); i < block.from() + block.size(); i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
        }
        parameters.push();
    }

    /** A copy of all parameters. */
    public float[] parameters() {
        return parameters.values().clone();
    }

    /** A copy of the parameters of one of the {@link #blocks}. */
    public float[] parameters(ParameterBlock block) {
        return Arrays.copyOfRange(parameters.values(), block.from(), block.from() + block.size());
    }

    /** Sets all parameters, in the order of {@link #parameters()}. */
    public void setParameters(float[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException(
                    "this network has " + layout.size() + " parameters, but got " + values.length);
        }
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
        parameters.push();
    }

    @Override
    public ImageResponse respond(float[] images, int count, float[] codes) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, PIXELS), images.length);
        boolean reconstructs = settings.architecture().reconstructs();
        int k = settings.classes();
        ImageResponse response = new ImageResponse(
                count,
                k,
                new float[count * settings.units()],
                new float[count * k],
                new float[reconstructs ? count * PIXELS : 0],
                new float[reconstructs ? count : 0]);
        ImageLane[] workers = lanes();
        // Small batches are cut finer, so that every core has a share.
        int chunk = Math.max(1, Math.min(ROWS, (count + workers.length - 1) / workers.length));
        int chunks = (count + chunk - 1) / chunk;
        AtomicInteger next = new AtomicInteger();
        Cores.run(Math.min(workers.length, chunks), worker -> {
            for (int part = next.getAndIncrement(); part < chunks; part = next.getAndIncrement()) {
                int from = part * chunk;
                answer(workers[worker], images, from, Math.min(chunk, count - from), response, codes);
            }
        });
        return response;
    }

    @Override
    public boolean decodes() {
        return settings.architecture().reconstructs();
    }

    @Override
    public float[] decode(float[] codes, int count) {
        if (!settings.architecture().reconstructs()) {
            throw new IllegalStateException(settings.architecture().id() + " has no decoder");
        }
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, CODE), codes.length);
        float[] images = new float[count * PIXELS];
        ImageLane lane = lanes()[0];
        for (int from = 0; from < count; from += ROWS) {
            int rows = Math.min(ROWS, count - from);
            lane.decode(codes, from * CODE, rows);
            System.arraycopy(lane.reconstruction().values(), 0, images, from * PIXELS, rows * PIXELS);
        }
        return images;
    }

    @Override
    public ImageGradient gradient(int parts) {
        return new ImageGradient(this, parts);
    }

    @Override
    public ImageCurvature curvature() {
        return new ImageCurvature(this);
    }

    private void answer(ImageLane lane, float[] images, int from, int rows, ImageResponse response, float[] codes) {
        lane.forward(images, from * PIXELS, rows);
        if (codes.length > 0) {
            System.arraycopy(lane.code().values(), 0, codes, from * ImageLayout.CODE, rows * ImageLayout.CODE);
        }
        int units = settings.units();
        System.arraycopy(lane.logits().values(), 0, response.logits(), from * units, rows * units);
        for (int row = 0; row < rows; row++) {
            requireSound(lane.logits().values(), row * units);
            classScores.scores(
                    lane.logits().values(), row * units, response.scores(), (from + row) * settings.classes());
        }
        if (lane.reconstruction() != null) {
            float[] r = lane.reconstruction().values();
            System.arraycopy(r, 0, response.reconstructions(), from * PIXELS, rows * PIXELS);
            for (int row = 0; row < rows; row++) {
                response.errors()[from + row] = distance(r, row * PIXELS, images, (from + row) * PIXELS);
                requireSound(response.errors()[from + row]);
            }
        }
    }

    /** Nothing but for a network that refuses overflow; in training a loss that is no number tells of it. */
    void requireSound(float[] logits, int from) {
        if (refusesOverflow) {
            classScores.requireSound(logits, from);
        }
    }

    /** The same of a reconstruction error: the decoder may overflow where the class head does not. */
    void requireSound(double error) {
        if (refusesOverflow) {
            OverflowException.requireFinite("the reconstruction error", error);
        }
    }

    private static float distance(float[] a, int fromA, float[] b, int fromB) {
        double sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            double difference = a[fromA + i] - b[fromB + i];
            sum += difference * difference;
        }
        return (float) Math.sqrt(sum);
    }

    ImageLayout layout() {
        return layout;
    }

    Parameters liveParameters() {
        return parameters;
    }

    ClassScores classScores() {
        return classScores;
    }

    private ImageLane[] lanes() {
        if (lanes == null) {
            lanes = new ImageLane[Cores.count()];
            for (int i = 0; i < lanes.length; i++) {
                lanes[i] = new ImageLane(settings, layout, parameters, ROWS, false);
            }
        }
        return lanes;
    }

    /** Frees native memory; the network can't be used afterwards. */
    @Override
    public void close() {
        if (lanes != null) {
            for (ImageLane lane : lanes) {
                lane.close();
            }
        }
        parameters.close();
    }
}
