package org.penumbra.net;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a network says of some inputs, in one shape for the plane and for images, before anybody decides what it means. Parts
 * that were not asked for, or that the network does not have, are empty. All arrays are row-major and belong to the receiver;
 * nobody changes them afterwards.
 *
 * @param count      n, inputs
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param inputs     n x D
 * @param logits     n x units, before the softmax; units is k, or omega * k for COOL
 * @param scores     n x k, y: the softmax; for COOL the product over a class's units, which can exceed 1
 * @param code       n x width of the code, what the class head and the decoder see; for images 400 features of at least 0
 * @param errors     n, {@code ||r(x) - x||_2}, units of the input, at least 0
 * @param gamma      n, {@code 1/D * sum_i(dr_i/dx_i - 1)}, no unit
 */
public record Evidence(
        int count,
        int dimensions,
        int classes,
        float[] inputs,
        float[] logits,
        float[] scores,
        float[] code,
        float[] errors,
        double[] gamma) {

    private static final float[] NONE = {};
    private static final double[] NO_GAMMA = {};

    /** What may be known of an input. */
    public enum Part {
        INPUTS,
        LOGITS,
        SCORES,
        CODE,
        ERRORS,
        GAMMA
    }

    public Evidence {
        check("inputs", inputs.length, count, dimensions, dimensions);
        check("logits", logits.length, count, classes, Integer.MAX_VALUE);
        check("scores", scores.length, count, classes, classes);
        check("code", code.length, count, 1, Integer.MAX_VALUE);
        check("errors", errors.length, count, 1, 1);
        check("gamma", gamma.length, count, 1, 1);
    }

    private static void check(String part, int length, int count, int least, int most) {
        if (length == 0 || count == 0) {
            return;
        }
        int each = length / count;
        if (length % count != 0 || each < least || each > most) {
            throw new IllegalArgumentException(
                    part + ": " + length + " numbers do not fit " + count + " inputs of at least " + least + " each");
        }
    }

    /** Evidence of which nothing is known yet but its size; parts are added with the {@code with} methods. */
    public static Evidence of(int count, int dimensions, int classes) {
        return new Evidence(count, dimensions, classes, NONE, NONE, NONE, NONE, NONE, NO_GAMMA);
    }

    /** The same with the inputs themselves. */
    public Evidence withInputs(float[] known) {
        return new Evidence(count, dimensions, classes, known, logits, scores, code, errors, gamma);
    }

    /** The same with what the class head says; either may be empty. */
    public Evidence withOutputs(float[] knownLogits, float[] knownScores) {
        return new Evidence(count, dimensions, classes, inputs, knownLogits, knownScores, code, errors, gamma);
    }

    /** The same with the code. */
    public Evidence withCode(float[] known) {
        return new Evidence(count, dimensions, classes, inputs, logits, scores, known, errors, gamma);
    }

    /** The same with reconstruction errors; empty for a network without a decoder. */
    public Evidence withErrors(float[] known) {
        return new Evidence(count, dimensions, classes, inputs, logits, scores, code, known, gamma);
    }

    /** The same with curvatures. */
    public Evidence withGamma(double[] known) {
        return new Evidence(count, dimensions, classes, inputs, logits, scores, code, errors, known);
    }

    /** The parts that are there. */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (length(part) > 0) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Whether a part is there; always, where there are no inputs. */
    public boolean has(Part part) {
        return count == 0 || length(part) > 0;
    }

    /** Units a class has in the logits: 1, or omega for COOL. The logits must be there. */
    public int omega() {
        return logits.length / (count * classes);
    }

    /** The evidence of one input alone. */
    public Evidence row(int row) {
        return new Evidence(
                1,
                dimensions,
                classes,
                row(inputs, row),
                row(logits, row),
                row(scores, row),
                row(code, row),
                row(errors, row),
                gamma.length == 0 ? NO_GAMMA : new double[] {gamma[row]});
    }

    /** The evidence of some inputs, in this order. */
    public Evidence rows(int[] some) {
        double[] curvatures = new double[gamma.length == 0 ? 0 : some.length];
        for (int i = 0; i < curvatures.length; i++) {
            curvatures[i] = gamma[some[i]];
        }
        return new Evidence(
                some.length,
                dimensions,
                classes,
                rows(inputs, some),
                rows(logits, some),
                rows(scores, some),
                rows(code, some),
                rows(errors, some),
                curvatures);
    }

    private float[] rows(float[] all, int[] some) {
        int each = count == 0 ? 0 : all.length / count;
        float[] rows = new float[each * some.length];
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(all, some[i] * each, rows, i * each, each);
        }
        return rows;
    }

    /** The class with the highest score; the scores must be there. One that is not a number counts as the highest. */
    public int answer(int row) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            float score = scores[row * classes + k];
            if (score > scores[row * classes + best] || Float.isNaN(score)) {
                best = k;
            }
        }
        return best;
    }

    private float[] row(float[] all, int row) {
        int each = all.length / count;
        return each == 0 ? NONE : Arrays.copyOfRange(all, row * each, (row + 1) * each);
    }

    private int length(Part part) {
        return switch (part) {
            case INPUTS -> inputs.length;
            case LOGITS -> logits.length;
            case SCORES -> scores.length;
            case CODE -> code.length;
            case ERRORS -> errors.length;
            case GAMMA -> gamma.length;
        };
    }
}
