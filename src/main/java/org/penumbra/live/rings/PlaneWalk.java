package org.penumbra.live.rings;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.confidence.Confidence;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.fooling.plane.PlaneAttack;
import org.penumbra.fooling.victim.DenseVictim;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.live.rings.AttackPath.Outcome;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneTraining;

/**
 * One point of an attack on the network of a training run. It goes on after its score has reached tau, so that one sees
 * where it is drawn to, until the score is as good as 1, no longer grows, or the point has gone far enough: 1 200 steps,
 * which bounds its path and its memory. For the thread that trains.
 */
final class PlaneWalk implements AutoCloseable {

    /** A point whose score is so high has arrived. */
    static final double SURE = 0.99;
    /** Steps at most. */
    static final int MOST_STEPS = 1200;
    /** Steps within which the score must grow, by one part in a hundred. */
    static final int PATIENCE = 120;

    private static final double GROWTH = 1.01;

    private final PlaneTraining training;
    private final AttackPlan plan;
    private final Attacked attacked;
    private final DenseVictim victim;
    private final List<AttackPoint> points = new ArrayList<>();
    private PlaneAttack attack;
    private Outcome outcome = Outcome.WALKING;
    private int reachedAt = AttackPath.NEVER;

    PlaneWalk(PlaneTraining training, AttackPlan plan, Attacked attacked) {
        this.training = training;
        this.plan = plan;
        this.attacked = attacked;
        boolean scaled = attacked == Attacked.SCALED;
        int classes = training.points().classes();
        victim = new DenseVictim(
                training.network(),
                scaled ? FittedConfidence.of(2, classes, 1, plan.confidence()) : new MaxSoftmax().of(classes));
    }

    /**
     * Sets out, or moves the point once; does nothing after it has ended.
     *
     * @throws org.penumbra.fooling.victim.FoolingException when a score is not a number
     */
    void step() {
        if (attack == null) {
            attack = new PlaneAttack(
                    victim,
                    plan.target(),
                    plan.start().x(),
                    plan.start().y(),
                    plan.rule(),
                    plan.slopes(),
                    Math.max(SURE, plan.confidence().tau()),
                    MOST_STEPS);
            arrive();
        } else if (outcome == Outcome.WALKING) {
            attack.step();
            arrive();
        }
    }

    private void arrive() {
        double x = attack.now().x();
        double y = attack.now().y();
        PlaneResponse answer = training.respond(new float[] {(float) x, (float) y}, 1);
        double probability = answer.probabilities()[plan.target()];
        double confidence =
                Confidence.confidence(answer.error()[0], answer.gamma()[0], answer.dimensions(), plan.confidence());
        points.add(new AttackPoint(attack.now().step(), training.steps(), x, y, probability, confidence * probability));
        double score = attack.now().score();
        if (reachedAt == AttackPath.NEVER && score >= plan.confidence().tau()) {
            reachedAt = attack.now().step();
        }
        outcome = switch (attack.outcome()) {
            case FOOLED -> Outcome.SURE;
            case FAILED -> Outcome.SETTLED;
            case RUNNING -> settled() ? Outcome.SETTLED : Outcome.WALKING;
        };
    }

    private boolean settled() {
        int last = points.size() - 1;
        return last >= PATIENCE && attacked.at(points.get(last)) <= GROWTH * attacked.at(points.get(last - PATIENCE));
    }

    boolean walking() {
        return outcome == Outcome.WALKING;
    }

    void stop() {
        if (outcome == Outcome.WALKING) {
            outcome = Outcome.STOPPED;
        }
    }

    AttackPath path() {
        return new AttackPath(attacked, outcome, reachedAt, points);
    }

    /** Frees what it made, not the network. */
    @Override
    public void close() {
        victim.close();
    }
}
