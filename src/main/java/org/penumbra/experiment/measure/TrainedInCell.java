package org.penumbra.experiment.measure;

import java.util.Map;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageResult;
import org.penumbra.course.ImageRun;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitWatcher;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.fitting.MeanReconstruction;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.TrainedModel;

/**
 * A network that a cell trained.
 *
 * @param model      its weights and the quantiles of its held-out errors
 * @param learnt     images it was trained on
 * @param heldOut    images of the same classes that it was not trained on
 * @param steps      it took
 * @param trainings  begun until one went well, 1 or more
 * @param collapsed  whether its decoder gives back much the same for all images all the same
 */
public record TrainedInCell(
        TrainedModel model, ImageSet learnt, ImageSet heldOut, long steps, int trainings, boolean collapsed) {

    /** Trainings are usually begun so often, each with weights of its own, before a collapsed decoder is taken as it is. */
    public static final int USUAL_TRAININGS = 3;

    /** A decoder that has an error of so much of what the mean of the images leaves has learnt nothing. */
    private static final double COLLAPSED = 0.9;
    /** How far a training that has to be begun anew has come, of the whole. */
    private static final double FIRST = 0.9;

    /**
     * Trains. In a short training the decoder may end with black for every image, where its slopes are next to 0; such a training
     * is begun anew with other weights.
     *
     * @param data  of the classes that are to be learnt; the last twelfth of its training images is held out, as 5 000 of MNIST's
     * @param lanes parts a mini-batch is cut into
     * @param most  trainings are begun so often at most, at least 1
     * @throws org.penumbra.experiment.CellStopped when the watcher ends it
     * @throws org.penumbra.net.DivergenceException when the loss runs away
     */
    public static TrainedInCell on(
            ImageData data, CellRecipe recipe, long seed, int lanes, int most, CellWatcher watcher) {
        for (int attempt = 0; ; attempt++) {
            CellWatcher own = attempt == 0 ? watcher.part(0, FIRST) : watcher.part(FIRST, FIRST);
            TrainedInCell trained = once(data, recipe, Seeds.item(seed, attempt), lanes, attempt + 1, own);
            if (!trained.collapsed() || attempt + 1 >= most) {
                watcher.at(1);
                return trained;
            }
        }
    }

    private static TrainedInCell once(
            ImageData data, CellRecipe recipe, long seed, int lanes, int trainings, CellWatcher watcher) {
        ImageSettings shape = recipe.shape(data.classes().size());
        ImagePlan plan = new ImagePlan(shape, recipe.training(data.training().count(), seed), data, 0);
        try (ImageRun run = new ImageRun(plan, lanes, Long.MAX_VALUE)) {
            while (!run.isOver()) {
                watcher.at((double) run.steps() / run.totalSteps());
                run.step();
            }
            ImageAnswers answers = ImageAnswers.of(run.network(), plan.heldOut());
            ImageResult result = run.result(answers);
            ImageProvenance provenance = new ImageProvenance(
                    "", data.name(), Map.copyOf(data.checksums()), plan.training(), run.steps(), lanes, "", "", "");
            // Asked as it was trained: strong corruption leaves a decoder at a loss with clean images, though it has
            // learnt.
            float[] errors = shape.architecture().reconstructs()
                    ? new MeanReconstruction(recipe.sigma(), 1, seed)
                            .errors(run.network(), plan.heldOut(), FitWatcher.NONE)
                    : new float[0];
            TrainedModel model =
                    new TrainedModel(shape, data.classes(), result.parameters(), result.heldOutErrors(), provenance);
            return new TrainedInCell(
                    model,
                    plan.images(),
                    plan.heldOut(),
                    run.steps(),
                    trainings,
                    collapsed(errors, plan.images(), plan.heldOut()));
        }
    }

    /** Whether the errors are about those of the mean of the images that were learnt. */
    private static boolean collapsed(float[] errors, ImageSet learnt, ImageSet heldOut) {
        if (errors.length == 0) {
            return false;
        }
        float[] mean = learnt.mean();
        double own = 0;
        double ofMean = 0;
        for (int i = 0; i < errors.length; i++) {
            own += errors[i];
            ofMean += Math.sqrt(heldOut.squaredDistance(i, mean, Double.POSITIVE_INFINITY));
        }
        return own > COLLAPSED * ofMean;
    }
}
