package org.penumbra.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.Reason;

/** What is said of reasons, word by word. */
class ReasonWordsTest {

    private static final ReasonWords DIGITS = ReasonWords.ofImages(
            IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    private static final ReasonWords CLOTHES = ReasonWords.ofImages(List.of("shirt", "coat"));
    private static final Verdict KNOWN = new Verdict(7, 0.4, 0.01, 0.9, 1, 1);
    private static final Verdict UNKNOWN = new Verdict(7, 0.001, 0.01, 0.9, 1, 1);

    @Test
    void neighboursAreNamedAndHeldAgainstThoseOfOthers() {
        Reason.Neighbours mixed = new Reason.Neighbours(new int[5], new int[] {7, 1, 7, 9, 7}, new double[5], 0.01);
        assertEquals(
                "unknown: the 5 nearest training images are 7, 1, 7, 9, 7, but all farther than 99 % of digits have theirs",
                DIGITS.sentence(mixed, UNKNOWN));
        Reason.Neighbours alike = new Reason.Neighbours(new int[3], new int[] {7, 7, 7}, new double[3], 0.423);
        assertEquals(
                "7: the 3 nearest training images are all 7, and no farther than usual: 42 % of digits have theirs at least "
                        + "as far",
                DIGITS.sentence(alike, KNOWN));
        Reason.Neighbours one = new Reason.Neighbours(new int[1], new int[] {1}, new double[1], 0.0004);
        assertEquals(
                "the nearest training image is coat, but farther than 99.9 % of known images have theirs",
                CLOTHES.why(one, UNKNOWN));
        assertEquals(
                "the nearest training point is class 1, but farther than 99.9 % of known points have theirs",
                ReasonWords.ofPoints(2).why(one, UNKNOWN));
    }

    @Test
    void nothingIsSaidOfAllWhereItIsTrueOfNearlyAll() {
        Reason.Distance rare = new Reason.Distance(3, 812.34, 1e-6);
        assertEquals(
                "the nearest class is 3, but 99.9 % of digits are nearer to theirs (812.3 squared standard deviations)",
                DIGITS.why(rare, UNKNOWN));
    }

    @Test
    void eachReasonHasItsClause() {
        assertEquals("the classifier's highest output, for 7, is 0.900", DIGITS.why(new Reason.Outputs(0.9), KNOWN));
        Verdict blurred = new Verdict(7, 0.3, 0.9, 0.99, 0.31, 1);
        assertEquals(
                "the confidence 0.31 is below 0.90, because the reconstruction error is large",
                DIGITS.why(new Reason.Factors(blurred), blurred));
        assertEquals(
                "it lies outside the boundary of every class, even of 7 (f = \u22120.25, above 0 inside)",
                DIGITS.why(new Reason.Boundary(7, -0.25), UNKNOWN));
        assertEquals(
                "it lies inside the boundary of 7 (f = +0.25, above 0 inside)",
                DIGITS.why(new Reason.Boundary(7, 0.25), KNOWN));
        assertEquals(
                "it lies outside the boundary round all digits (f = \u22120.25, above 0 inside)",
                DIGITS.why(new Reason.Boundary(-1, -0.25), UNKNOWN));
        assertEquals(
                "its score +3.00 lies beyond the far plane of 7 at +2.00",
                DIGITS.why(new Reason.Slab(7, 3, 1, 2), UNKNOWN));
        assertEquals(
                "its score \u22121.00 falls short of the near plane of 7 at +1.00",
                DIGITS.why(new Reason.Slab(7, -1, 1, 2), UNKNOWN));
        assertEquals(
                "its score +1.50 lies between the planes of 7, +1.00 and +2.00",
                DIGITS.why(new Reason.Slab(7, 1.5, 1, 2), KNOWN));
        assertEquals(
                "7 fits best: it is near that class at all with a probability of 0.001, one of it with 0.800, and none of the "
                        + "others with 0.900",
                DIGITS.why(new Reason.Tails(7, 0.8, 0.9, 0.001), UNKNOWN));
        assertEquals(
                "its activations lie 4.20 from the mean of 7, farther than 98 % of that class's far tail, and the unknown "
                        + "class gets 0.710",
                DIGITS.why(new Reason.Activations(7, 4.2, 0.98, 0.71), UNKNOWN));
        assertEquals(
                "all outputs together have the energy score 3.10, and 99 % of digits have a higher one",
                DIGITS.why(new Reason.Energy(3.1, 0.01), UNKNOWN));
        assertEquals(
                "the autoencoder gives it back with an error of 6.53, and 99 % of digits have a smaller one",
                DIGITS.why(new Reason.Reconstruction(6.53, 0.01, false), UNKNOWN));
        assertEquals(
                "the autoencoder gives it back with an error of 2.10, no larger than usual: 42 % of digits have at least this "
                        + "one",
                DIGITS.why(new Reason.Reconstruction(2.1, 0.42, false), KNOWN));
        assertEquals(
                "the autoencoder gives it back with an error of 0.40, and 99 % of digits have one nearer to the middle of theirs",
                DIGITS.why(new Reason.Reconstruction(0.4, 0.01, true), UNKNOWN));
        assertEquals(
                "the autoencoder gives it back with an error of 2.10, as usual: 42 % of digits have one at least as far from the "
                        + "middle",
                DIGITS.why(new Reason.Reconstruction(2.1, 0.42, true), KNOWN));
        assertEquals(
                "the autoencoder gives it back with an error of 3.10 at a length of 9.20, and 99 % of digits have a smaller one "
                        + "for theirs",
                DIGITS.why(new Reason.RelativeReconstruction(3.1, 9.2, 0.01), UNKNOWN));
        assertEquals(
                "the autoencoder gives it back with an error of 3.10 at a length of 9.20, no larger than usual for its length: "
                        + "42 % of digits have at least this one for theirs",
                DIGITS.why(new Reason.RelativeReconstruction(3.1, 9.2, 0.42), KNOWN));
        assertEquals(
                "the network gives the background, which it learnt besides its classes, a probability of 0.930",
                DIGITS.why(new Reason.Background(0.93), UNKNOWN));
        assertEquals(
                "the density of the data is 0.000200 there, and the nearest place that has data is 1.20 away",
                DIGITS.why(new Reason.Density(0.0002, 1.2), UNKNOWN));
        Reason.Jurors jury =
                new Reason.Jurors(List.of(new Reason.Juror("max softmax", 0.4), new Reason.Juror("deep k-NN", 0.0005)));
        assertEquals(
                "to the strictest juror, deep k-NN, only 0.050 % of digits look this strange",
                DIGITS.why(jury, UNKNOWN));
        assertEquals(
                "even the strictest juror, deep k-NN, finds that 0.050 % of digits look at least this strange",
                DIGITS.why(jury, KNOWN));
    }

    @Test
    void everyKindOfReasonIsSaid() {
        assertEquals(14, Reason.class.getPermittedSubclasses().length, "a new reason needs its words");
    }

    @Test
    void anAnswerThatIsNoNumberIsSaidToBeNone() {
        Verdict nothing = new Verdict(7, Double.NaN, 0.9, Double.NaN, 1, 1);
        assertTrue(DIGITS.sentence(new Reason.Outputs(Double.NaN), nothing).endsWith("is not a number"));
    }
}
