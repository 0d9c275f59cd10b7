package org.penumbra.detector;

import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;

/**
 * What a fitted detector says of some inputs. The logarithms of the scores say something also where a score is too small for
 * a number, and the ranking where an acceptance is as good as 0 or 1.
 *
 * @param count      n
 * @param classes    k
 * @param logScores  n x k, {@code ln s_c}, nats, row-major: how well the input fits class c; minus infinity where not at all
 * @param acceptance n, in [0, 1], or NaN: below the threshold the answer is "unknown"
 * @param ranking    n, larger for what is better known; only its order means something, and it does not saturate
 * @param factors    n, the factor that all scores of an input share and that is not the classifier's, in [0, 1]: c~ without
 *                   Gamma for the confidence, 1 where there is none
 */
public record Opinion(
        int count, int classes, double[] logScores, double[] acceptance, double[] ranking, double[] factors) {

    public Opinion {
        if (logScores.length != count * classes
                || acceptance.length != count
                || ranking.length != count
                || factors.length != count) {
            throw new IllegalArgumentException("arrays do not fit " + count + " inputs and " + classes + " classes");
        }
    }

    /** Room for what is said of so many inputs. */
    public static Opinion empty(int count, int classes) {
        return new Opinion(
                count, classes, new double[count * classes], new double[count], new double[count], new double[count]);
    }

    /**
     * Of a detector that takes the classifier's outputs times an acceptance of its own: {@code s_c = p_c * acceptance}.
     *
     * @param evidence   with logits
     * @param omega      units a class in them
     * @param acceptance n, in [0, 1], or NaN
     * @param ranking    n
     */
    public static Opinion ofOutputs(Evidence evidence, int omega, double[] acceptance, double[] ranking) {
        Opinion opinion = new Opinion(
                evidence.count(),
                evidence.classes(),
                new double[evidence.count() * evidence.classes()],
                acceptance,
                ranking,
                acceptance.clone());
        ClassScores scores = new ClassScores(evidence.classes(), omega);
        for (int row = 0; row < evidence.count(); row++) {
            int at = row * evidence.classes();
            scores.logScores(evidence.logits(), at * omega, opinion.logScores, at);
            for (int k = at; k < at + evidence.classes(); k++) {
                opinion.logScores[k] += Math.log(acceptance[row]);
            }
        }
        return opinion;
    }

    /** {@code ln s_c} of a row. */
    public double logScore(int row, int k) {
        return logScores[row * classes + k];
    }

    /** The class with the highest score; one that is not a number counts as the highest. */
    public int answer(int row) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            double score = logScores[row * classes + k];
            if (score > logScores[row * classes + best] || Double.isNaN(score)) {
                best = k;
            }
        }
        return best;
    }
}
