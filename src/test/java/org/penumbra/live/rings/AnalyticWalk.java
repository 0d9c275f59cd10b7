package org.penumbra.live.rings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.penumbra.confidence.Confidence;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.live.rings.AttackPath.Outcome;
import org.penumbra.net.plane.PlaneResponse;

/**
 * An attack on the formulas of {@link AnalyticEngine} for tests of the window: the point that raises y goes down to the
 * right, the one that raises y~ to the left; both arrive after {@link #STEPS} steps, one a look.
 */
final class AnalyticWalk {

    static final int STEPS = 40;

    private final int generation;
    private final AttackPlan plan;
    private final Function<float[], PlaneResponse> network;
    private final List<AttackPoint> down = new ArrayList<>();
    private final List<AttackPoint> left = new ArrayList<>();
    private Outcome outcome = Outcome.WALKING;
    private boolean looked;

    AnalyticWalk(int generation, AttackPlan plan, Function<float[], PlaneResponse> network) {
        this.generation = generation;
        this.plan = plan;
        this.network = network;
    }

    void stop() {
        if (outcome == Outcome.WALKING) {
            outcome = Outcome.STOPPED;
            looked = false;
        }
    }

    /** Moves once; empty when it has ended and that was seen. */
    Optional<AttackFrame> move(long trainingStep) {
        if (looked) {
            return Optional.empty();
        }
        if (outcome == Outcome.WALKING) {
            down.add(point(down.size(), trainingStep, 0.03, -0.04));
            left.add(point(left.size(), trainingStep, -0.02, 0));
            outcome = down.size() > STEPS ? Outcome.SURE : Outcome.WALKING;
        }
        looked = outcome != Outcome.WALKING;
        return Optional.of(
                new AttackFrame(generation, plan, path(Attacked.PREDICTION, down), path(Attacked.SCALED, left), ""));
    }

    private AttackPoint point(int step, long trainingStep, double dx, double dy) {
        double x = plan.start().x() + step * dx;
        double y = plan.start().y() + step * dy;
        PlaneResponse answer = network.apply(new float[] {(float) x, (float) y});
        double probability = answer.probabilities()[plan.target()];
        return new AttackPoint(
                step,
                trainingStep,
                x,
                y,
                probability,
                probability * Confidence.confidence(answer.error()[0], answer.gamma()[0], 2, plan.confidence()));
    }

    private AttackPath path(Attacked attacked, List<AttackPoint> points) {
        int reached = AttackPath.NEVER;
        for (int i = points.size() - 1; i >= 0; i--) {
            reached = attacked.at(points.get(i)) >= plan.confidence().tau() ? i : reached;
        }
        return new AttackPath(attacked, outcome, reached, points);
    }
}
