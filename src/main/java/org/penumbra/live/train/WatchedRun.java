package org.penumbra.live.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.penumbra.course.ImageRun;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.live.train.ShownBudget.Cost;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.HeldOutLosses;
import org.penumbra.net.image.ImageExam;
import org.penumbra.net.image.ImageSettings;

/**
 * One run from its first step to its end: the network, and the questions put to it on the way. Questions are asked in
 * slices; while there are any, no step may be taken, so that their answers are those of one moment.
 */
public final class WatchedRun implements AutoCloseable {

    /** Images asked about between two looks at the commands: some hundredths of a second. */
    private static final int SLICE = 256;
    /** Most images of a sample. */
    private static final int MOST_SAMPLED = 1000;
    /**
     * Whole validations are so rare that they ask at most one image for so many trained on. An answer takes up to 0.54 of
     * what an image takes to train, by processor time: 2.5 to 3 % of the run for the presets that ship, 3.9 % at most.
     */
    private static final int TRAINED_PER_ASKED = 14;

    private final TrainingPlan plan;
    private final LongSupplier clock;
    private final TrainingSession.Outlet outlet;
    private final ImageRun run;
    private final ImageSet heldOut;
    private final ImageSample heldOutSample;
    private final Optional<ImageSample> unknownSample;
    private final TrainingShow show;
    private final TrainingCurve curve;
    private final ShownBudget budget;
    private final TrainingSpeed speed = new TrainingSpeed();
    private final Deque<Question> questions = new ArrayDeque<>();
    private TrainedWeights ended;
    private String ending = "";

    /** Images to ask about, what that is for, whether its time is the run's, and what to do with the answers. */
    private record Question(ImageExam exam, Cost cost, boolean charged, Consumer<ImageExam> then) {}

    /**
     * Builds the network with its initial weights.
     *
     * @throws IllegalArgumentException when the plan cannot be trained
     */
    WatchedRun(TrainingPlan plan, int lanes, int generation, TrainingSession.Outlet outlet, LongSupplier clock) {
        this.plan = plan;
        this.outlet = outlet;
        this.clock = clock;
        heldOut = plan.course().heldOut();
        check(plan.unknown());
        long seed = new Seeds(plan.course().training().seed()).samples();
        heldOutSample = new ImageSample(heldOut, seed);
        unknownSample = plan.unknown().map(unknown -> new ImageSample(unknown, seed));
        long validationEvery = validationEvery(plan);
        show = new TrainingShow(generation, plan);
        long now = clock.getAsLong();
        budget = new ShownBudget(
                (double) heldOut.count() / (plan.course().images().count() * validationEvery), now);
        curve = new TrainingCurve(
                outlet::add,
                generation,
                plan.course().network().architecture().reconstructs(),
                plan.course().training().lambda(),
                now);
        run = new ImageRun(plan.course(), lanes, validationEvery);
    }

    /** Every how many epochs the held-out images are all asked. */
    public static long validationEvery(TrainingPlan plan) {
        return validationEvery(
                plan.course().images().count(), plan.course().heldOut().count());
    }

    /** The same for so many training images and so many that are held out. */
    static long validationEvery(long images, long heldOut) {
        return Math.max(1, (TRAINED_PER_ASKED * heldOut + images - 1) / images);
    }

    private static void check(Optional<ImageSet> images) {
        images.filter(unknown -> unknown.rows() != ImageSettings.SIDE || unknown.columns() != ImageSettings.SIDE)
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("unknown images: expected 28 x 28 pixels, but got "
                            + unknown.rows() + " x " + unknown.columns());
                });
    }

    /** The run itself, to be asked where it stands. */
    ImageRun run() {
        return run;
    }

    /** Goes on where a run stood. */
    void resume(TrainingSnapshot from) {
        run.resume(from.run());
    }

    /** Whether all steps have been taken. */
    boolean isOver() {
        return run.allStepsTaken();
    }

    /** Whether questions wait to be asked; then no step may be taken. */
    boolean isBusy() {
        return !questions.isEmpty();
    }

    /** Takes one step; at the end of an epoch the held-out images are to be asked. */
    void step(boolean charged) {
        long start = clock.getAsLong();
        StepLosses losses = run.step();
        long now = clock.getAsLong();
        int batch = run.settings().batch();
        budget.trained(now - start, batch);
        speed.trained(batch, now);
        curve.add(losses, now - start);
        if (run.isValidationDue()) {
            validate(charged);
        } else {
            curve.record(run.steps(), run.epochs(), now);
        }
    }

    /** Asks all held-out images; where all steps were taken, the run ends with that. */
    void validate(boolean charged) {
        ask(charged, exam -> validated(charged, exam));
    }

    private void validated(boolean charged, ImageExam exam) {
        HeldOutLosses losses = exam.losses();
        curve.add(run.steps(), run.epochs(), losses, clock.getAsLong());
        show.known(exam.answers());
        run.validated(losses);
        if (run.allStepsTaken()) {
            end(result(exam), "All " + run.settings().epochs() + " epochs are done.");
        } else if (run.endedEarly()) {
            // Of the best epoch only the weights were kept, so they are measured once more.
            ask(charged, best -> end(result(best), run.whyEarly()));
        }
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
        ask(charged, exam -> end(result(exam), stopped()));
    }

    /** A validation that was asked before may have ended the run by now. */
    private String stopped() {
        return run.endedEarly() ? run.whyEarly() : "Stopped at step " + run.steps() + " of " + run.totalSteps() + ".";
    }

    /** Measures the present weights, or takes those the run ended with. */
    void measure(boolean charged) {
        if (ended != null) {
            outlet.give(ended);
        } else {
            ask(charged, exam -> outlet.give(result(exam)));
        }
    }

    private void ask(boolean charged, Consumer<ImageExam> then) {
        questions.add(new Question(run.exam(), Cost.VALIDATION, charged, then));
    }

    private TrainedWeights result(ImageExam exam) {
        return new TrainedWeights(plan, run.result(exam.answers()));
    }

    /** Where it stands; where it ended early, after its last step, not its best. */
    TrainingSnapshot snapshot() {
        return new TrainingSnapshot(plan, run.snapshot());
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
        curve.flush(run.steps(), run.epochs(), clock.getAsLong());
        if (show.isSampled()) {
            glance(false);
        }
        sample(2 * MOST_SAMPLED, false);
    }

    private void sample(int images, boolean charged) {
        int each = Math.min(MOST_SAMPLED, unknownSample.isPresent() ? images / 2 : images);
        questions.add(new Question(
                new ImageExam(run.network(), heldOutSample.of(each)),
                Cost.SAMPLE,
                charged,
                exam -> show.known(exam.answers())));
        unknownSample.ifPresent(unknown -> questions.add(new Question(
                new ImageExam(run.network(), unknown.of(each)),
                Cost.SAMPLE,
                charged,
                exam -> show.unknown(exam.answers()))));
        questions.add(new Question(new ImageExam(run.network(), heldOut.part(0, 0)), Cost.SAMPLE, charged, none -> {
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
        outlet.show(show.frame(run.network(), run.resultSteps()));
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
        run.close();
    }
}
