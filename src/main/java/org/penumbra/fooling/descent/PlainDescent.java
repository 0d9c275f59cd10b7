package org.penumbra.fooling.descent;

/**
 * Gradient descent on W and b: {@code W -= rate * g z'}, {@code b -= rate * g}, so u moves by
 * {@code -rate * (||z||^2 + 1) * g}.
 *
 * @param learningRate above 0
 */
public record PlainDescent(double learningRate) implements UpdateRule {

    public PlainDescent {
        UpdateRule.checked(learningRate);
    }

    @Override
    public Movement begin(double[] z, int dimensions) {
        double squares = 1;
        for (double number : z) {
            squares += number * number;
        }
        double rate = learningRate * squares;
        return (u, gradient) -> {
            for (int i = 0; i < u.length; i++) {
                u[i] -= rate * gradient[i];
            }
        };
    }
}
