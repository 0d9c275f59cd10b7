package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;

/** Decisions of many inputs at once against the plain sum. */
class DecisionFunctionsTest {

    private static final long SEED = 5;

    @Test
    void manyAtOnceAreDecidedAsOneByOne() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int width : new int[] {1, 2, 3, 17}) {
            for (int count : new int[] {1, 3, 4, 9, 30}) {
                FeatureRows points = random(random, 23, width);
                RadialFunctions functions = machines(random, points, 0.7);
                FeatureRows inputs = random(random, count, width);
                assertArrayEquals(
                        plain(functions, inputs),
                        functions.of(inputs),
                        1e-12,
                        "seed " + SEED + ", " + count + " of width " + width);
            }
        }
    }

    @Test
    void aRasterIsDecidedAsItsCellsAre() {
        SplittableRandom random = new SplittableRandom(SEED);
        RadialFunctions functions = machines(random, random(random, 31, 2), 3);
        for (int columns : new int[] {2, 4, 13}) {
            Grid grid = new Grid(new PlaneRegion(-1, 2, -3, 1.5), columns, 11);
            FeatureRows cells = new FeatureRows(grid.points(), grid.size(), 2);
            assertEquals(columns >= 4, PlaneRaster.of(cells.values()).isPresent(), columns + " columns");
            assertArrayEquals(plain(functions, cells), functions.of(cells), 1e-12, columns + " columns");
        }
    }

    @Test
    void scatteredPointsAreNoRaster() {
        Grid grid = new Grid(new PlaneRegion(-1, 2, -3, 1.5), 8, 8);
        float[] points = grid.points();
        assertTrue(PlaneRaster.of(points).isPresent());
        assertTrue(PlaneRaster.of(Arrays.copyOf(points, 2 * 63)).isEmpty(), "a cell is missing");
        for (int at : new int[] {3, 40, 41, 127}) {
            float[] moved = points.clone();
            moved[at] += 0.25f;
            assertTrue(PlaneRaster.of(moved).isEmpty(), "number " + at + " was moved");
        }
        assertTrue(PlaneRaster.of(new float[0]).isEmpty());
    }

    @Test
    void supportVectorsThatMachinesShareAreKeptOnce() {
        FeatureRows points = new FeatureRows(new float[] {0, 1, 2, 3, 4}, 5, 1);
        RadialFunctions functions = RadialFunctions.of(
                points,
                1,
                List.of(
                        new SvmMachine(new int[] {1, 4}, new double[] {1, -1}, 0),
                        new SvmMachine(new int[] {1, 3}, new double[] {2, -2}, 0.5)));
        assertArrayEquals(new int[] {1, 3, 4}, functions.rows());
        assertArrayEquals(new float[] {1, 3, 4}, functions.vectors().values());
        assertArrayEquals(new int[] {0, 1}, functions.machines().get(1).support());
        double k = Math.exp(-1);
        assertArrayEquals(
                new double[] {k - Math.exp(-4), 2 * k - 2 * k - 0.5},
                functions.of(new FeatureRows(new float[] {2}, 1, 1)),
                1e-12);
    }

    @Test
    void aFitCanBeEndedInTheMiddleOfAMachine() {
        SplittableRandom random = new SplittableRandom(SEED);
        FeatureRows points = random(random, 600, 2);
        boolean[] positive = new boolean[600];
        IntStream.range(0, 600).forEach(row -> positive[row] = random.nextBoolean());
        SvmTrainer trainer = new SvmTrainer(SvmKernel.RBF, 1, 1e-4, points);
        int[] asked = {0};
        FitWatcher impatient = share -> ++asked[0] < 3;
        assertThrows(FitStopped.class, () -> trainer.binary(positive, 10, impatient));
        assertEquals(3, asked[0], "once before, twice while libsvm was at work");
        SvmMachine again = trainer.binary(positive, 10, FitWatcher.NONE);
        assertTrue(again.support().length > 300, "mixed classes: " + again.support().length + " support vectors");
    }

    private static RadialFunctions machines(SplittableRandom random, FeatureRows points, double gamma) {
        List<SvmMachine> machines = new ArrayList<>();
        for (int m = 0; m < 3; m++) {
            int[] support = IntStream.range(0, points.count())
                    .filter(row -> random.nextBoolean())
                    .toArray();
            double[] coefficients = new double[support.length];
            Arrays.setAll(coefficients, s -> random.nextDouble() - 0.5);
            machines.add(new SvmMachine(support, coefficients, random.nextDouble()));
        }
        return RadialFunctions.of(points, gamma, machines);
    }

    private static double[] plain(RadialFunctions functions, FeatureRows inputs) {
        double[] decisions = new double[inputs.count() * functions.count()];
        for (int row = 0; row < inputs.count(); row++) {
            for (int m = 0; m < functions.count(); m++) {
                SvmMachine machine = functions.machines().get(m);
                double sum = -machine.rho();
                for (int s = 0; s < machine.support().length; s++) {
                    double distance = 0;
                    for (int i = 0; i < inputs.width(); i++) {
                        double difference = (double) inputs.values()[row * inputs.width() + i]
                                - functions.vectors().values()[machine.support()[s] * inputs.width() + i];
                        distance += difference * difference;
                    }
                    sum += machine.coefficients()[s] * Math.exp(-functions.gamma() * distance);
                }
                decisions[row * functions.count() + m] = sum;
            }
        }
        return decisions;
    }

    private static FeatureRows random(SplittableRandom random, int count, int width) {
        float[] values = new float[count * width];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) (random.nextDouble() * 3 - 1.5));
        return new FeatureRows(values, count, width);
    }
}
