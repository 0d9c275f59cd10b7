package org.penumbra.detector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.kit.ClusterData;
import org.penumbra.net.Evidence;

/** What a detector is fitted on, and how a part of it is held out. */
class FitDataTest {

    private static final ClusterData DATA = new ClusterData(3, 4);

    @Test
    void everySoManiethInputIsHeldOutWhereNoneWas() {
        Evidence known = DATA.inputs(11, 1, 1).withErrors(new float[11]).withGamma(new double[11]);
        FitData data =
                FitData.of(known, DATA.labels(11)).withOrigins(new int[] {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
        assertTrue(data.nothingHeldOut());
        FitData parted = data.holdingOut(5);
        assertFalse(parted.nothingHeldOut());
        assertEquals(9, parted.train().count());
        assertEquals(2, parted.heldOut().count());
        assertEquals(known.parts(), parted.parts());
        assertArrayEquals(new int[] {5, 6, 7, 8, 10, 11, 12, 13, 15}, parted.origins());
        assertArrayEquals(new int[] {4 % 3, 9 % 3}, parted.heldOutLabels());
        assertArrayEquals(known.row(9).inputs(), parted.heldOut().row(1).inputs());
        assertArrayEquals(known.row(5).logits(), parted.train().row(4).logits());
        assertSame(parted, parted.holdingOut(5), "what is held out already stays so");
    }

    @Test
    void everyInputHasAnOrigin() {
        FitData data = DATA.fitData(3, 2, 1);
        assertArrayEquals(new int[] {0, 1, 2}, data.origins());
        assertThrows(IllegalArgumentException.class, () -> data.withOrigins(new int[2]));
    }

    @Test
    void rowsAreTakenInTheOrderAskedFor() {
        Evidence known = DATA.inputs(5, 1, 1).withErrors(new float[] {0, 1, 2, 3, 4});
        Evidence some = known.rows(new int[] {4, 0, 4});
        assertArrayEquals(new float[] {4, 0, 4}, some.errors());
        assertArrayEquals(known.row(4).code(), some.row(2).code());
        assertEquals(0, known.rows(new int[0]).count());
    }
}
