package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PointSet;
import org.penumbra.data.plane.Rings;
import org.penumbra.live.rings.AttackPath;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.live.rings.AttackPath.Outcome;
import org.penumbra.live.rings.AttackPoint;

/** What the lab says of a point that an attack moved. */
class AttackWordsTest {

    private static final PlaneData RINGS = new Rings(0.6, 0.1, List.of(new Position(-1, 1), new Position(1, 1)));
    private static final PointSet POINTS = RINGS.sample(400, 3);

    @Test
    void aClassFakedWhereThereAreNoDataIsFooledAndOnItsOwnDataIsReached() {
        assertEquals(
                new AttackWords("fooled in 14 steps", "(2.31, \u22121.90), no data there"),
                words(2.31, -1.90, Outcome.SURE, 14, 30, 1));
        assertEquals(
                new AttackWords("reached in 1 step", "(1.65, 1.00), on data of class 1"),
                words(1.65, 1, Outcome.SETTLED, 1, 30, 1));
        assertEquals("fooled at the start", words(0, -2, Outcome.SURE, 0, 0, 0).headline());
        assertEquals(
                new AttackWords("reached in 9 steps", "(1.75, 1.00), near data of class 1"),
                words(1.75, 1, Outcome.WALKING, 9, 30, 1));
    }

    @Test
    void onDataOfAnotherClassItIsFooledToo() {
        assertEquals(
                new AttackWords("fooled in 9 steps", "(1.65, 1.00), on data of class 1"),
                words(1.65, 1, Outcome.WALKING, 9, 30, 0));
    }

    @Test
    void belowTauItWalksStopsOrIsStuck() {
        assertEquals(
                "walking, step 30",
                words(0, -2, Outcome.WALKING, AttackPath.NEVER, 30, 0).headline());
        assertEquals(
                "stopped at step 30",
                words(0, -2, Outcome.STOPPED, AttackPath.NEVER, 30, 0).headline());
        assertEquals(
                "stuck at step 30",
                words(0, -2, Outcome.SETTLED, AttackPath.NEVER, 30, 0).headline());
    }

    private static AttackWords words(double x, double y, Outcome outcome, int reachedAt, int steps, int target) {
        List<AttackPoint> points = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            points.add(new AttackPoint(step, 0, x, y, 0.5, 0.5));
        }
        return AttackWords.of(new AttackPath(Attacked.SCALED, outcome, reachedAt, points), target, RINGS, POINTS);
    }
}
