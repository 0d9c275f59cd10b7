package org.penumbra.detector.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the figures say where there is nothing to tell apart, and how they hang together. */
class OpenSetMetricsTest {

    private static final double[] NONE = {};

    @Test
    void withoutTwoSidesOrAnOrderThereIsNoFigure() {
        for (Separation nothing : new Separation[] {
            new Separation(NONE, new double[] {1}),
            new Separation(new double[] {1}, NONE),
            new Separation(new double[] {1, Double.NaN}, new double[] {0}),
            new Separation(new double[] {1}, new double[] {Double.NaN})
        }) {
            assertEquals(Double.NaN, nothing.auroc());
            assertEquals(Double.NaN, nothing.averagePrecisionOfKnown());
            assertEquals(Double.NaN, nothing.trapezoidAuprOfUnknown());
            assertEquals(
                    Double.NaN,
                    nothing.unknownAcceptedWhere95PercentOfKnownAre().rate());
            assertEquals(
                    Double.NaN, nothing.knownRefusedWhere95PercentOfUnknownAre().threshold());
        }
        assertThrows(IllegalArgumentException.class, () -> OpenSetCurve.of(NONE, new boolean[0], new double[1]));
        assertThrows(
                IllegalArgumentException.class,
                () -> OpenSetCurve.of(new double[] {Double.NaN}, new boolean[1], new double[1]));
    }

    @Test
    void infiniteScoresHaveTheirPlace() {
        Separation perfect = new Separation(
                new double[] {Double.POSITIVE_INFINITY, 3}, new double[] {Double.NEGATIVE_INFINITY, -0.0});
        assertEquals(1, perfect.auroc());
        assertEquals(1, perfect.averagePrecisionOfKnown());
        assertEquals(1, perfect.averagePrecisionOfUnknown());
        Separation tied =
                new Separation(new double[] {Double.NEGATIVE_INFINITY}, new double[] {Double.NEGATIVE_INFINITY});
        assertEquals(0.5, tied.auroc());
        assertEquals(0.5, tied.averagePrecisionOfUnknown());
        assertEquals(0.5, new Separation(new double[] {0.0}, new double[] {-0.0}).averagePrecisionOfKnown());
    }

    @Test
    void theAreaOfTheOpenSetCurveCountsPairs() {
        long seed = 3;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            double[] known = new double[1 + random.nextInt(20)];
            double[] unknown = new double[1 + random.nextInt(20)];
            boolean[] right = new boolean[known.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = random.nextInt(6);
                right[i] = random.nextInt(4) > 0;
            }
            for (int i = 0; i < unknown.length; i++) {
                unknown[i] = random.nextInt(5);
            }
            double won = 0;
            for (int i = 0; i < known.length; i++) {
                for (double other : unknown) {
                    won += !right[i] ? 0 : known[i] > other ? 1 : known[i] == other ? 0.5 : 0;
                }
            }
            assertEquals(
                    won / (known.length * unknown.length),
                    OpenSetCurve.of(known, right, unknown).area(),
                    1e-12,
                    "seed " + seed + ", round " + round);
        }
    }

    @Test
    void aScoreThatIsNoNumberIsNotAccepted() {
        int[] answers = OpenSetFigures.answers(new int[] {1, 2, 0}, new double[] {Double.NaN, 0.5, 0.4}, 0.5);
        assertEquals("[-1, 2, -1]", java.util.Arrays.toString(answers));
    }

    @Test
    void withoutUnknownInputsTheirFigureIsNone() {
        OpenSetFigures figures = OpenSetFigures.of(2, new int[] {0, 1}, new int[] {0, 1});
        assertEquals(1, figures.accuracy());
        assertEquals(0, figures.f1OfUnknown());
        assertTrue(Double.isNaN(figures.unknownAccepted()));
        assertThrows(IllegalArgumentException.class, () -> OpenSetFigures.of(2, new int[] {2}, new int[] {0}));
        assertThrows(IllegalArgumentException.class, () -> OpenSetFigures.of(2, new int[] {0}, new int[] {-2}));
        assertThrows(IllegalArgumentException.class, () -> OpenSetFigures.of(2, new int[] {0}, new int[2]));
    }

    @Test
    void opennessNeedsClasses() {
        assertThrows(IllegalArgumentException.class, () -> Openness.of(0, 1, 1));
        assertTrue(Openness.of(10, 10, 5) < 0);
    }
}
