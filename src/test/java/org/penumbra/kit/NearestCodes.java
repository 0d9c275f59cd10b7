package org.penumbra.kit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.OutputScores;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * A detector without a gradient whose acceptance has a scale of its own: exp(-distance to the nearest of some codes), which it
 * compares one by one. As slow as an honest one, and good for tests of whoever attacks detectors.
 *
 * @param codes   row by row, as long as the network's
 * @param width   of a code
 * @param classes k
 * @param tau     usual threshold on the acceptance
 */
public record NearestCodes(float[] codes, int width, int classes, double tau) implements Fitted {

    /** Its name in files and menus. */
    public static final String ID = "nearest-codes";

    /** With so many codes drawn at random, each number between 0 and 1. */
    public static NearestCodes random(int count, int classes, double tau) {
        SplittableRandom random = new SplittableRandom(7);
        float[] codes = new float[count * 400];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (float) random.nextDouble();
        }
        return new NearestCodes(codes, 400, classes, tau);
    }

    @Override
    public Description about() {
        return new Description(
                ID, "nearest codes", "p", "how near the nearest code is", "a test, 2026", tau, List.of());
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.CODE);
    }

    @Override
    public Opinion judge(Evidence evidence) {
        double[] acceptance = new double[evidence.count()];
        double[] ranking = new double[evidence.count()];
        for (int row = 0; row < evidence.count(); row++) {
            ranking[row] = -nearest(evidence.code(), row * width);
            acceptance[row] = Math.exp(ranking[row]);
        }
        return Opinion.ofOutputs(evidence, 1, acceptance, ranking);
    }

    private double nearest(float[] code, int at) {
        float least = Float.MAX_VALUE;
        for (int from = 0; from < codes.length; from += width) {
            float sum = 0;
            for (int i = 0; i < width; i++) {
                float difference = codes[from + i] - code[at + i];
                sum += difference * difference;
            }
            least = Math.min(least, sum);
        }
        return Math.sqrt(least);
    }

    @Override
    public FittedForm form() {
        return FittedForm.of(about(), 1, classes, 1);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        return new OutputScores(about(), classes, 1).reason(evidence, row);
    }
}
