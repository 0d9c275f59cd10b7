package org.penumbra.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How far two runs lie apart is counted over the steps that both have taken. */
class LossDifferenceTest {

    private static SortedMap<Long, Double> losses(long first, double... values) {
        SortedMap<Long, Double> losses = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            losses.put(first + i, values[i]);
        }
        return losses;
    }

    @Test
    void theLargestRelativeDifferenceOfCommonStepsIsFoundAndWhereTheyPart() {
        LossDifference found = LossDifference.of(losses(1, 2, 4, 1, 0.5, 7), losses(2, 4.0002, 1.0002, 0.49));
        assertEquals(3, found.steps());
        assertEquals(0.02, found.largest(), 1e-12);
        assertEquals(4, found.at());
        assertEquals(OptionalLong.of(3), found.partsAt());
    }

    @Test
    void equalRunsDifferByNothing() {
        LossDifference found = LossDifference.of(losses(5, 0, 2), losses(5, 0, 2));
        assertEquals(new LossDifference(2, 0, 5, OptionalLong.empty()), found);
        assertEquals(new LossDifference(0, 0, 0, OptionalLong.empty()), LossDifference.of(losses(1, 1), losses(2, 1)));
    }

    @Test
    void aDifferenceThatIsRoundingPartsNobody() {
        assertEquals(
                OptionalLong.empty(),
                LossDifference.of(losses(1, 1), losses(1, 1.00009)).partsAt());
    }
}
