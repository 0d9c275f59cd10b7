package org.penumbra.fooling;

import org.penumbra.fooling.victim.Judgement;

/**
 * How good an image is for an attack; the greater, the better.
 *
 * <p>Where the target's score is held against the threshold, the score's logarithm alone. Where the victim's acceptance has a
 * threshold of its own: first whether the target is the answer; among those where it is not, the logarithm of its score;
 * among those where it is, how well known they look. The acceptance itself would not lead there: as a share of held-out
 * images it stands still far from them.
 *
 * @param answers whether the target is known to be the answer
 * @param value   log-score, or ranking
 * @param tie     the ranking, for images whose target has no score at all
 */
record Fitness(boolean answers, double value, double tie) implements Comparable<Fitness> {

    /** Of no image. */
    static final Fitness NONE = new Fitness(false, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** @param logScore of the target, with Gamma where it was computed */
    static Fitness of(Judgement judgement, int row, double logScore) {
        if (judgement.rankings().length == 0) {
            return new Fitness(false, logScore, 0);
        }
        double ranking = judgement.rankings()[row];
        return judgement.answers(row) ? new Fitness(true, ranking, ranking) : new Fitness(false, logScore, ranking);
    }

    @Override
    public int compareTo(Fitness other) {
        int order = Boolean.compare(answers, other.answers);
        order = order != 0 ? order : Double.compare(value, other.value);
        return order != 0 ? order : Double.compare(tie, other.tie);
    }
}
