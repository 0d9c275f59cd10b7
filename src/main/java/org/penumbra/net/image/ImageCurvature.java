package org.penumbra.net.image;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.penumbra.data.Seeds;
import org.penumbra.net.Cores;
import org.penumbra.net.image.CurvatureLane.Share;

/**
 * gamma of images, {@code gamma(x) = 1/D (trace J - D)}, J the 784 x 784 Jacobian dr/dx and D = 784: exactly, and by
 * Hutchinson's estimator. Source: G. Spigler, Denoising Autoencoders for Overgeneralization in Neural Networks.
 *
 * <p>The exact trace takes no 784 directional derivatives. All that r knows of x goes through the code's 400 units, so
 * {@code J = B A} with {@code B = dr/dcode} (784 x 400) and {@code A = dcode/dx} (400 x 784), and
 * {@code trace(B A) = sum_i sum_c B_ic A_ci = sum_c <B_c, A_c>}: for each code unit c the product of a column of B, the
 * derivative of the decoder in that unit's direction, with a row of A, the unit's gradient at the pixels. Units that ReLU
 * holds at 0 have a gradient of 0 and are left out.
 *
 * <p>Where several of four places share a maximum, as all do on blank ground, r has a kink and no Jacobian. Both ways then
 * take the first place's derivative, as training does.
 *
 * <p>It reads the network's parameters as they are at each call. Neither it nor the network may be used by another thread
 * meanwhile; it works on all cores itself. A call can't be broken off: who wants to stop in between asks for few images
 * or few probes at a time, and joins estimates with {@link GammaEstimate#and}.
 */
public final class ImageCurvature implements PixelCurvature {

    /** Derivatives a core takes at once: 4 to 32 take the same time, as the convolutions work on 8 images at once. */
    private static final int ROWS = 8;

    private static final int PIXELS = ImageSettings.PIXELS;

    private final CurvatureLane[] lanes;

    /**
     * Room for the derivatives of a network, some 16 MB a core.
     *
     * @param network one that reconstructs; to be closed after this
     * @throws IllegalArgumentException if it has no decoder
     */
    public ImageCurvature(ImageNetwork network) {
        ImageArchitecture architecture = network.settings().architecture();
        if (!architecture.reconstructs()) {
            throw new IllegalArgumentException("gamma: expected a network that reconstructs its input (dae-sym or "
                    + "dae-asym), but got " + architecture.id() + ", which has no decoder");
        }
        lanes = new CurvatureLane[Cores.count()];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new CurvatureLane(network, ROWS);
        }
    }

    @Override
    public double[] exact(float[] images, int count) {
        check(images, count);
        double[][] traces = new double[shares(count)][count];
        inParts(count, (lane, from, rows, share) -> lane.traces(images, from, rows, share, traces[share.first()]));
        double[] gamma = new double[count];
        for (int image = 0; image < count; image++) {
            double trace = 0;
            for (double[] share : traces) {
                trace += share[image];
            }
            gamma[image] = trace / PIXELS - 1;
        }
        return gamma;
    }

    /**
     * Estimates gamma of some images by the probes {@code first} to {@code first + probes - 1} of a seed. A probe is a
     * vector of 784 signs that depends on seed and index alone, so that an image's estimate is the same whatever images
     * come with it, up to rounding; estimates of different images by the same probes are not independent.
     *
     * @param images count x 784, each row by row, 0 (background) to 1 (ink)
     * @param count  at least 1
     * @param seed   any number
     * @param first  at least 0; where an earlier call for the same images stopped, to go on there
     * @param probes k, at least 1; at least 2 for a standard error
     * @return one estimate an image
     */
    @Override
    public GammaEstimate[] estimate(float[] images, int count, long seed, int first, int probes) {
        check(images, count);
        if (first < 0 || probes < 1) {
            throw new IllegalArgumentException(
                    "probes: expected at least 1 from 0 or later on, but got " + probes + " from " + first + " on");
        }
        Math.addExact(first, probes);
        long stream = new Seeds(seed).probes();
        double[][] values = new double[count][probes];
        inParts(count, (lane, from, rows, share) -> lane.probe(images, from, rows, share, stream, first, values));
        GammaEstimate[] estimates = new GammaEstimate[count];
        for (int image = 0; image < count; image++) {
            for (int probe = 0; probe < probes; probe++) {
                values[image][probe] = values[image][probe] / PIXELS - 1;
            }
            estimates[image] = GammaEstimate.of(values[image]);
        }
        return estimates;
    }

    private static void check(float[] images, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("images: expected at least 1, but got " + count);
        }
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, PIXELS), images.length);
    }

    /** A share of the units or probes of some images. */
    private interface Part {
        void work(CurvatureLane lane, int from, int rows, Share share);
    }

    /** In how many shares the units or probes of an image are cut: more than one when there are fewer images than cores. */
    private int shares(int count) {
        return (lanes.length + Math.min(count, lanes.length) - 1) / Math.min(count, lanes.length);
    }

    private void inParts(int count, Part part) {
        int shares = shares(count);
        int chunk = Math.min(ROWS, (count + lanes.length - 1) / lanes.length);
        int parts = (count + chunk - 1) / chunk * shares;
        AtomicInteger next = new AtomicInteger();
        Cores.run(Math.min(lanes.length, parts), worker -> {
            for (int number = next.getAndIncrement(); number < parts; number = next.getAndIncrement()) {
                int from = number / shares * chunk;
                part.work(lanes[worker], from, Math.min(chunk, count - from), new Share(number % shares, shares));
            }
        });
    }

    /** Frees native memory; it can't be used afterwards. */
    @Override
    public void close() {
        for (CurvatureLane lane : lanes) {
            lane.close();
        }
    }
}
