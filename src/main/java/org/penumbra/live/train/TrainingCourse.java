package org.penumbra.live.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.course.BestWeights;
import org.penumbra.course.EarlyStop;
import org.penumbra.data.image.ImageSet;
import org.penumbra.live.train.ShownBudget.Cost;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.HeldOutLosses;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageExam;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTraining;

/**
 * One run from its first step to its end: the network, and the questions put to it on the way. Questions are asked in
 * slices; while there are any, no step may be taken, so that their answers are those of one moment.
 */
public final class TrainingCourse implements AutoCloseable {

    /** Images asked about between two looks at the commands: some hundredths of a second. */
    private static final int SLICE = 256;
    /** Most images of a sample. */
    private static final int MOST_SAMPLED = 1000;
    /** Whole validations are so rare that they ask at most one image for so many trained on: some 4 % of the time. */
    private static final int TRAINED_PER_ASKED = 8;

    private final TrainingPlan plan;
    private final LongSupplier clock;
    private final TrainingSession.Outlet outlet;
    private final ImageSet heldOut;
    private final ImageTraining training;
    private final TrainingShow show;
    private final TrainingCurve curve;
    private final ShownBudget budget;
    private final EarlyStop earlyStop;
    private final TrainingSpeed speed = new TrainingSpeed();
    private final Deque<Question> questions = new ArrayDeque<>();
    private final long validationEvery;
    private float[] lastParameters;
    private TrainedWeights ended;
    private String ending = "";

    /** Images to ask about, what that is for, whether its time is the run's, and what to do with the answers. */
    private record Question(ImageExam exam, Cost cost, boolean charged, Consumer<ImageExam> then) {}

    /**
     * Builds the network with its initial weights.
     *
     * @throws IllegalArgumentException when the plan cannot be trained
     */
    TrainingCourse(TrainingPlan plan, int lanes, int generation, TrainingSession.Outlet outlet, LongSupplier clock) {
        this.plan = plan;
        this.outlet = outlet;
        this.clock = clock;
        heldOut = plan.heldOut();
        ImageSet images = plan.images();
        check(plan, heldOut);
        validationEvery = validationEvery(plan);
        show = new TrainingShow(generation, plan);
        earlyStop = new EarlyStop(plan.patience());
        long now = clock.getAsLong();
        budget = new ShownBudget((double) heldOut.count() / (images.count() * validationEvery), now);
        curve = new TrainingCurve(
                outlet::add, generation, plan.network().architecture().reconstructs(), now);
        training = new ImageTraining(plan.network(), plan.training(), images, lanes);
    }

    /** Every how many epochs the held-out images are all asked. */
    public static long validationEvery(TrainingPlan plan) {
        long images = plan.images().count();
        return Math.max(1, (TRAINED_PER_ASKED * (long) plan.heldOut().count() + images - 1) / images);
    }

    private static void check(TrainingPlan plan, ImageSet heldOut) {
        if (plan.patience() > 0 && heldOut.count() == 0) {
            throw new IllegalArgumentException(
                    "patience: expected images that are held out, to see by them when to stop, but "
                            + "there are none; hold some out, or set the patience to 0");
        }
        plan.unknown()
                .filter(unknown -> unknown.rows() != ImageSettings.SIDE || unknown.columns() != ImageSettings.SIDE)
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("unknown images: expected 28 x 28 pixels, but got "
                            + unknown.rows() + " x " + unknown.columns());
                });
    }

    ImageTraining training() {
        return training;
    }

    /** Goes on where a run stood. */
    void resume(TrainingSnapshot from) {
        training.resume(from.step(), from.parameters(), from.mean(), from.variance());
    }

    /** Whether all steps have been taken. */
    boolean isOver() {
        return training.steps() >= training.totalSteps();
    }

    /** Whether questions wait to be asked; then no step may be taken. */
    boolean isBusy() {
        return !questions.isEmpty();
    }

    /** Takes one step; at the end of an epoch the held-out images are to be asked. */
    void step(boolean charged) {
        long start = clock.getAsLong();
        long before = (long) training.epochs();
        StepLosses losses = training.step();
        long now = clock.getAsLong();
        budget.trained(now - start, plan.training().batch());
        speed.trained(plan.training().batch(), now);
        curve.add(losses);
        if (isOver() || (long) training.epochs() / validationEvery > before / validationEvery) {
            validate(charged);
        } else {
            curve.record(training.steps(), training.epochs(), now);
        }
    }

    /** Asks all held-out images; where all steps were taken, the run ends with that. */
    void validate(boolean charged) {
        ask(charged, exam -> validated(charged, exam));
    }

    private void validated(boolean charged, ImageExam exam) {
        HeldOutLosses losses = exam.losses();
        curve.add(training.steps(), training.epochs(), losses, clock.getAsLong());
        show.known(exam.answers());
        boolean early = earlyStop.validated(
                training.steps(),
                (long) training.epochs(),
                losses.total(plan.training().lambda()),
                training.network()::parameters);
        if (isOver()) {
            end(
                    weights(training.steps(), exam.answers()),
                    "All " + plan.training().epochs() + " epochs are done.");
        } else if (early) {
            endEarly(charged, exam.answers());
        }
    }

    /** Goes back to the best weights and measures them once more, for only the weights of then were kept. */
    private void endEarly(boolean charged, ImageAnswers present) {
        if (earlyStop.best().isEmpty()) {
            end(
                    weights(training.steps(), present),
                    notFallen() + "It never was a number; the weights are those of now.");
            return;
        }
        BestWeights best = earlyStop.best().get();
        lastParameters = training.network().parameters();
        training.network().setParameters(best.parameters());
        ask(
                charged,
                exam -> end(
                        weights(best.step(), exam.answers()),
                        String.format(
                                Locale.ROOT,
                                "%sThe weights are those after epoch %d, when it was %.4g.",
                                notFallen(),
                                best.epoch(),
                                best.loss())));
    }

    private String notFallen() {
        return "The validation loss has not fallen for " + plan.patience() + " epochs. ";
    }

    private void end(TrainedWeights weights, String why) {
        if (ended == null) {
            ended = weights;
            ending = why;
        }
    }

    /** The weights the run ended with, or null while it has not. */
    TrainedWeights ended() {
        return ended;
    }

    /** Why it ended. */
    String ending() {
        return ending;
    }

    /** Measures the present weights, then ends the run with them. */
    void stop(boolean charged) {
        ask(
                charged,
                exam -> end(
                        weights(training.steps(), exam.answers()),
                        "Stopped at step " + training.steps() + " of " + training.totalSteps() + "."));
    }

    /** Measures the present weights, or takes those the run ended with. */
    void measure(boolean charged) {
        if (ended != null) {
            outlet.give(ended);
        } else {
            ask(charged, exam -> outlet.give(weights(training.steps(), exam.answers())));
        }
    }

    private void ask(boolean charged, Consumer<ImageExam> then) {
        questions.add(new Question(new ImageExam(training.network(), heldOut), Cost.VALIDATION, charged, then));
    }

    private TrainedWeights weights(long step, ImageAnswers answers) {
        float[] quantiles = answers.errors().length == 0
                ? new float[0]
                : ImageMetrics.quantiles(answers.errors(), ImageModel.QUANTILES);
        return new TrainedWeights(
                plan,
                training.lanes(),
                step,
                training.network().parameters(),
                quantiles,
                answers.count() == 0 ? Double.NaN : answers.accuracy());
    }

    /** Where it stands; where it ended early, after its last step, not its best. */
    TrainingSnapshot snapshot() {
        return new TrainingSnapshot(
                plan,
                training.lanes(),
                training.steps(),
                lastParameters == null ? training.network().parameters() : lastParameters.clone(),
                training.mean(),
                training.variance());
    }

    /** Asks one slice of the questions. */
    void ask() {
        Question question = questions.getFirst();
        long start = clock.getAsLong();
        int before = question.exam().asked();
        question.exam().next(SLICE);
        if (question.exam().isDone()) {
            questions.removeFirst();
            question.then().accept(question.exam());
        }
        long nanos = clock.getAsLong() - start;
        if (question.exam().asked() > before) {
            budget.asked(nanos, question.exam().asked() - before);
        }
        if (question.charged()) {
            budget.spent(question.cost(), nanos);
        }
    }

    /** Whether a frame should be made although training goes on. */
    boolean isFrameDue() {
        long now = clock.getAsLong();
        return outlet.frameWanted() && (budget.glanceDue(now) || budget.sampleDue(now) > 0);
    }

    /** Makes the frame that is due, or begins to ask for it. */
    void showWhileTraining() {
        long now = clock.getAsLong();
        int images = budget.sampleDue(now);
        if (images > 0) {
            budget.sampled(now);
            sample(images, true);
        } else if (budget.glanceDue(now)) {
            glance(true);
        }
    }

    /** Shows the present weights, as far as that is quick; then asks samples and shows all. */
    void showAtRest() {
        curve.flush(training.steps(), training.epochs(), clock.getAsLong());
        if (show.isSampled()) {
            glance(false);
        }
        sample(2 * MOST_SAMPLED, false);
    }

    private void sample(int images, boolean charged) {
        int each = Math.min(MOST_SAMPLED, plan.unknown().isPresent() ? images / 2 : images);
        questions.add(new Question(
                new ImageExam(training.network(), heldOut.spread(each)),
                Cost.SAMPLE,
                charged,
                exam -> show.known(exam.answers())));
        plan.unknown()
                .ifPresent(unknown -> questions.add(new Question(
                        new ImageExam(training.network(), unknown.spread(each)),
                        Cost.SAMPLE,
                        charged,
                        exam -> show.unknown(exam.answers()))));
        questions.add(
                new Question(new ImageExam(training.network(), heldOut.part(0, 0)), Cost.SAMPLE, charged, none -> {
                    show.sampled();
                    // The question's own cost covers it.
                    glance(false);
                }));
    }

    /**
     * Drops the samples that a moment of rest asked for, unless they are the run's first.
     *
     * @return whether there were any
     */
    boolean dropSamplesOfRest() {
        return show.isSampled()
                && questions.removeIf(question -> question.cost() == Cost.SAMPLE && !question.charged());
    }

    /** Forgets what was to be asked. */
    void dropQuestions() {
        questions.clear();
    }

    private void glance(boolean charged) {
        long start = clock.getAsLong();
        outlet.show(show.frame(training.network(), ended == null ? training.steps() : ended.step()));
        long now = clock.getAsLong();
        budget.glanced(now);
        if (charged) {
            budget.spent(Cost.GLANCE, now - start);
        }
    }

    /** Training begins or goes on after a rest. */
    void played() {
        speed.restart(clock.getAsLong());
    }

    double imagesPerSecond() {
        return speed.imagesPerSecond(clock.getAsLong());
    }

    double shownShare() {
        return budget.share();
    }

    /** Frees the network. */
    @Override
    public void close() {
        training.close();
    }
}
