package org.penumbra.view.rings.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.view.rings.AnalyticFrames;

class FlowArrowsTest {

    @Test
    void everyTenthCellOfTheUsualGridHasAnArrow() {
        assertEquals(400, arrows(200).count());
        assertEquals(400, arrows(20).count());
        assertEquals(1, arrows(1).count());
    }

    @Test
    void arrowsGrowWithTheDisplacementButNeverReachTheirNeighbour() {
        FlowArrows arrows = arrows(200);
        double spacing = 5.0 / 20;
        double before = 0;
        for (double length = 0; length < 100; length = length * 1.5 + 0.001) {
            double shown = arrows.shownLength(length);
            assertTrue(shown >= before && shown < spacing, "length " + length + " is shown as " + shown);
            before = shown;
        }
        assertEquals(0.002, arrows.shownLength(0.001), 1e-4);
    }

    private static FlowArrows arrows(int cells) {
        return FlowArrows.of(AnalyticFrames.frame(new Grid(PlaneRegion.STANDARD, cells, cells), 0, 0, 3));
    }
}
