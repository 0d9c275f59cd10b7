package org.penumbra.net.image;

import org.penumbra.net.StepLosses;

/** The networks of this program. */
final class PenumbraEngine implements ImageEngine.Learning {

    private final ImageTraining training;
    private final ImageTrainer trainer;

    PenumbraEngine(ImageWork work) {
        ImageTrainingSettings settings = new ImageTrainingSettings(
                ImageWork.SEED,
                ImageWork.LEARNING_RATE,
                LearningRateSchedule.CONSTANT,
                work.corrupts() ? ImageWork.SIGMA : 0,
                0,
                ImageWork.LAMBDA,
                0,
                ImageWork.BATCH,
                1,
                0);
        training = new ImageTraining(work.settings(), settings, work.images(), ImageTraining.defaultLanes());
        training.network().setParameters(work.weights());
        trainer = new ImageTrainer(training.network(), ImageWork.BATCH, ImageTraining.defaultLanes());
    }

    @Override
    public void train() {
        training.step();
    }

    @Override
    public double train(float[] clean, float[] corrupted, int[] labels) {
        StepLosses losses =
                trainer.gradient(new ImageBatch(labels, clean, corrupted, null), (from, count) -> {}, ImageWork.LAMBDA);
        trainer.update(ImageWork.LEARNING_RATE);
        return losses.total(ImageWork.LAMBDA);
    }

    @Override
    public Answers infer(float[] images, int count) {
        ImageResponse response = training.network().respond(images, count);
        return new Answers(response.scores(), response.reconstructions());
    }

    @Override
    public int parameterCount() {
        return training.network().parameters().length;
    }

    @Override
    public void close() {
        trainer.close();
        training.close();
    }
}
