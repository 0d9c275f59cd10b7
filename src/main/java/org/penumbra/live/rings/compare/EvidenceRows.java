package org.penumbra.live.rings.compare;

import java.util.Arrays;
import org.penumbra.net.Evidence;

/** Some of the inputs of evidence, one after the other. */
final class EvidenceRows {

    private EvidenceRows() {}

    /** So many rows, from one on. */
    static Evidence of(Evidence all, int from, int rows) {
        if (from == 0 && rows == all.count()) {
            return all;
        }
        double[] gamma = all.gamma();
        return Evidence.of(rows, all.dimensions(), all.classes())
                .withInputs(some(all, all.inputs(), from, rows))
                .withOutputs(some(all, all.logits(), from, rows), some(all, all.scores(), from, rows))
                .withCode(some(all, all.code(), from, rows))
                .withErrors(some(all, all.errors(), from, rows))
                .withGamma(gamma.length == 0 ? gamma : Arrays.copyOfRange(gamma, from, from + rows));
    }

    private static float[] some(Evidence all, float[] numbers, int from, int rows) {
        int each = numbers.length / all.count();
        return Arrays.copyOfRange(numbers, from * each, (from + rows) * each);
    }
}
