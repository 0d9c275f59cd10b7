package org.penumbra.fooling;

import java.util.Arrays;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Victim;

/**
 * A victim whose optimum is known: {@code ln y~_t = -sum_i (x_i - c_t)^2}, with {@code c_0 = 0.25} and {@code c_1 = 0.75}. Its
 * constant factor can be chosen, as can whether it has a gradient.
 */
final class Hill implements Victim {

    private final int dimensions;
    private final boolean gradient;
    private final double factor;
    private int asked;
    private int mostAtOnce;

    Hill(int dimensions, boolean gradient, double factor) {
        this.dimensions = dimensions;
        this.gradient = gradient;
        this.factor = factor;
    }

    static double top(int target) {
        return target == 0 ? 0.25 : 0.75;
    }

    /** How often the constant factor was asked for. */
    int asked() {
        return asked;
    }

    int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public boolean hasGradient() {
        return gradient;
    }

    @Override
    public Judgement judge(float[] inputs, int[] targets, int count) {
        mostAtOnce = Math.max(mostAtOnce, count);
        double[] logScores = new double[count];
        float[] gradients = new float[count * dimensions];
        for (int row = 0; row < count; row++) {
            for (int i = row * dimensions; i < (row + 1) * dimensions; i++) {
                double difference = inputs[i] - top(targets[row]);
                logScores[row] -= difference * difference;
                gradients[i] = (float) (2 * difference);
            }
        }
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        double[] scores = Arrays.stream(logScores).map(Math::exp).toArray();
        return new Judgement(count, logScores, scores, ones, new double[count], gradients);
    }

    @Override
    public Judgement judgeWithGradient(float[] inputs, int[] targets, int count) {
        return gradient ? judge(inputs, targets, count) : Victim.super.judgeWithGradient(inputs, targets, count);
    }

    @Override
    public double constantFactor(float[] inputs, int row) {
        asked++;
        return factor;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
