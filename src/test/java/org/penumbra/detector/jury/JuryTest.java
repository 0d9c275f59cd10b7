package org.penumbra.detector.jury;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.metric.Separation;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

/** What several detectors say together. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JuryTest {

    private static final ClusterData DATA = new ClusterData(3, 20);
    private static final FitData KNOWN = known(300, 400, 1);

    private static FitData known(int train, int heldOut, long seed) {
        FitData data = DATA.fitData(train, heldOut, seed);
        return new FitData(
                withErrors(data.train(), seed, 1), data.trainLabels(),
                withErrors(data.heldOut(), seed + 1, 1), data.heldOutLabels());
    }

    /** With errors of some size. */
    private static Evidence withErrors(Evidence evidence, long seed, double size) {
        Random random = new Random(seed);
        float[] errors = new float[evidence.count()];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = (float) (size * (2 + 0.3 * random.nextGaussian()));
        }
        return evidence.withErrors(errors);
    }

    private static List<Fitted> all() {
        List<Fitted> all = new ArrayList<>();
        for (Combine combine : Combine.values()) {
            for (Members members : Members.values()) {
                all.add(new Jury(combine, members).fit(KNOWN, FitWatcher.NONE));
            }
        }
        return all;
    }

    @Test
    void whatHoldsForEveryDetectorHolds() {
        for (Fitted fitted : all()) {
            FittedCheck.comesBackFromItsForm(fitted, withErrors(DATA.inputs(40, 5, 1), 5, 1));
            FittedCheck.judgesRowByRow(fitted, withErrors(DATA.inputs(40, 5, 2), 5, 1.2));
        }
        Fitted usual = Jury.KIND.usual().fit(KNOWN, FitWatcher.NONE);
        FittedCheck.refusesBrokenForms(usual);
        FittedCheck.tellsAndStops(Jury.KIND.usual(), KNOWN);
    }

    @Test
    void theUsualThresholdRefusesOneHeldOutInputInAHundredHoweverManyJurorsThereAre() {
        for (Fitted fitted : all()) {
            double tau = fitted.about().usualTau();
            long refused = Arrays.stream(fitted.judge(KNOWN.heldOut()).acceptance())
                    .filter(acceptance -> acceptance < tau)
                    .count();
            assertTrue(refused >= 3 && refused <= 4, refused + " of 400 refused by " + fitted.about());
        }
    }

    @Test
    void whatOneJurorDoesNotSeeAnotherDoes() {
        // Inputs like any other, but for an error the autoencoder never makes; and strangers it gives back well.
        Evidence illDrawn = withErrors(DATA.inputs(60, 8, 1), 8, 3);
        Evidence strangers = withErrors(DATA.strangers(60, 9), 9, 1);
        Evidence fresh = withErrors(DATA.inputs(300, 10, 1), 10, 1);
        for (Combine combine : Combine.values()) {
            Fitted fitted = new Jury(combine, Members.WITH_ERROR).fit(KNOWN, FitWatcher.NONE);
            Opinion known = fitted.judge(fresh);
            long accepted =
                    Arrays.stream(known.acceptance()).filter(one -> one >= 0.01).count();
            assertTrue(accepted >= 285, combine + ": " + accepted + " of 300 accepted");
            for (Evidence unknown : List.of(illDrawn, strangers)) {
                double[] ranking = fitted.judge(unknown).ranking();
                double auroc = new Separation(known.ranking(), ranking).auroc();
                // To a product one objection of four counts least.
                assertTrue(auroc > 0.9, combine + ": AUROC " + auroc);
            }
        }
        Fitted strict = new Jury(Combine.LEAST, Members.WITH_ERROR).fit(KNOWN, FitWatcher.NONE);
        double most = Arrays.stream(strict.judge(illDrawn).acceptance()).max().orElseThrow();
        assertTrue(most < strict.about().usualTau(), "one objection is enough where the least counts: " + most);
    }

    @Test
    void theReasonNamesTheStrictestJuror() {
        Fitted fitted = new Jury(Combine.PRODUCT, Members.WITH_ERROR).fit(KNOWN, FitWatcher.NONE);
        Evidence illDrawn = withErrors(DATA.inputs(3, 8, 1), 8, 3);
        Reason.Jurors reason = (Reason.Jurors) fitted.reason(illDrawn, 1);
        assertEquals(4, reason.jurors().size());
        assertEquals("reconstruction error", reason.strictest().name());
        assertEquals(1.0 / 401, reason.strictest().share(), 1e-12);
    }

    @Test
    void theLeastShareGoesFirstAndTheOthersBreakTies() {
        long seed = 4;
        Random random = new Random(seed);
        int heldOut = 5000;
        for (int round = 0; round < 2000; round++) {
            double[] one = shares(random, heldOut);
            double[] other = shares(random, heldOut);
            if (round % 2 == 0) {
                other[random.nextInt(3)] = least(one);
                for (int i = 0; i < 3; i++) {
                    other[i] = Math.max(other[i], least(one));
                }
            }
            double difference = Combine.LEAST.score(one, null, heldOut) - Combine.LEAST.score(other, null, heldOut);
            double expected = least(one) - least(other);
            if (expected == 0) {
                expected = Combine.PRODUCT.score(one, null, heldOut) - Combine.PRODUCT.score(other, null, heldOut);
            }
            assertEquals(Math.signum(expected), Math.signum(difference), "seed " + seed + ", round " + round);
        }
    }

    private static double[] shares(Random random, int heldOut) {
        double[] shares = new double[3];
        // Steps at both ends, where they are closest together and farthest apart.
        Arrays.setAll(
                shares,
                i -> (random.nextBoolean() ? 1 + random.nextInt(20) : heldOut + 1 - random.nextInt(20))
                        / (heldOut + 1.0));
        return shares;
    }

    private static double least(double[] shares) {
        return Arrays.stream(shares).min().orElseThrow();
    }

    @Test
    void productAndStandardAreWhatTheirNamesSay() {
        double[] shares = {0.5, 0.1, 0.02};
        assertEquals(Math.log(0.5 * 0.1 * 0.02) / 3, Combine.PRODUCT.score(shares, null, 10), 1e-12);
        assertEquals(-1, Combine.STANDARD.score(shares, new double[] {4, -1, -2}, 10), 1e-12);
        JurorScale scale = JurorScale.of(new double[] {3, 1, 2, Double.NEGATIVE_INFINITY});
        assertEquals(2, scale.mean());
        assertEquals(3 / Math.sqrt(2.0 / 3), scale.standard(5), 1e-12);
        assertEquals(4.0 / 5, scale.known().share(2.5), 1e-12);
        assertEquals(1, JurorScale.of(new double[] {7, 7}).spread());
        for (Combine combine : Combine.values()) {
            assertTrue(Double.isNaN(
                    combine.score(new double[] {0.5, Double.NaN, 0.1}, new double[] {1, Double.NaN, 0}, 10)));
        }
    }

    @Test
    void whereNothingWasHeldOutEveryFifthInputIs() {
        FitData data = FitData.of(KNOWN.train(), KNOWN.trainLabels());
        Fitted fitted = Jury.KIND.usual().fit(data, FitWatcher.NONE);
        assertEquals(60, ((FittedJury) fitted).known().heldOut().length);
        Opinion fresh = fitted.judge(withErrors(DATA.inputs(300, 12, 1), 12, 1));
        double mean = Arrays.stream(fresh.acceptance()).average().orElseThrow();
        // Shares of fresh inputs are as good as evenly spread.
        assertEquals(0.5, mean, 0.1);
    }

    @Test
    void anInputThatIsNoNumberIsNeitherKnownNorStrange() {
        float[] points = DATA.inputs(2, 3, 1).inputs().clone();
        points[3] = Float.NaN;
        Evidence broken = withErrors(DATA.evidence(points), 3, 1);
        for (Fitted fitted : all()) {
            Opinion opinion = fitted.judge(broken);
            assertTrue(Double.isNaN(opinion.acceptance()[0]), fitted.about().toString());
            assertTrue(opinion.acceptance()[1] > 0);
            assertEquals(
                    Verdict.Doubt.NOT_A_NUMBER, fitted.verdict(broken, 0, 0.5).doubt());
        }
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        FitData blind = DATA.fitData(50, 50, 1);
        FitException missing = assertThrows(
                FitException.class, () -> new Jury(Combine.LEAST, Members.THREE).fit(blind, FitWatcher.NONE));
        assertEquals(EnumSet.of(Evidence.Part.ERRORS), missing.missing());
        assertEquals(
                EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.CODE, Evidence.Part.ERRORS),
                Jury.KIND.usual().needs());
        Evidence several = Evidence.of(30, 20, 3)
                .withCode(new float[600])
                .withOutputs(new float[30 * 6], new float[90])
                .withErrors(new float[30]);
        FitException cool =
                assertThrows(FitException.class, () -> Jury.KIND.usual().fit(several, new int[30]));
        assertTrue(cool.getMessage().contains("expected one a class"), cool.getMessage());
        FitData few = FitData.of(withErrors(DATA.inputs(4, 1, 1), 1, 1), new int[4]);
        FitException none =
                assertThrows(FitException.class, () -> Jury.KIND.usual().fit(few, FitWatcher.NONE));
        assertTrue(none.getMessage().contains("none is left to hold out"), none.getMessage());
    }

    @Test
    void aFormWithOtherJurorsIsRefused() {
        FittedForm form = Jury.KIND.usual().fit(KNOWN, FitWatcher.NONE).form();
        List<FittedForm> parts = form.parts();
        List<FittedForm> turned = new ArrayList<>(parts);
        Collections.reverse(turned);
        FitData narrow = narrow();
        FittedForm other = Jury.KIND.usual().fit(narrow, FitWatcher.NONE).form();
        int jurors = parts.size();
        double[] descending = new double[jurors * 400];
        Arrays.setAll(descending, i -> -i);
        for (FittedForm broken : List.of(
                form.withParts(List.of()),
                form.withParts(parts.subList(1, jurors)),
                form.withParts(turned),
                form.withParts(other.parts()),
                form.with("rankings", new FormArray.Doubles(descending, jurors, 400)),
                form.with("rankings", new FormArray.Doubles(new double[jurors * 399], jurors, 399)))) {
            assertThrows(FormException.class, () -> Detectors.restore(broken));
        }
    }

    private static FitData narrow() {
        FitData data = new ClusterData(3, 18).fitData(100, 100, 1);
        return new FitData(
                withErrors(data.train(), 1, 1), data.trainLabels(),
                withErrors(data.heldOut(), 2, 1), data.heldOutLabels());
    }
}
