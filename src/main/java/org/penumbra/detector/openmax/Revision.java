package org.penumbra.detector.openmax;

/**
 * What becomes of the activations of one input.
 *
 * @param distances     k, to the mean activations of each class
 * @param beyond        k, the share w of each class's tail that is nearer, 0 to 1
 * @param kept          k, omega: the share of each activation that stays, 0 to 1
 * @param activations   k, the activations times that
 * @param unknown       the activation of the unknown class: all that was taken from the others
 * @param probabilities k + 1, their softmax, the unknown class last
 */
public record Revision(
        double[] distances,
        double[] beyond,
        double[] kept,
        double[] activations,
        double unknown,
        double[] probabilities) {

    /** The class with the largest probability among the known ones. */
    public int likeliest() {
        int best = 0;
        for (int c = 1; c < activations.length; c++) {
            best = activations[c] > activations[best] ? c : best;
        }
        return best;
    }

    /** P(unknown). */
    public double unknownProbability() {
        return probabilities[probabilities.length - 1];
    }

    /**
     * The answer, or -1 for "unknown": where the unknown class has the largest probability, or no class has
     * {@code epsilon}.
     */
    public int answer(double epsilon) {
        int best = likeliest();
        double probability = probabilities[best];
        return unknownProbability() > probability || probability < epsilon ? -1 : best;
    }
}
