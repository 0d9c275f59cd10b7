package org.penumbra.detector.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.Roc;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Detector;
import org.penumbra.detector.Features;
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
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

/** Nearest neighbours among inputs and among codes: what they accept, remember and refuse. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NeighbourDetectorsTest {

    private static final ClusterData DATA = new ClusterData(3, 20);
    private static final FitData KNOWN = DATA.fitData(300, 200, 1);

    private static List<Detector> all() {
        return List.of(
                NearestNeighbours.KIND.usual(),
                Detectors.named("knn:features=code,bank=bytes,k=3"),
                Detectors.named("knn:score=votes"),
                DeepNeighbours.KIND.usual(),
                Detectors.named("deep-knn:bank=floats,k=1,images=100"));
    }

    @Test
    void whatHoldsForEveryDetectorHolds() {
        for (Detector detector : all()) {
            Fitted fitted = detector.fit(KNOWN, FitWatcher.NONE);
            FittedCheck.comesBackFromItsForm(fitted, DATA.inputs(40, 5, 1));
            FittedCheck.judgesRowByRow(fitted, DATA.inputs(40, 5, 2));
            FittedCheck.refusesBrokenForms(fitted);
            FittedCheck.tellsAndStops(detector, KNOWN);
        }
    }

    @Test
    void knownInputsAreAcceptedAndStrangersAreNot() {
        Evidence known = DATA.inputs(300, 9, 1);
        Evidence strangers = DATA.strangers(300, 10);
        for (Detector detector : all()) {
            Fitted fitted = detector.fit(KNOWN, FitWatcher.NONE);
            Opinion inside = fitted.judge(known);
            double tau = fitted.about().usualTau();
            int accepted = 0;
            for (int row = 0; row < 300; row++) {
                assertEquals(row % 3, inside.answer(row), detector.toString());
                accepted += inside.acceptance()[row] >= tau ? 1 : 0;
            }
            assertTrue(accepted >= 285, accepted + " of 300 known inputs accepted by " + detector);
            Opinion outside = fitted.judge(strangers);
            if (fitted.about().chosen("score").orElse("").equals("votes")) {
                // The vote does not know how far its voters are.
                assertTrue(Arrays.stream(outside.acceptance()).average().orElseThrow() > 0.5);
            } else {
                assertTrue(Arrays.stream(outside.acceptance()).max().orElseThrow() < tau, detector.toString());
                assertEquals(1, Roc.auroc(floats(inside.ranking()), floats(outside.ranking())), detector.toString());
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Test
    void theUsualThresholdRefusesOneHeldOutInputInAHundred() {
        for (String text : List.of("knn", "knn:features=code,k=20", "deep-knn")) {
            Fitted fitted = Detectors.named(text).fit(KNOWN, FitWatcher.NONE);
            double tau = fitted.about().usualTau();
            long refused = Arrays.stream(fitted.judge(KNOWN.heldOut()).acceptance())
                    .filter(acceptance -> acceptance < tau)
                    .count();
            assertTrue(refused <= 2 && refused >= 1, refused + " of 200 refused by " + text);
        }
        assertEquals(
                Conformal.USUAL_TAU,
                new DeepNeighbours(Keeping.BYTES, 10, 100).about().usualTau());
    }

    @Test
    void neighboursAreToldByTheirPlacesInTheTrainingSet() {
        int[] origins = IntStream.range(0, 300).map(row -> 5000 - 7 * row).toArray();
        FitData data = KNOWN.withOrigins(origins);
        for (String text : List.of("knn:images=150", "knn:features=code", "deep-knn:images=120,k=5")) {
            Fitted fitted = Detectors.named(text).fit(data, FitWatcher.NONE);
            Remembering remembering = (Remembering) fitted;
            Evidence asked = DATA.inputs(6, 12, 1);
            Reason.Neighbours reason = (Reason.Neighbours) fitted.reason(asked, 4);
            assertEquals(5, reason.rows().length);
            for (int i = 0; i < reason.rows().length; i++) {
                int row = (5000 - reason.rows()[i]) / 7;
                assertEquals(KNOWN.trainLabels()[row], reason.labels()[i]);
                assertEquals(1, reason.labels()[i]);
                int index = remembering.find(reason.rows()[i]).orElseThrow();
                assertEquals(reason.rows()[i], remembering.origin(index));
                assertEquals(1, remembering.label(index));
                float[] original = Arrays.copyOfRange(KNOWN.train().inputs(), row * 20, (row + 1) * 20);
                assertArrayEquals(original, remembering.recall(index), text.startsWith("deep") ? 0.05f : 0);
            }
            assertEquals(OptionalInt.empty(), remembering.find(4999));
            double share = reason.share();
            assertTrue(share > 0 && share <= 1, "share " + share);
        }
    }

    @Test
    void aLimitedBankKeepsTheSharesOfTheClasses() {
        int[] labels = IntStream.range(0, 300)
                .map(row -> row < 200 ? 0 : row < 290 ? 1 : 2)
                .toArray();
        FitData uneven = new FitData(KNOWN.train(), labels, KNOWN.heldOut(), KNOWN.heldOutLabels());
        Remembering bank = (Remembering) Detectors.named("knn:images=30").fit(uneven, FitWatcher.NONE);
        assertEquals(30, bank.remembered());
        int[] counts = new int[3];
        for (int i = 0; i < 30; i++) {
            counts[bank.label(i)]++;
        }
        assertArrayEquals(new int[] {20, 9, 1}, counts);
    }

    @Test
    void bytesCostLittleAndFloatsNothing() {
        Evidence asked = DATA.inputs(50, 3, 1);
        double[] exact = Detectors.named("deep-knn:bank=floats")
                .fit(KNOWN, FitWatcher.NONE)
                .judge(asked)
                .ranking();
        Fitted small = Detectors.named("deep-knn:bank=bytes").fit(KNOWN, FitWatcher.NONE);
        // Half a level of 20 numbers, of a code that is some 7 long, as a share of its length.
        assertArrayEquals(exact, small.judge(asked).ranking(), 1e-2);
        assertEquals(300 * 20, ((FormArray.Bytes) small.form().arrays().get("rows")).values().length);
    }

    @Test
    void anInputThatIsNoNumberIsNeitherKnownNorStrange() {
        float[] points = DATA.inputs(2, 3, 1).inputs().clone();
        points[3] = Float.NaN;
        Evidence broken = DATA.evidence(points);
        for (Detector detector : all()) {
            Fitted fitted = detector.fit(KNOWN, FitWatcher.NONE);
            Opinion opinion = fitted.judge(broken);
            assertTrue(Double.isNaN(opinion.acceptance()[0]), detector.toString());
            assertTrue(Double.isNaN(opinion.ranking()[0]), detector.toString());
            assertTrue(opinion.acceptance()[1] > 0, detector.toString());
            Reason.Neighbours reason = (Reason.Neighbours) fitted.reason(broken, 0);
            assertEquals(0, reason.rows().length);
            assertTrue(Double.isNaN(reason.share()));
            Verdict verdict = fitted.verdict(broken, 0, 0.5);
            assertEquals(Verdict.Doubt.NOT_A_NUMBER, verdict.doubt());
        }
    }

    @Test
    void aCodeWithoutDirectionCountsAsTheStrangest() {
        float[] zero = new float[20];
        Fitted fitted = DeepNeighbours.KIND.usual().fit(KNOWN, FitWatcher.NONE);
        Opinion opinion = fitted.judge(DATA.evidence(zero));
        assertEquals(-2, opinion.ranking()[0]);
        assertEquals(1.0 / 201, opinion.acceptance()[0], 1e-12);
        float[] some = KNOWN.train().code().clone();
        Arrays.fill(some, 0, 5 * 20, 0);
        FitData data = new FitData(DATA.evidence(some), KNOWN.trainLabels(), KNOWN.heldOut(), KNOWN.heldOutLabels());
        assertEquals(295, ((Remembering) DeepNeighbours.KIND.usual().fit(data, FitWatcher.NONE)).remembered());
    }

    @Test
    void tooFewInputsAreRefused() {
        FitData few = DATA.fitData(5, 20, 1);
        FitException refused = assertThrows(
                FitException.class, () -> NearestNeighbours.KIND.usual().fit(few, FitWatcher.NONE));
        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "nearest neighbours: training inputs: expected at least 6, one more than neighbours "
                                        + "that are looked for, but there are 5"),
                refused.getMessage());
        FitData empty = FitData.of(DATA.evidence(new float[20 * 30]), new int[30]);
        FitException nowhere = assertThrows(
                FitException.class, () -> DeepNeighbours.KIND.usual().fit(empty, FitWatcher.NONE));
        assertTrue(nowhere.getMessage().contains("there are 0 whose code is not 0 throughout"), nowhere.getMessage());
    }

    @Test
    void equalInputsAreRefused() {
        float[] points = new float[20 * 30];
        Arrays.fill(points, 0.5f);
        FitData equal = FitData.of(DATA.evidence(points), new int[30]);
        FitException near = assertThrows(
                FitException.class, () -> NearestNeighbours.KIND.usual().fit(equal, FitWatcher.NONE));
        assertTrue(near.getMessage().contains("expected training inputs that differ"), near.getMessage());
        FitException deep = assertThrows(
                FitException.class, () -> DeepNeighbours.KIND.usual().fit(equal, FitWatcher.NONE));
        assertTrue(deep.getMessage().contains("expected known inputs whose codes differ"), deep.getMessage());
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        float[] train = KNOWN.train().inputs().clone();
        train[77] = Float.NaN;
        float[] heldOut = KNOWN.heldOut().inputs().clone();
        heldOut[3] = Float.POSITIVE_INFINITY;
        for (Detector detector : all()) {
            for (FitData data : List.of(
                    new FitData(DATA.evidence(train), KNOWN.trainLabels(), KNOWN.heldOut(), KNOWN.heldOutLabels()),
                    new FitData(KNOWN.train(), KNOWN.trainLabels(), DATA.evidence(heldOut), KNOWN.heldOutLabels()))) {
                FitException refused = assertThrows(FitException.class, () -> detector.fit(data, FitWatcher.NONE));
                assertTrue(refused.getMessage().contains("expected finite numbers"), refused.getMessage());
            }
        }
    }

    @Test
    void evidenceThatLacksAPartIsRefused() {
        Evidence blind = Evidence.of(30, 20, 3).withErrors(new float[30]);
        FitException refused = assertThrows(
                FitException.class, () -> DeepNeighbours.KIND.usual().fit(blind, new int[30]));
        assertEquals(EnumSet.of(Evidence.Part.CODE, Evidence.Part.LOGITS), refused.missing());
        assertEquals(
                EnumSet.of(Evidence.Part.INPUTS), NearestNeighbours.KIND.usual().needs());
        assertEquals(
                EnumSet.of(Evidence.Part.CODE),
                new NearestNeighbours(Features.CODE, NearestNeighbours.Score.DISTANCE, Keeping.FLOATS, 5, 100).needs());
    }

    @Test
    void formsWhoseValuesDoNotFitTogetherAreRefused() {
        Fitted fitted = Detectors.named("deep-knn:k=3,images=20").fit(KNOWN, FitWatcher.NONE);
        FittedForm form = fitted.form();
        byte[] rows = ((FormArray.Bytes) form.arrays().get("rows")).values();
        List<FittedForm> broken = List.of(
                form.with("k", 20),
                form.with("k", 2.5),
                form.with("images", 19),
                form.with("rows", new FormArray.Bytes(new byte[0], 0, 20)),
                form.with("rows", new FormArray.Bytes(rows, 40, 10)),
                form.with("rows", new FormArray.Floats(new float[400], 20, 20)),
                form.with("low", new FormArray.Floats(new float[20], 20))
                        .with("rows", new FormArray.Bytes(new byte[400], 20, 20)),
                form.with("step", new FormArray.Floats(filled(20, -1f), 20)),
                form.with("step", new FormArray.Floats(filled(20, Float.MAX_VALUE), 20)),
                form.with("labels", new FormArray.Integers(filled(20, 3), 20)),
                form.with("origins", new FormArray.Integers(filled(20, -1), 20)));
        for (FittedForm one : broken) {
            assertThrows(FormException.class, () -> Detectors.restore(one), one.toString());
        }
        FittedForm knn =
                NearestNeighbours.KIND.usual().fit(KNOWN, FitWatcher.NONE).form();
        for (FittedForm one : List.of(
                knn.with("scale", 0),
                knn.with("usual_tau", 0),
                knn.with("usual_tau", 1.1),
                knn.with("rows", new FormArray.Floats(new float[300 * 19], 300, 19)))) {
            assertThrows(FormException.class, () -> Detectors.restore(one), one.toString());
        }
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    private static int[] filled(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }
}
