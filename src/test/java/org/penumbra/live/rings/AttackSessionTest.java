package org.penumbra.live.rings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.Await.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.fooling.descent.AdamDescent;
import org.penumbra.fooling.plane.PlaneAttack.Slopes;
import org.penumbra.live.rings.AttackPath.Outcome;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;

/** Points that an attack moves through the plane, on the engine that trains the preset of the rings. */
@Timeout(240)
class AttackSessionTest {

    private static final Preset RINGS = Presets.load("rings");
    private static final PlaneSetup SETUP = new PlaneSetup(
            RINGS.setup().data(),
            RINGS.setup().points(),
            new DenseSettings(List.of(32, 32), RINGS.setup().network().activation()),
            RINGS.setup().training(),
            1);
    private static final Position CORNER = new Position(-2.2, -2.2);
    private static final int TARGET = 2;
    private static final Position RING = new Position(1, -1);

    private final RingsSession session =
            new RingsSession(SETUP, new Grid(PlaneRegion.STANDARD, 20, 20), RINGS.confidence());

    @AfterEach
    void close() throws InterruptedException {
        session.close();
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
    }

    @Test
    void yAloneIsFooledWhereThereAreNoDataAndScaledOutputsOnlyOnTheirRing() {
        train(2000);
        session.attack(plan(CORNER, Slopes.GRADIENT, RINGS.confidence()));
        AttackFrame end = last();
        AttackPath y = end.prediction();
        assertEquals(Outcome.SURE, y.outcome());
        assertTrue(y.score() >= PlaneWalk.SURE, y.end().toString());
        assertTrue(y.reached() && y.reachedAt() < y.end().step(), "tau first at " + y.reachedAt());
        assertTrue(
                SETUP.data().distance(y.end().x(), y.end().y()) > SETUP.data().offBeyond(),
                y.end().toString());
        assertTrue(y.end().scaled() < 0.1, "y~ knows better: " + y.end());

        AttackPath scaled = end.scaled();
        assertTrue(
                scaled.score() > scaled.points().get(0).scaled(),
                scaled.points().get(0) + " " + scaled.end());
        boolean onItsRing =
                Math.abs(RING.distance(scaled.end().x(), scaled.end().y()) - 0.65) < 0.1;
        assertEquals(
                onItsRing,
                scaled.reached(),
                "the scaled output reaches tau on the ring and nowhere else: " + scaled.end());
    }

    @Test
    void pathsAreCompleteBoundedAndFiniteAndSayWhatTheNetworkSaid() {
        train(300);
        session.attack(plan(CORNER, Slopes.GRADIENT, RINGS.confidence()));
        AttackFrame end = last();
        for (AttackPath path : end.paths()) {
            assertTrue(
                    path.points().size() <= PlaneWalk.MOST_STEPS + 1,
                    path.points().size() + " points");
            assertEquals(
                    CORNER,
                    new Position(path.points().get(0).x(), path.points().get(0).y()));
            for (int i = 0; i < path.points().size(); i++) {
                AttackPoint point = path.points().get(i);
                assertEquals(i, point.step());
                assertEquals(300, point.trainingStep());
                assertTrue(point.probability() >= 0 && point.probability() <= 1, point.toString());
                assertTrue(point.scaled() >= 0 && point.scaled() <= point.probability(), point.toString());
                // Adam moves each coordinate by hardly more than its rate.
                assertTrue(CORNER.distance(point.x(), point.y()) <= 0.02 * 1.5 * i + 1e-9, point.toString());
            }
        }
    }

    @Test
    void withoutGammaDifferencesWalkAsTheGradientDoes() {
        train(1000);
        ConfidenceSettings flat = RINGS.confidence().withBeta(0);
        Position start = new Position(0.3, 0.1);
        AttackFrame gradient = tenSteps(plan(start, Slopes.GRADIENT, flat));
        AttackFrame differences = tenSteps(plan(start, Slopes.DIFFERENCES, flat));
        for (int which = 0; which < 2; which++) {
            List<AttackPoint> one = gradient.paths().get(which).points();
            List<AttackPoint> other = differences.paths().get(which).points();
            // Kinks of the ReLUs part the ways later on; before, they are the same but for rounding.
            for (int i = 0; i < 10; i++) {
                assertEquals(one.get(i).x(), other.get(i).x(), 0.01, "step " + i);
                assertEquals(one.get(i).y(), other.get(i).y(), 0.01, "step " + i);
            }
        }
    }

    @Test
    void stoppingHoldsThePointsAndAnotherAttackTakesItsPlace() {
        train(50);
        session.attack(plan(CORNER, Slopes.GRADIENT, RINGS.confidence().withTau(1)));
        awaitFrame(frame -> frame.scaled().points().size() > 3);
        session.stopAttack();
        AttackFrame stopped = awaitFrame(frame -> !frame.walking());
        assertEquals(Outcome.STOPPED, stopped.scaled().outcome());
        LockSupport.parkNanos(100_000_000);
        assertEquals(Optional.empty(), session.takeAttack());
        AttackPlan other = plan(new Position(2, 2), Slopes.DIFFERENCES, RINGS.confidence());
        session.attack(other);
        AttackFrame next = awaitFrame(frame -> frame.plan().equals(other));
        assertEquals(2, next.prediction().points().get(0).x());
    }

    @Test
    void itWalksWhileTrainingGoesOnAndSeesTheNetworkChange() {
        session.play();
        session.attack(plan(CORNER, Slopes.GRADIENT, RINGS.confidence()));
        AttackFrame walked = awaitFrame(frame -> frame.scaled().points().size() > 20);
        List<AttackPoint> points = walked.scaled().points();
        assertTrue(points.get(20).trainingStep() > points.get(1).trainingStep(), points.toString());
        assertEquals(RingsStatus.State.RUNNING, session.status().state());
        assertEquals("", walked.problem());
    }

    @Test
    void anAttackChangesNoWeight() {
        train(40);
        RingsFrame plain = frameAt(80, () -> session.step(40));
        session.reset();
        train(40);
        session.attack(plan(CORNER, Slopes.DIFFERENCES, RINGS.confidence()));
        awaitFrame(frame -> frame.scaled().points().size() > 2);
        RingsFrame attacked = frameAt(80, () -> session.step(40));
        assertArrayEquals(plain.response().error(), attacked.response().error());
    }

    @Test
    void resetForgetsTheAttack() {
        train(20);
        session.attack(plan(CORNER, Slopes.GRADIENT, RINGS.confidence().withTau(1)));
        assertEquals(0, awaitFrame(frame -> frame.scaled().points().size() > 2).generation());
        session.reset();
        await(() -> session.status().generation() == 1, "reset");
        session.takeAttack();
        LockSupport.parkNanos(100_000_000);
        assertEquals(Optional.empty(), session.takeAttack());
        session.attack(plan(CORNER, Slopes.GRADIENT, RINGS.confidence()));
        assertEquals(1, awaitFrame(frame -> true).generation());
        assertNotEquals(RingsStatus.State.FAILED, session.status().state());
    }

    private static AttackPlan plan(Position start, Slopes slopes, ConfidenceSettings settings) {
        return new AttackPlan(start, TARGET, settings, new AdamDescent(0.02), slopes);
    }

    private void train(int steps) {
        frameAt(steps, () -> session.step(steps));
    }

    private RingsFrame frameAt(long step, Runnable command) {
        command.run();
        RingsFrame[] taken = new RingsFrame[1];
        await(
                () -> {
                    session.takeFrame().ifPresent(frame -> taken[0] = frame);
                    return taken[0] != null && taken[0].step() == step;
                },
                "the frame of step " + step);
        return taken[0];
    }

    private AttackFrame tenSteps(AttackPlan plan) {
        session.attack(plan);
        return awaitFrame(frame -> frame.plan().equals(plan)
                && frame.paths().stream().allMatch(path -> path.points().size() > 10));
    }

    private AttackFrame last() {
        return awaitFrame(frame -> !frame.walking());
    }

    private AttackFrame awaitFrame(Predicate<AttackFrame> wanted) {
        AttackFrame[] taken = new AttackFrame[1];
        await(
                () -> {
                    session.takeAttack().ifPresent(frame -> taken[0] = frame);
                    return taken[0] != null && wanted.test(taken[0]);
                },
                "the attack");
        return taken[0];
    }
}
