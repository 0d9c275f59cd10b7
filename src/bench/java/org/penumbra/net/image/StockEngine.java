package org.penumbra.net.image;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.penumbra.data.GaussianNoise;
import org.penumbra.net.Cores;
import org.penumbra.net.stock.StockImageNetwork;

/** The same networks from DL4J's stock layers. */
final class StockEngine implements ImageEngine {

    private final ImageWork work;
    private final StockImageNetwork network;
    private final GaussianNoise noise = new GaussianNoise(ImageWork.SEED);
    private int next;

    StockEngine(ImageWork work) {
        this.work = work;
        network = new StockImageNetwork(work.settings(), ImageWork.LEARNING_RATE, ImageWork.LAMBDA);
        int cores = Cores.count();
        // Only once ND4J is there may its native operations be asked for.
        NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        operations.setOmpNumThreads(cores);
        Nd4j.factory().blas().setMaxThreads(cores);
        if (operations.ompGetMaxThreads() != cores || Nd4j.factory().blas().getMaxThreads() != cores) {
            throw new IllegalStateException(
                    "ND4J: expected " + cores + " threads, but it has " + operations.ompGetMaxThreads()
                            + " and its BLAS " + Nd4j.factory().blas().getMaxThreads());
        }
    }

    @Override
    public void train() {
        float[] clean = work.batches()[next];
        float[] corrupted = clean;
        if (work.corrupts()) {
            corrupted = clean.clone();
            noise.addTo(corrupted, corrupted.length, ImageWork.SIGMA);
        }
        train(clean, corrupted, work.labels()[next]);
        next = (next + 1) % work.batches().length;
    }

    @Override
    public double train(float[] clean, float[] corrupted, int[] labels) {
        return network.step(clean, corrupted, labels, labels.length).total(ImageWork.LAMBDA);
    }

    @Override
    public Answers infer(float[] images, int count) {
        StockImageNetwork.Outputs outputs = network.respond(images, count);
        return new Answers(outputs.probabilities(), outputs.reconstructions());
    }

    @Override
    public void setParameters(float[] values) {
        network.setParameters(values);
    }

    @Override
    public int parameterCount() {
        return network.parameters().length;
    }

    @Override
    public void close() {
        network.close();
    }
}
