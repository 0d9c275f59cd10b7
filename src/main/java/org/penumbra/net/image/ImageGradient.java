package org.penumbra.net.image;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.penumbra.net.Cores;
import org.penumbra.net.ErrorSlope;
import org.penumbra.net.InputGradient;
import org.penumbra.net.InputObjective;

/**
 * The gradient at the pixels of an objective that depends on an image network's logits, reconstruction error and code,
 * for a batch of images.
 *
 * <p>It reads the network's parameters as they are at each call. Neither it nor the network may be used by another thread
 * meanwhile; it works on all cores itself, some images at a time, so that its memory does not grow with the batch.
 *
 * <p>Where several of four places share a maximum, the first one's derivative is taken, as in training.
 */
public final class ImageGradient implements PixelGradient {

    /** Images a core takes at once. */
    private static final int ROWS = 32;

    private static final int PIXELS = ImageSettings.PIXELS;

    private final ImageNetwork network;
    private final int units;
    private final ImageLane[] lanes;
    private final float[][] throughNetwork;

    /**
     * Room for the passes of a network, some 40 MB a core.
     *
     * @param network to be closed after this
     */
    public ImageGradient(ImageNetwork network) {
        this(network, Cores.count());
    }

    /**
     * The same for so many parts at once, whatever the machine has: the last bits of a result depend on how a batch is cut.
     *
     * @param parts at least 1; more than there are cores take turns
     */
    public ImageGradient(ImageNetwork network, int parts) {
        this.network = network;
        units = network.settings().units();
        lanes = new ImageLane[parts];
        throughNetwork = new float[lanes.length][];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new ImageLane(network.settings(), network.layout(), network.liveParameters(), ROWS, true);
            throughNetwork[i] = new float[lanes[i].reconstruction() == null ? 0 : ROWS * PIXELS];
        }
    }

    @Override
    public InputGradient of(float[] images, int count, InputObjective objective) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, PIXELS), images.length);
        boolean reconstructs = lanes[0].reconstruction() != null;
        InputGradient result = new InputGradient(
                count,
                new float[count * units],
                new float[reconstructs ? count : 0],
                new float[count * ImageLayout.CODE],
                new float[count * PIXELS]);
        // Small batches are cut finer, so that every core has a share.
        int chunk = Math.max(1, Math.min(ROWS, (count + lanes.length - 1) / lanes.length));
        int chunks = (count + chunk - 1) / chunk;
        AtomicInteger next = new AtomicInteger();
        Cores.run(Math.min(lanes.length, chunks), worker -> {
            for (int part = next.getAndIncrement(); part < chunks; part = next.getAndIncrement()) {
                int from = part * chunk;
                work(worker, images, from, Math.min(chunk, count - from), objective, result);
            }
        });
        return result;
    }

    private void work(int worker, float[] images, int from, int rows, InputObjective objective, InputGradient result) {
        ImageLane lane = lanes[worker];
        lane.forward(images, from * PIXELS, rows);
        float[] logits = lane.logits().values();
        System.arraycopy(logits, 0, result.logits(), from * units, rows * units);
        System.arraycopy(lane.code().values(), 0, result.code(), from * ImageLayout.CODE, rows * ImageLayout.CODE);
        boolean reconstructs = lane.reconstruction() != null;
        float[] through = throughNetwork[worker];
        for (int row = 0; row < rows; row++) {
            int image = from + row;
            network.requireSound(logits, row * units);
            double error = 0;
            if (reconstructs) {
                error = ErrorSlope.error(lane.reconstruction().values(), row * PIXELS, images, image * PIXELS, PIXELS);
                network.requireSound(error);
                result.errors()[image] = (float) error;
            }
            double slope = objective.slopes(
                    image, logits, row * units, error, lane.logitsGradient().values());
            if (reconstructs) {
                ErrorSlope.throughNetwork(
                        slope,
                        error,
                        lane.reconstruction().values(),
                        row * PIXELS,
                        images,
                        image * PIXELS,
                        PIXELS,
                        through);
            }
        }
        // The pass back changes what it is given, so the direct way keeps a copy.
        if (reconstructs) {
            System.arraycopy(through, 0, lane.reconstructionGradient().values(), 0, rows * PIXELS);
        }
        lane.backwardToCode(rows, null, 0, false);
        if (objective.readsCode()) {
            for (int row = 0; row < rows; row++) {
                objective.addCodeSlopes(
                        from + row,
                        lane.code().values(),
                        row * ImageLayout.CODE,
                        lane.codeGradient().values());
            }
        }
        lane.backwardFromCode(rows, result.gradients(), from * PIXELS);
        if (reconstructs) {
            ErrorSlope.addDirectWay(through, result.gradients(), from * PIXELS, rows * PIXELS);
        }
    }

    /** Frees native memory; it can't be used afterwards. */
    @Override
    public void close() {
        for (ImageLane lane : lanes) {
            lane.close();
        }
    }
}
