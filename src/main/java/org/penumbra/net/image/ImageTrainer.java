package org.penumbra.net.image;

import org.penumbra.net.ClassScores;
import org.penumbra.net.Cores;
import org.penumbra.net.StepLosses;
import org.penumbra.net.layer.Adam;

/** Takes training steps on an {@link ImageNetwork} by our own layers, on all cores. */
final class ImageTrainer implements StepTaker {

    private static final int PIXELS = ImageSettings.PIXELS;

    private final ImageNetwork network;
    private final ImageLane[] lanes;
    private final Adam adam;
    private final double[] classification;
    private final double[] reconstruction;

    /**
     * @param batch most rows a step
     * @param lanes parts a batch is cut into; the order of additions, and so the last bits of a run, depend on it
     */
    ImageTrainer(ImageNetwork network, int batch, int lanes) {
        this.network = network;
        this.lanes = new ImageLane[Math.min(lanes, batch)];
        for (int i = 0; i < this.lanes.length; i++) {
            this.lanes[i] = new ImageLane(
                    network.settings(),
                    network.layout(),
                    network.liveParameters(),
                    (batch + this.lanes.length - 1) / this.lanes.length,
                    true);
        }
        adam = new Adam(network.layout().size());
        classification = new double[this.lanes.length];
        reconstruction = new double[this.lanes.length];
    }

    @Override
    public StepLosses gradient(ImageBatch batch, Preparation preparation, double lambda) {
        int count = batch.count();
        int share = (count + lanes.length - 1) / lanes.length;
        Cores.run(lanes.length, lane -> {
            int from = Math.min(count, lane * share);
            int rows = Math.min(share, count - from);
            preparation.prepare(from, rows);
            work(lane, batch, from, rows, lambda);
        });
        double crossEntropy = 0;
        double squared = 0;
        for (int lane = 0; lane < lanes.length; lane++) {
            crossEntropy += classification[lane];
            squared += reconstruction[lane];
        }
        return new StepLosses(crossEntropy / count, squared / ((double) count * PIXELS));
    }

    private void work(int index, ImageBatch batch, int from, int rows, double lambda) {
        ImageLane lane = lanes[index];
        float[] mask = batch.mask();
        if (mask == null) {
            lane.forward(batch.corrupted(), from * PIXELS, rows);
        } else {
            lane.forward(batch.corrupted(), from * PIXELS, rows, mask, from * ImageLayout.CODE);
        }
        classification[index] = crossEntropy(lane, batch.labels(), from, rows);
        float scale = (float) (2 * lambda / ((double) batch.count() * PIXELS));
        reconstruction[index] =
                lane.reconstruction() == null ? 0 : squaredError(lane, batch.clean(), from, rows, scale);
        lane.backward(rows, mask, from * ImageLayout.CODE, true, null, 0);
    }

    private double crossEntropy(ImageLane lane, int[] labels, int from, int rows) {
        int units = network.settings().units();
        double sum = 0;
        float[] logits = lane.logits().values();
        float[] gradient = lane.logitsGradient().values();
        ClassScores scores = network.classScores();
        for (int row = 0; row < rows; row++) {
            int label = labels[from + row];
            sum += label == ImageBatch.NO_CLASS
                    ? scores.doubtLoss(logits, row * units, 1f / labels.length, gradient)
                    : scores.loss(logits, row * units, label, 1f / labels.length, gradient);
        }
        return sum;
    }

    private static double squaredError(ImageLane lane, float[] clean, int from, int rows, float scale) {
        float[] r = lane.reconstruction().values();
        float[] gradient = lane.reconstructionGradient().values();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * PIXELS;
            int cleanAt = (from + row) * PIXELS;
            float rowSum = 0;
            for (int i = 0; i < PIXELS; i++) {
                float difference = r[at + i] - clean[cleanAt + i];
                rowSum += difference * difference;
                gradient[at + i] = scale * difference;
            }
            sum += rowSum;
        }
        return sum;
    }

    @Override
    public void update(double learningRate) {
        float[] parameters = network.liveParameters().values();
        int share = (parameters.length + lanes.length - 1) / lanes.length;
        adam.begin();
        Cores.run(lanes.length, part -> {
            int from = Math.min(parameters.length, part * share);
            int to = Math.min(parameters.length, from + share);
            float[] sum = lanes[0].gradient();
            for (int lane = 1; lane < lanes.length; lane++) {
                float[] other = lanes[lane].gradient();
                for (int i = from; i < to; i++) {
                    sum[i] += other[i];
                }
            }
            adam.step(parameters, sum, learningRate, from, to);
            network.liveParameters().push(from, to);
        });
    }

    /** The weights of the network are the ones that are trained. */
    @Override
    public void settle() {}

    @Override
    public float[] mean() {
        return adam.mean().clone();
    }

    @Override
    public float[] variance() {
        return adam.variance().clone();
    }

    @Override
    public void resume(long steps, float[] mean, float[] variance) {
        System.arraycopy(mean, 0, adam.mean(), 0, mean.length);
        System.arraycopy(variance, 0, adam.variance(), 0, variance.length);
        adam.resume(steps);
    }

    /** dL/d parameters of the last {@link #gradient}, a copy. */
    float[] lastGradient() {
        float[] sum = lanes[0].gradient().clone();
        for (int lane = 1; lane < lanes.length; lane++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += lanes[lane].gradient()[i];
            }
        }
        return sum;
    }

    @Override
    public void close() {
        for (ImageLane lane : lanes) {
            lane.close();
        }
    }
}
