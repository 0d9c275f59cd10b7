package org.penumbra.detector.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Roc;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Blobs;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PointSet;
import org.penumbra.data.plane.Rings;
import org.penumbra.data.plane.Spirals;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.fitting.PlaneDetectors;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

class TrueDensityTest {

    private static final List<PlaneData> KNOWN = List.of(
            Rings.paper(),
            new Rings(0.6, 0.3, List.of(new Position(0, 0), new Position(0.5, 0.2))),
            Moons.standard(),
            Blobs.standard());

    private static FitData fitData(PlaneData data) {
        return new FitData(
                evidence(data.sample(200, 1), data.classes()),
                data.sample(200, 1).labels(),
                evidence(data.sample(300, 2), data.classes()),
                data.sample(300, 2).labels());
    }

    private static Evidence evidence(PointSet points, int classes) {
        return evidence(points.points(), classes);
    }

    /** A network that knows nothing. */
    private static Evidence evidence(float[] points, int classes) {
        int count = points.length / 2;
        float[] scores = new float[count * classes];
        Arrays.fill(scores, 1f / classes);
        return Evidence.of(count, 2, classes).withInputs(points).withOutputs(new float[count * classes], scores);
    }

    @Test
    void theDensityOverThePlaneIsOne() {
        for (PlaneData data : KNOWN) {
            double sum = 0;
            double step = 0.005;
            for (double x = -3.5; x < 3.5; x += step) {
                for (double y = -3.5; y < 3.5; y += step) {
                    sum += Math.exp(data.logDensity(x, y)) * step * step;
                }
            }
            assertEquals(1, sum, 0.01, data.toString());
        }
    }

    @Test
    void allPointsHaveSomeDensityAndPlacesOffThemHaveNone() {
        for (PlaneData data : KNOWN) {
            PointSet points = data.sample(2000, 3);
            for (int i = 0; i < points.size(); i++) {
                assertTrue(data.logDensity(points.x(i), points.y(i)) > -20, data + ", point " + i);
            }
        }
        assertEquals(Double.NEGATIVE_INFINITY, Rings.paper().logDensity(-1, 1));
        assertTrue(Double.isFinite(Blobs.standard().logDensity(1e3, 1e3)), "a Gaussian ends nowhere");
        assertThrows(
                UnsupportedOperationException.class, () -> Spirals.standard().logDensity(0, 0));
    }

    @Test
    void knownPlacesAreToldFromOthersWithoutAFault() {
        Rings rings = Rings.paper();
        Fitted fitted = new TrueDensity(rings).fit(fitData(rings), FitWatcher.NONE);
        Opinion on = fitted.judge(evidence(rings.sample(300, 9), 3));
        float[] off = {-1, 1, 0, 0, 3, 3, -1, 1.55f, -1, 1.75f, -2.9f, -2.9f};
        Opinion beside = fitted.judge(evidence(off, 3));
        assertEquals(1, Roc.auroc(on.ranking(), beside.ranking()));
        for (double acceptance : on.acceptance()) {
            assertTrue(acceptance >= fitted.about().usualTau());
        }
        for (double acceptance : beside.acceptance()) {
            assertTrue(acceptance < fitted.about().usualTau());
        }
        assertTrue(beside.ranking()[3] > beside.ranking()[0], "nearer to the ring");
        Reason.Density reason = assertInstanceOf(Reason.Density.class, fitted.reason(evidence(off, 3), 0));
        assertEquals(0, reason.density());
        assertEquals(0.65, reason.distance(), 1e-6);
        assertFalse(fitted.verdict(evidence(off, 3), 0, 0.01).known());
    }

    @Test
    void itKeepsWhatEveryDetectorKeeps() {
        for (PlaneData data : KNOWN) {
            FitData given = fitData(data);
            Fitted fitted = new TrueDensity(data).fit(given, FitWatcher.NONE);
            FittedCheck.comesBackFromItsForm(fitted, given.heldOut());
            FittedCheck.judgesRowByRow(fitted, given.heldOut());
            FittedCheck.tellsAndStops(new TrueDensity(data), given);
        }
        Fitted rings = new TrueDensity(Rings.paper()).fit(fitData(Rings.paper()), FitWatcher.NONE);
        assertThrows(FormException.class, () -> Detectors.restore(rings.form().with("radius", -1)));
        assertThrows(FormException.class, () -> Detectors.restore(rings.form().with("least_log_density", Double.NaN)));
    }

    @Test
    void whereNoDensityIsKnownItRefuses() {
        FitData images = new ClusterData(3, 5).fitData(9, 9, 1);
        FitException none = assertThrows(
                FitException.class, () -> Detectors.named("density").fit(images, share -> true));
        assertTrue(none.getMessage().contains("inputs of 5 numbers"), none.getMessage());
        assertThrows(FitException.class, () -> Detectors.named("density").fit(fitData(Rings.paper()), share -> true));
        FitException spirals = assertThrows(
                FitException.class,
                () -> new TrueDensity(Spirals.standard()).fit(fitData(Spirals.standard()), FitWatcher.NONE));
        assertTrue(spirals.getMessage().contains("Spirals"), spirals.getMessage());
        assertEquals(new TrueDensity(Rings.paper()), PlaneDetectors.of(Detectors.named("density"), Rings.paper()));
        Rings elsewhere = new Rings(0.1, 0.1, List.of(new Position(9, 9), new Position(8, 9), new Position(9, 8)));
        FitException others = assertThrows(
                FitException.class, () -> new TrueDensity(elsewhere).fit(fitData(Rings.paper()), FitWatcher.NONE));
        assertTrue(others.getMessage().contains("density is 0 at all 300"), others.getMessage());
        Fitted fitted = new TrueDensity(Rings.paper()).fit(fitData(Rings.paper()), FitWatcher.NONE);
        assertThrows(EvidenceException.class, () -> fitted.judge(images.train()));
    }
}
