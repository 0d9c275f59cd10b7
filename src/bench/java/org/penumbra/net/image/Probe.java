package org.penumbra.net.image;

import org.penumbra.data.GaussianNoise;

/**
 * What an engine computes with the weights of the work, so that it can be held against another's.
 *
 * @param parameters      how many it has
 * @param probabilities   for the first 128 images
 * @param reconstructions likewise, empty without a decoder
 * @param losses          before each of the first steps of training, the same noise for every engine; empty where an
 *                        engine does not learn
 */
record Probe(int parameters, float[] probabilities, float[] reconstructions, double[] losses) {

    static final int STEPS = 5;

    static Probe of(ImageEngine engine, ImageWork work) {
        ImageEngine.Answers answers = engine.infer(work.first(ImageWork.BATCH), ImageWork.BATCH);
        double[] losses = engine instanceof ImageEngine.Learning learning ? losses(learning, work) : new double[0];
        return new Probe(engine.parameterCount(), answers.probabilities(), answers.reconstructions(), losses);
    }

    private static double[] losses(ImageEngine.Learning engine, ImageWork work) {
        GaussianNoise noise = new GaussianNoise(ImageWork.SEED);
        double[] losses = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            float[] clean = work.batches()[step];
            float[] corrupted = clean.clone();
            noise.addTo(corrupted, corrupted.length, ImageWork.SIGMA);
            losses[step] = engine.train(clean, corrupted, work.labels()[step]);
        }
        return losses;
    }
}
