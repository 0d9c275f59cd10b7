package org.penumbra.live.rings.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.Await.await;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.FarAway;
import org.penumbra.confidence.OnOff;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.detector.Detector;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.confidence.ConfidenceDetector;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.rings.RingsSession;
import org.penumbra.net.Evidence;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.net.plane.PlaneTrainingSettings;

/** Detectors beside the training, without a screen. */
@Timeout(120)
class CompareSessionTest {

    private static final Grid GRID = new Grid(PlaneRegion.STANDARD, 60, 60);
    private static final PlaneSetup SETUP = new PlaneSetup(
            new Rings(0.6, 0.1, List.of(new Position(-1, 1), new Position(1, 1), new Position(1, -1))),
            300,
            new DenseSettings(List.of(16, 16), Activation.RELU),
            new PlaneTrainingSettings(1e-3, 0.15, 10, 64),
            5);

    private final RingsSession session = new RingsSession(SETUP, GRID, new ConfidenceSettings(20, 2, 0.5));
    private final CompareEngine comparing = session.comparing();
    private final SlowDetector slow = new SlowDetector("slow", Evidence.Part.LOGITS);
    private final SlowDetector plain = new SlowDetector("plain", Evidence.Part.INPUTS);

    @AfterEach
    void close() throws InterruptedException {
        session.close();
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "both threads must end");
    }

    @Test
    void twoDetectorsAreFittedAndJudgeThePlaneOfAPausedNetwork() {
        session.step(30);
        await(() -> session.status().step() == 30, "30 steps");
        comparing.compare(Map.of(Side.LEFT, new MaxSoftmax(), Side.RIGHT, ConfidenceDetector.KIND.usual()));
        ComparedFrame left = finest(Side.LEFT, new MaxSoftmax());
        ComparedFrame right = finest(Side.RIGHT, ConfidenceDetector.KIND.usual());
        assertEquals(30, left.step());
        try (PlaneTraining training = new PlaneTraining(SETUP)) {
            for (int i = 0; i < 30; i++) {
                training.step();
            }
            Evidence evidence = training.network().evidence(GRID.points(), GRID.size());
            Opinion expected = new MaxSoftmax().of(3).judge(evidence);
            Opinion confidence = right.fitted().orElseThrow().judge(evidence);
            for (int cell = 0; cell < GRID.size(); cell++) {
                assertEquals(expected.acceptance()[cell], left.acceptance()[cell], 1e-6, "cell " + cell);
                assertEquals(confidence.acceptance()[cell], right.acceptance()[cell], 1e-6, "cell " + cell);
            }
            Grid whole = new Grid(PlaneRegion.STANDARD, PlaneMeasure.CELLS, PlaneMeasure.CELLS);
            Opinion measured = new MaxSoftmax()
                    .of(3)
                    .judge(training.network().evidence(whole.points(), whole.size(), EnumSet.of(Evidence.Part.LOGITS)));
            assertEquals(
                    OnOff.of(whole, SETUP.data()).auroc(measured.ranking()),
                    left.figures().auroc(),
                    1e-9);
            FarAway far = FarAway.of(whole, SETUP.data(), PlaneRegion.STANDARD);
            assertEquals(1.5, far.beyond(), 1e-12);
            assertEquals(far.mean(measured.acceptance()), left.figures().farAway(), 1e-9);
        }
        OwnFigures own = own();
        assertEquals(left.figures().auroc(), own.y().auroc(), 1e-9, "y is the same as max softmax");
        assertEquals(left.figures().farAway(), own.y().farAway(), 1e-6);
        assertEquals(30, left.places().count() == 900 ? left.lattice().columns() : -1);
    }

    @Test
    void theEngineTrainsAndShowsFramesWhileAFitTakesForEver() throws InterruptedException {
        comparing.compare(Map.of(Side.LEFT, slow));
        assertTrue(slow.log().begun.await(20, TimeUnit.SECONDS));
        session.play();
        await(() -> session.status().step() > 200, "200 steps");
        await(() -> session.takeFrame().filter(frame -> frame.step() > 100).isPresent(), "a frame");
        assertEquals(0.5, comparing.fitting(Side.LEFT));
        assertEquals(1, slow.log().fits.size());
    }

    @Test
    void anotherChoiceEndsTheFit() throws InterruptedException {
        comparing.compare(Map.of(Side.LEFT, slow));
        assertTrue(slow.log().begun.await(20, TimeUnit.SECONDS));
        comparing.compare(Map.of(Side.LEFT, new MaxSoftmax()));
        await(() -> slow.log().stopped == 1, "the end of the fit");
        assertEquals(new MaxSoftmax(), finest(Side.LEFT, new MaxSoftmax()).detector());
        comparing.compare(Map.of());
        assertTrue(Double.isNaN(comparing.fitting(Side.LEFT)));
    }

    @Test
    void anotherRunEndsTheFitAndIsFittedInstead() throws InterruptedException {
        comparing.compare(Map.of(Side.RIGHT, plain));
        assertTrue(plain.log().begun.await(20, TimeUnit.SECONDS));
        session.restart(SETUP.withSeed(6));
        await(() -> plain.log().stopped == 1 && plain.log().fits.size() == 2, "another fit");
        plain.log().mayEnd = true;
        assertEquals(1, finest(Side.RIGHT, plain).generation());
    }

    @Test
    void afterAFitTheNewestNetworkIsTakenAndNoneOfThoseBetween() throws InterruptedException {
        comparing.compare(Map.of(Side.LEFT, slow));
        assertTrue(slow.log().begun.await(20, TimeUnit.SECONDS));
        for (int steps = 0; steps < 5; steps++) {
            session.step(10);
            int now = 10 * (steps + 1);
            await(() -> session.takeFrame().filter(frame -> frame.step() == now).isPresent(), "a frame");
        }
        slow.log().mayEnd = true;
        ComparedFrame last = awaitFrame(Side.LEFT, frame -> frame.step() == 50);
        assertEquals(2, slow.log().fits.size(), "the first and the newest");
        assertTrue(last.fitted().isPresent());
    }

    @Test
    void whatLooksAtInputsAloneIsFittedOnceAndAZoomOnlyJudgesAgain() {
        plain.log().mayEnd = true;
        comparing.compare(Map.of(Side.LEFT, plain));
        ComparedFrame first = finest(Side.LEFT, plain);
        session.step(50);
        await(() -> session.takeFrame().filter(frame -> frame.step() == 50).isPresent(), "step 50");
        Grid half = new Grid(new PlaneRegion(0, 1, 0, 1), 60, 60);
        session.grid(half);
        ComparedFrame zoomed = awaitFrame(Side.LEFT, frame -> frame.grid().equals(half));
        assertEquals(1, plain.log().fits.size());
        for (float acceptance : zoomed.acceptance()) {
            assertEquals(1, acceptance);
        }
        assertEquals(first.figures(), zoomed.figures(), "figures are of the whole plane");
    }

    @Test
    void aDetectorThatCannotBeFittedSaysWhyAndTheOtherSideIsShown() {
        slow.log().mayEnd = true;
        slow.log().refuses = true;
        comparing.compare(Map.of(Side.LEFT, slow, Side.RIGHT, new MaxSoftmax()));
        ComparedFrame refused = awaitFrame(Side.LEFT, frame -> true);
        assertEquals("slow: class 1: expected 3 points, but there are 2; paint more", refused.problem());
        assertEquals(Optional.empty(), refused.fitted());
        assertArrayEquals(new float[0], refused.acceptance());
        assertEquals("", finest(Side.RIGHT, new MaxSoftmax()).problem());
    }

    @Test
    void aFitRestsWhileTheLabGivesWay() throws InterruptedException {
        comparing.compare(Map.of(Side.LEFT, slow));
        assertTrue(slow.log().begun.await(20, TimeUnit.SECONDS));
        session.giveWay(GiveWay.WHOLLY);
        // One look may be under way.
        TimeUnit.MILLISECONDS.sleep(50);
        int looks = slow.log().looks;
        TimeUnit.MILLISECONDS.sleep(100);
        assertEquals(looks, slow.log().looks);
        session.giveWay(GiveWay.NOT);
        await(() -> slow.log().looks > looks, "it goes on");
        assertEquals(0, slow.log().stopped);
    }

    @Test
    void whileNobodyTakesTheFramesNoMoreAreMade() throws InterruptedException {
        slow.log().mayEnd = true;
        comparing.compare(Map.of(Side.LEFT, slow));
        session.play();
        await(() -> session.takeFrame().isPresent() && session.status().step() > 100, "training");
        TimeUnit.MILLISECONDS.sleep(600);
        int fits = slow.log().fits.size();
        assertTrue(fits <= 2, fits + " fits nobody looked at");
        await(
                () -> {
                    session.takeFrame();
                    comparing.take(Side.LEFT);
                    return slow.log().fits.size() > fits;
                },
                "somebody looks again");
    }

    @Test
    void aSlowFitDoesNotHoldUpTheEnd() throws InterruptedException {
        comparing.compare(Map.of(Side.LEFT, slow));
        assertTrue(slow.log().begun.await(20, TimeUnit.SECONDS));
        session.close();
        assertTrue(session.awaitEnd(10, TimeUnit.SECONDS));
        assertEquals(1, slow.log().stopped);
        assertFalse(slow.log().mayEnd);
    }

    /** The picture of a detector cell by cell. */
    private ComparedFrame finest(Side side, Detector detector) {
        return awaitFrame(
                side,
                frame -> frame.detector().equals(detector)
                        && frame.grid().columns() == GRID.columns()
                        && frame.figures().known());
    }

    private ComparedFrame awaitFrame(Side side, java.util.function.Predicate<ComparedFrame> wanted) {
        ComparedFrame[] taken = new ComparedFrame[1];
        await(
                () -> {
                    comparing.take(side).filter(wanted).ifPresent(frame -> taken[0] = frame);
                    return taken[0] != null;
                },
                "a frame of the " + side);
        return taken[0];
    }

    private OwnFigures own() {
        OwnFigures[] taken = new OwnFigures[1];
        await(
                () -> {
                    comparing.takeOwn().ifPresent(figures -> taken[0] = figures);
                    return taken[0] != null;
                },
                "the lab's own figures");
        return taken[0];
    }
}
