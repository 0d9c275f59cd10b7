package org.penumbra.net.image;

import org.penumbra.data.GaussianNoise;
import org.penumbra.net.stock.StockImageNetwork;

/** The same networks from DL4J's stock layers. */
final class StockEngine implements ImageEngine.Learning {

    private final ImageWork work;
    private final StockImageNetwork network;
    private final GaussianNoise noise = new GaussianNoise(ImageWork.SEED);
    private int next;

    StockEngine(ImageWork work) {
        this.work = work;
        network = new StockImageNetwork(work.settings(), ImageWork.LEARNING_RATE, ImageWork.LAMBDA);
        network.setParameters(work.weights());
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
    public int parameterCount() {
        return network.parameters().length;
    }

    @Override
    public void close() {
        network.close();
    }
}
