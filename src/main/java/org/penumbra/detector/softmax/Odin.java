package org.penumbra.detector.softmax;

import org.penumbra.net.InputObjective;

/**
 * The highest probability at a temperature, after a small step of the input that makes the network surer of its own answer:
 * known inputs gain more by it than others. Source: Liang, Li and Srikant, "Enhancing The Reliability of Out-of-distribution
 * Image Detection in Neural Networks", ICLR 2018. It asks the network twice and once for a gradient, so it is a computation
 * for experiments and no detector that judges what a network has said.
 *
 * <p>The step is in the units of the input. Where inputs are divided by a standard deviation first, others divide the step by
 * it as well.
 *
 * @param temperature T; the authors take 1000, with which all scores lie within 1e-2 of 1/K
 * @param epsilon     length of the step along each direction of the input, at least 0; the authors take 0.0014
 */
public record Odin(Tempered temperature, double epsilon) {

    public Odin {
        if (!(epsilon >= 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException("step: expected a finite number of at least 0, but got " + epsilon);
        }
    }

    /** The slopes at the logits of {@code -ln p} of the network's own answer. */
    public double[] slopes(double[] logits) {
        double[] slopes = temperature.probabilities(logits);
        slopes[LogitScores.best(logits)] -= 1;
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] /= temperature.temperature();
        }
        return slopes;
    }

    /** {@link #slopes} for a network that carries them to its inputs. */
    public InputObjective objective(int classes) {
        return (row, logits, at, error, gradient) -> {
            double[] slopes = slopes(TemperedOutputs.row(logits, at, classes));
            for (int c = 0; c < classes; c++) {
                gradient[at + c] = (float) slopes[c];
            }
            return 0;
        };
    }

    /**
     * The input after the step.
     *
     * @param gradient of {@link #slopes}, at the input
     */
    public double[] moved(double[] input, double[] gradient) {
        double[] moved = new double[input.length];
        for (int i = 0; i < input.length; i++) {
            moved[i] = input[i] - epsilon * Math.signum(gradient[i]);
        }
        return moved;
    }

    /** The score, of what the network says of the input after the step. */
    public double score(double[] movedLogits) {
        return temperature.highest(movedLogits);
    }
}
