package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldedTangentsTest {

    private static final int ROWS = 33;

    @ParameterizedTest
    @EnumSource(Activation.class)
    void foldingTwoLayersGivesWhatTheyGiveOneByOne(Activation activation) {
        int count = Dense.parameterCount(3, 9) + Dense.parameterCount(9, 7);
        Random random = new Random(21);
        try (Parameters parameters = new Parameters(count);
                Parameters gradient = new Parameters(count);
                Batch in = new Batch(ROWS, 3);
                Batch middle = new Batch(ROWS, 9);
                Batch out = new Batch(ROWS, 7);
                Batch unit = new Batch(ROWS, 9);
                Batch expected = new Batch(ROWS, 7);
                Batch actual = new Batch(ROWS, 7)) {
            for (int i = 0; i < count; i++) {
                parameters.values()[i] = (float) random.nextGaussian();
            }
            parameters.push();
            for (int i = 0; i < ROWS * 3; i++) {
                in.values()[i] = (float) random.nextGaussian();
            }
            in.push(ROWS);
            Dense first = new Dense(3, 9, activation, parameters, gradient, 0);
            Dense second = new Dense(9, 7, activation, parameters, gradient, Dense.parameterCount(3, 9));
            first.forward(in, middle, ROWS);
            first.findSlopes(middle, ROWS);
            middle.pushSlopes(ROWS);
            second.forward(middle, out, ROWS);
            second.findSlopes(out, ROWS);
            try (FoldedTangents folded = new FoldedTangents(first, second)) {
                folded.refresh();
                for (int axis = 0; axis < 3; axis++) {
                    first.unitTangent(axis, middle, unit, ROWS);
                    second.tangent(unit, out, expected, ROWS);
                    folded.tangent(axis, middle, out, actual, ROWS);
                    for (int i = 0; i < ROWS * 7; i++) {
                        assertEquals(
                                expected.values()[i],
                                actual.values()[i],
                                1e-5 * (1 + Math.abs(expected.values()[i])),
                                "axis " + axis + ", output " + i);
                    }
                }
            }
        }
    }
}
