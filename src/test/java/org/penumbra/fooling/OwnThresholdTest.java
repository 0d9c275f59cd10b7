package org.penumbra.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.descent.PlainDescent;
import org.penumbra.fooling.encoding.DirectEncoding;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.fooling.victim.Victim;

/** What counts as fooled where a detector's acceptance has a scale of its own. */
class OwnThresholdTest {

    private static final double OWN = 0.01;

    /**
     * Its answer is 1 where the first number is above a half, its acceptance a step: 0.5 where the second number is below
     * 0.2, else next to nothing. Only the ranking leads there.
     */
    private record Steps(boolean gradient) implements Victim {

        @Override
        public int dimensions() {
            return 2;
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
        public Threshold threshold(double tau) {
            return new Threshold(OWN, false);
        }

        @Override
        public Judgement judge(float[] inputs, int[] targets, int count) {
            Judgement made = new Judgement(
                    count,
                    new double[count],
                    new double[count],
                    new double[count],
                    new double[count],
                    new float[2 * count],
                    new byte[count],
                    new double[count],
                    new double[count]);
            for (int row = 0; row < count; row++) {
                double one = inputs[2 * row];
                double probability = targets[row] == 1 ? one : 1 - one;
                made.answers()[row] = (byte) ((one > 0.5 ? 1 : 0) == targets[row] ? 1 : 0);
                made.acceptances()[row] = inputs[2 * row + 1] < 0.2 ? 0.5 : 1e-4;
                made.rankings()[row] = -inputs[2 * row + 1];
                made.probabilities()[row] = probability;
                made.logScores()[row] = Math.log(probability * made.acceptances()[row]);
                made.gradients()[2 * row] = targets[row] == 1 ? -1 : 1;
                made.gradients()[2 * row + 1] = 1;
            }
            return made;
        }

        @Override
        public Judgement judgeWithGradient(float[] inputs, int[] targets, int count) {
            return judge(inputs, targets, count);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Test
    void theTargetMustBeTheAnswerAndTheAcceptanceReachTheDetectorsThreshold() {
        Threshold own = new Threshold(OWN, false);
        assertEquals(0.3, own.held(0.02, true, 0.3));
        assertEquals(0, own.held(0.4, false, 0.9), "another class is the answer");
        assertTrue(own.reached(own.held(1e-9, true, 0.01)));
        assertFalse(own.reached(own.held(0.9, true, 0.009)));
        Threshold paper = Threshold.of(new MaxSoftmax().about(), 0.8);
        assertEquals(Threshold.ofScore(0.8), paper, "a softmax lies on the scale of tau");
        assertEquals(0.7, paper.held(0.7, false, 0.9), "the paper asks for the target's score alone");
    }

    @Test
    void besideOthersItsThresholdLiesWhereTauDoes() {
        Threshold own = new Threshold(OWN, false);
        assertEquals(0, own.beside(0, 0.9));
        assertEquals(0.45, own.beside(0.005, 0.9), 1e-12);
        assertEquals(0.9, own.beside(0.01, 0.9), 1e-12);
        assertEquals(1, own.beside(1, 0.9), 1e-12);
        assertEquals(1, new Threshold(1, false).beside(1, 0.9));
        assertEquals(0.3, Threshold.ofScore(0.9).beside(0.3, 0.9));
    }

    @Test
    void bothAttacksEndAtTheDetectorsThresholdWhateverTauIs() {
        for (Attack attack :
                List.of(new GradientAttack(new PlainDescent(0.05)), EvolutionAttack.of(new DirectEncoding()))) {
            List<Trial> trials =
                    WholeRun.of(attack.start(new Steps(true), new FoolingSettings(List.of(0, 1), 6, 0.99, 2000, 5)));
            for (Trial trial : trials) {
                assertEquals(Outcome.FOOLED, trial.outcome(), trial.toString());
                assertEquals(0.5, trial.score(), trial.toString());
                assertEquals(0.5, trial.bestScore());
                assertEquals(trial.target(), trial.image()[0] > 0.5f ? 1 : 0, "the answer");
                assertTrue(trial.image()[1] < 0.2f, "known");
            }
        }
    }

    @Test
    void beforeItIsTheAnswerTheScoreLeadsAndThenTheRanking() {
        Fitness unlikely = fitness(0, -9, -1);
        Fitness likelier = fitness(0, -5, -7);
        Fitness answer = fitness(1, -8, -7);
        Fitness known = fitness(1, -9, -6);
        assertTrue(unlikely.compareTo(likelier) < 0);
        assertTrue(likelier.compareTo(answer) < 0);
        assertTrue(answer.compareTo(known) < 0);
        double nothing = Double.NEGATIVE_INFINITY;
        assertTrue(fitness(0, nothing, -2).compareTo(fitness(0, nothing, -1)) < 0, "no score at all: the ranking");
    }

    private static Fitness fitness(int answers, double logScore, double ranking) {
        double[] one = {0};
        Judgement judgement = new Judgement(
                1, one, one, one, one, new float[0], new byte[] {(byte) answers}, one, new double[] {ranking});
        return Fitness.of(judgement, 0, logScore);
    }

    @Test
    void withoutAGradientTheAttackSaysToBreed() {
        FoolingException none = assertThrows(
                FoolingException.class,
                () -> GradientAttack.paper().start(new Steps(false), new FoolingSettings(List.of(0), 1, 0.9, 9, 1)));
        assertTrue(none.getMessage().contains("evolution"), none.getMessage());
    }
}
