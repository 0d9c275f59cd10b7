package org.penumbra.live.fooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.Await.await;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Models;
import org.penumbra.confidence.Calibration;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.fooling.Attack;
import org.penumbra.fooling.EvolutionAttack;
import org.penumbra.fooling.FoolingRun;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.fooling.encoding.CppnEncoding;
import org.penumbra.fooling.encoding.DirectEncoding;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.kit.NearestCodes;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.Speed;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.TrainedModel;

/** The engine of the fooling lab without a screen, on models that ship. */
@Timeout(180)
class FoolingSessionTest {

    private static final double TAU = 0.9;
    private static final long SEED = 4;
    private static final AttackedModel CNN = victim("mnist-cnn");
    private static final AttackedModel DAE = victim("mnist-dae-sym");
    private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();

    private final FoolingSession session = new FoolingSession();
    private final List<FoolingPoint> curve = new ArrayList<>();
    private FoolingFrame frame;

    @AfterEach
    void close() throws InterruptedException {
        session.close();
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
        assertEquals(State.CLOSED, session.status().state());
    }

    @Test
    void withoutAPlanItWaits() {
        session.play();
        session.step(3);
        session.restart();
        session.record();
        LockSupport.parkNanos(50_000_000);
        assertEquals(State.EMPTY, session.status().state());
        assertTrue(session.takeFrame().isEmpty());
        assertTrue(session.takeRecording().isEmpty());
    }

    @Test
    void allVictimsStartFromTheSameGeneratorAndStayAtTheSameStep() {
        session.begin(plan(GradientAttack.paper(), List.of(3, 8), 2, 50, CNN, DAE));
        awaitStep(0);
        assertEquals(State.PAUSED, session.status().state());
        for (int trial = 0; trial < 2; trial++) {
            assertArrayEquals(image(0, trial), image(1, trial), "the first image of trial " + trial);
        }
        assertFalse(Arrays.equals(image(0, 0), image(0, 1)), "two trials are two generators");
        session.step(5);
        awaitStep(5);
        assertFalse(Arrays.equals(image(0, 0), image(1, 0)), "other victims lead elsewhere");
        for (VictimFrame victim : frame.victims()) {
            victim.trials().forEach(trial -> assertEquals(5, trial.steps()));
        }
    }

    @Test
    void aFrameShowsTheImageOfTheSameRunAndWhatTheNetworkSaysOfIt() {
        session.begin(plan(GradientAttack.strong(), List.of(3), 1, 50, DAE));
        session.step(7);
        awaitStep(7);
        TrialFrame shown = frame.victims().get(0).trials().get(0);
        try (ImageClassifier network = DAE.model().network();
                ImageVictim victim = new ImageVictim(network, DAE.fitted())) {
            FoolingRun run = GradientAttack.strong().start(victim, new FoolingSettings(List.of(3), 1, TAU, 50, SEED));
            for (int i = 0; i < 7; i++) {
                run.step();
            }
            assertArrayEquals(run.present(0), shown.image());
            ImageResponse response = network.respond(shown.image(), 1);
            assertArrayEquals(response.scores(), shown.scores());
            assertArrayEquals(response.reconstructions(), shown.reconstruction());
            assertEquals(response.errors()[0], shown.error());
            double confidence = Math.exp(-DAE.alpha() / 784 * shown.error());
            assertEquals(confidence, shown.confidence(), 1e-12);
            assertEquals(confidence * shown.scores()[3], shown.score(), 1e-12);
            assertEquals(shown.scores()[3], shown.probability());
        }
    }

    @Test
    void theNetworkIsFooledAndTheAutoencoderHolds() {
        session.begin(plan(GradientAttack.strong(), List.of(3), 1, 300, CNN, DAE));
        session.play();
        finish();
        VictimFrame cnn = frame.victims().get(0);
        VictimFrame dae = frame.victims().get(1);
        assertEquals(1, cnn.fooled(), frame.toString());
        TrialFrame fooled = cnn.trials().get(0);
        assertEquals(Outcome.FOOLED, fooled.outcome());
        assertTrue(fooled.score() >= TAU, "score " + fooled.score());
        assertEquals(fooled.steps(), cnn.meanSteps());
        assertTrue(fooled.steps() < 100, "steps " + fooled.steps());
        assertEquals(1, dae.failed(), frame.toString());
        TrialFrame held = dae.trials().get(0);
        assertEquals(Outcome.FAILED, held.outcome());
        assertEquals(300, held.steps());
        assertTrue(held.score() < TAU, "score " + held.score());
        assertTrue(Double.isNaN(dae.meanSteps()));
    }

    @Test
    void restartReplaysBitForBitAndAnotherSeedDoesNot() {
        FoolingPlan plan = plan(GradientAttack.strong(), List.of(5), 1, 100, DAE);
        session.begin(plan);
        session.step(12);
        awaitStep(12);
        float[] first = image(0, 0);
        session.restart();
        awaitStep(0);
        assertEquals(1, frame.generation());
        session.step(12);
        awaitStep(12);
        assertArrayEquals(first, image(0, 0));
        session.begin(new FoolingPlan(
                "strong",
                GradientAttack.strong(),
                plan.victims(),
                new FoolingSettings(List.of(5), 1, TAU, 100, SEED + 1)));
        session.step(12);
        await(() -> newest().generation() == 2 && frame.step() == 12, "the other seed");
        assertFalse(Arrays.equals(first, image(0, 0)), "another seed is another attack");
    }

    @Test
    void pauseHoldsAndASingleStepIsOne() {
        session.speed(new Speed(200));
        session.begin(plan(GradientAttack.paper(), List.of(3), 1, 100_000, DAE));
        session.play();
        await(() -> session.status().step() > 5, "some steps");
        session.pause();
        await(() -> session.status().state() == State.PAUSED, "the pause");
        long held = session.status().step();
        session.step(1);
        awaitStep(held + 1);
        LockSupport.parkNanos(50_000_000);
        assertEquals(held + 1, session.status().step());
    }

    @Test
    void theLastFrameOfAnAttackThatEndsInSingleStepsIsShownAlsoWhileNobodyTookTheOneBefore() {
        session.begin(plan(GradientAttack.strong(), List.of(3), 1, 20, DAE));
        await(() -> session.status().state() == State.PAUSED, "the plan");
        FoolingRecording before = record();
        assertEquals(0, before.victims().get(0).trials().get(0).steps());
        session.step(50);
        await(() -> session.status().state() == State.FINISHED, "the end");
        // Is recorded only after the slice of work in which the attack ended.
        record();
        assertEquals(20, session.takeFrame().orElseThrow().step());
    }

    @Test
    void tenTargetsAreCountedAndTheRunGoesOnWithTheOthersWhenSomeHaveEnded() {
        session.begin(plan(GradientAttack.paper(), TEN, 20, 300, CNN, DAE));
        session.play();
        finish();
        VictimFrame cnn = frame.victims().get(0);
        assertEquals(10, cnn.trials().size(), "the first trial of each target is shown");
        assertEquals(20, cnn.fooled(), "seed " + SEED + ": fooled " + cnn.fooled() + " of " + cnn.all());
        assertEquals(20, frame.victims().get(1).all());
        assertEquals(TEN, cnn.trials().stream().map(TrialFrame::target).toList());
        FoolingRecording recording = record();
        List<Trial> trials = recording.victims().get(0).trials();
        assertEquals(20, trials.size());
        double mean = trials.stream().mapToInt(Trial::steps).average().orElseThrow();
        assertEquals(mean, cnn.meanSteps(), 1e-9);
        assertTrue(trials.stream().map(Trial::steps).distinct().count() > 1, "trials end one by one");
    }

    @Test
    void noPointOfTheCurvesIsLostAndTheLastIsTheOutcome() {
        session.begin(plan(GradientAttack.strong(), List.of(1, 7), 2, 200, CNN, DAE));
        session.play();
        finish();
        for (int victim = 0; victim < 2; victim++) {
            for (TrialFrame trial : frame.victims().get(victim).trials()) {
                int at = victim;
                List<FoolingPoint> points = curve.stream()
                        .filter(point -> point.victim() == at && point.trial() == trial.number())
                        .toList();
                assertEquals(
                        IntStream.rangeClosed(0, trial.steps()).boxed().toList(),
                        points.stream().map(FoolingPoint::step).toList(),
                        "victim " + victim + ", trial " + trial.number());
                FoolingPoint last = points.get(points.size() - 1);
                assertEquals(trial.score(), last.score(), 1e-5);
                assertTrue(trial.outcome() != Outcome.FOOLED || last.score() >= TAU, last.toString());
            }
        }
    }

    @Test
    void theCurveOfALongAttackIsThinned() {
        CurveSteps steps = new CurveSteps();
        List<Integer> taken =
                IntStream.range(0, 1_000_000).filter(steps::take).boxed().toList();
        assertEquals(IntStream.range(0, 1000).boxed().toList(), taken.subList(0, 1000));
        assertEquals(1234, taken.stream().filter(step -> step < 10_000).count(), 6);
        assertTrue(taken.size() < 1750, "points " + taken.size());
        for (int i = 1000; i < taken.size(); i++) {
            double growth = taken.get(i) / (double) taken.get(i - 1);
            assertTrue(growth < 1.012, "from " + taken.get(i - 1) + " to " + taken.get(i));
        }
    }

    @Test
    void theRecordingCoversTheWholeWayInBoundedMemory() {
        KeyImages images = new KeyImages();
        for (int step = 0; step < 5000; step++) {
            if (images.wants(step)) {
                images.add(new KeyImage(step, 0, new byte[784]));
            }
        }
        images.end(new KeyImage(4999, 1, new byte[784]));
        List<KeyImage> all = images.all();
        assertTrue(all.size() > 100 && all.size() <= KeyImages.MOST + 1, "images " + all.size());
        assertEquals(0, all.get(0).step());
        assertEquals(4999, all.get(all.size() - 1).step());
        int stride = all.get(1).step();
        assertEquals(32, stride);
        for (int i = 1; i < all.size() - 1; i++) {
            assertEquals(i * stride, all.get(i).step());
        }
    }

    @Test
    void theRecordingEndsWithTheImageThatFooled() {
        session.begin(plan(GradientAttack.strong(), List.of(3), 1, 300, CNN));
        session.play();
        finish();
        List<KeyImage> way = record().victims().get(0).images().get(0);
        TrialFrame fooled = frame.victims().get(0).trials().get(0);
        assertEquals(fooled.steps() + 1, way.size(), "a short way is kept whole");
        KeyImage last = way.get(way.size() - 1);
        assertEquals(fooled.steps(), last.step());
        assertTrue(last.score() >= TAU);
        for (int i = 0; i < 784; i++) {
            assertEquals(fooled.image()[i], (last.pixels()[i] & 0xFF) / 255f, 0.003f);
        }
    }

    @Test
    void evolvedImagesGetBetter() {
        List<Attack> attacks =
                List.of(EvolutionAttack.of(new DirectEncoding()), EvolutionAttack.of(new CppnEncoding()));
        for (int i = 0; i < attacks.size(); i++) {
            Attack attack = attacks.get(i);
            curve.clear();
            session.begin(plan(attack, List.of(1), 1, 30, CNN));
            session.play();
            finish(i);
            double before = 0;
            for (FoolingPoint point : curve) {
                assertTrue(point.score() >= before, point + " after " + before);
                before = point.score();
            }
            assertTrue(curve.get(curve.size() - 1).score() > curve.get(0).score(), attack + ": " + curve);
            assertEquals(before, frame.victims().get(0).trials().get(0).score(), 1e-5);
        }
    }

    @Test
    void anotherPlanGoesOnPlayingWhileTrialsAreAttacked() {
        session.begin(plan(GradientAttack.paper(), List.of(3), 1, 100_000, DAE));
        session.play();
        await(() -> session.status().step() > 0, "some steps");
        session.begin(plan(GradientAttack.strong(), List.of(4), 1, 300, CNN));
        await(
                () -> newest() != null
                        && frame.generation() == 1
                        && session.status().state() == State.FINISHED,
                "the second");
        assertEquals(4, frame.victims().get(0).trials().get(0).target());
    }

    @Test
    void anotherPlanRestsWhereItPausedOrHadEnded() {
        session.begin(plan(GradientAttack.strong(), List.of(3), 1, 300, CNN));
        session.play();
        finish();
        session.begin(plan(GradientAttack.strong(), List.of(4), 1, 300, CNN));
        await(() -> newest().generation() == 1, "the second");
        assertEquals(State.PAUSED, session.status().state());
        session.pause();
        session.begin(plan(GradientAttack.strong(), List.of(5), 1, 300, CNN));
        await(() -> newest().generation() == 2, "the third");
        assertEquals(State.PAUSED, session.status().state());
        assertEquals(0, frame.step());
    }

    @Test
    void aDamagedModelStopsTheAttackWithAMessageAndTheEngineLivesOn() {
        TrainedModel whole = Models.shipped("mnist-cnn");
        float[] parameters = whole.parameters().clone();
        Arrays.fill(parameters, Float.NaN);
        ImageModel damaged =
                new TrainedModel(whole.settings(), whole.classes(), parameters, new float[0], whole.provenance());
        session.begin(plan(
                GradientAttack.strong(),
                List.of(3),
                1,
                300,
                new AttackedModel("damaged", damaged, ModelDetectors.outputs(damaged))));
        session.play();
        await(() -> session.status().state() == State.FAILED, "the failure");
        assertTrue(
                session.status().message().contains("not a number"),
                session.status().message());
        session.begin(plan(GradientAttack.strong(), List.of(3), 1, 300, CNN));
        session.play();
        finish(1);
        assertEquals(1, frame.victims().get(0).fooled());
        assertEquals("", session.status().message());
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> plan(GradientAttack.strong(), List.of(10), 1, 10, CNN));
        assertThrows(IllegalArgumentException.class, () -> plan(GradientAttack.strong(), List.of(1), 1, 10));
        assertThrows(
                IllegalArgumentException.class,
                () -> plan(GradientAttack.strong(), List.of(1), 1, 10, CNN, CNN, CNN, CNN, CNN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AttackedModel("cnn", CNN.model(), new FittedConfidence(784, 10, 1, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> session.step(0));
    }

    @Test
    void closingInTheMiddleEndsTheThread() {
        session.begin(plan(GradientAttack.paper(), TEN, 50, 100_000, CNN, DAE));
        session.play();
        await(() -> session.status().step() > 2, "some steps");
    }

    @Test
    void theTableHasALineForEachVictimAndTrial() throws IOException {
        session.begin(plan(GradientAttack.strong(), List.of(3, 8), 4, 60, CNN, DAE));
        session.play();
        finish();
        StringWriter text = new StringWriter();
        FoolingCsv.write(text, record());
        List<String> lines = text.toString().lines().toList();
        assertEquals(9, lines.size());
        assertEquals(17, lines.get(0).split(",").length);
        String[] first = lines.get(1).split(",");
        assertEquals(
                List.of("mnist-cnn", "strong", "0", "3", "3", "fooled"),
                Arrays.asList(first).subList(0, 6));
        assertEquals(List.of("", "", "", "0.9", "60", "4"), Arrays.asList(first).subList(10, 16));
        String[] last = lines.get(8).split(",");
        assertEquals(
                List.of("mnist-dae-sym", "strong", "3", "8", "8"),
                Arrays.asList(last).subList(0, 5));
        double score = Double.parseDouble(last[7]);
        assertEquals(Double.parseDouble(last[8]) * Double.parseDouble(last[9]), score, 1e-9);
        assertNotEquals(0, Double.parseDouble(last[10]));
        assertEquals(DAE.alpha(), Double.parseDouble(last[11]));
    }

    /** As a k-NN over 10 000 images would: each image is compared with all codes, on the engine's thread. */
    @Test
    void aDetectorOfTenThousandCodesIsAttackedAndCommandsAreHeard() {
        AttackedModel slow = new AttackedModel("slow", DAE.model(), NearestCodes.random(10_000, 10, 0.01));
        session.begin(plan(EvolutionAttack.of(new CppnEncoding()), List.of(3), 1, 100_000, DAE, slow));
        session.play();
        await(() -> session.status().step() > 0, "some steps");
        long start = System.nanoTime();
        long before = session.status().step();
        LockSupport.parkNanos(2_000_000_000L);
        double rate = (session.status().step() - before) * 1e9 / (System.nanoTime() - start);
        System.out.printf(Locale.ROOT, "10 000 codes: %.1f generations of 16 a second%n", rate);
        long asked = System.nanoTime();
        session.pause();
        await(() -> session.status().state() == State.PAUSED, "the pause");
        System.out.printf(Locale.ROOT, "paused after %.0f ms%n", (System.nanoTime() - asked) / 1e6);
        assertTrue(session.status().step() > 0);
        assertEquals(1, newest().victims().get(1).all());
    }

    @Test
    void anAttackByGradientLeavesAVictimWithoutOneAloneAndAttacksTheOthers() throws IOException {
        AttackedModel without = new AttackedModel("without", CNN.model(), NearestCodes.random(3, 10, 0.01));
        assertFalse(without.suits(GradientAttack.paper()));
        session.begin(plan(GradientAttack.strong(), List.of(3), 1, 300, without, CNN));
        session.play();
        finish();
        assertEquals(0, frame.victims().get(0).all());
        assertTrue(frame.victims().get(0).trials().isEmpty());
        assertEquals(1, frame.victims().get(1).fooled());
        FoolingRecording recording = record();
        assertTrue(recording.victims().get(0).trials().isEmpty());
        StringWriter text = new StringWriter();
        FoolingCsv.write(text, recording);
        List<String> lines = text.toString().lines().toList();
        assertEquals(2, lines.size(), text.toString());
        assertTrue(lines.get(1).startsWith("mnist-cnn,") && lines.get(1).endsWith(",max-softmax"), lines.get(1));
    }

    @Test
    void theTableTellsAStartFromNoise() throws IOException {
        session.begin(plan(GradientAttack.paper(GeneratorStart.NOISE), List.of(3), 1, 2, CNN));
        session.play();
        finish();
        StringWriter text = new StringWriter();
        FoolingCsv.write(text, record());
        String line = text.toString().lines().toList().get(1);
        assertTrue(line.startsWith("mnist-cnn,") && line.split(",")[1].endsWith("-from-noise"), line);
    }

    @Test
    void theTableHasTheThresholdOfTheVictim() throws IOException {
        AttackedModel own = new AttackedModel("own", DAE.model(), NearestCodes.random(3, 10, 1e-9));
        session.begin(plan(EvolutionAttack.of(new DirectEncoding()), List.of(3), 1, 4, own));
        session.play();
        finish();
        TrialFrame trial = frame.victims().get(0).trials().get(0);
        assertEquals(trial.answers() ? trial.acceptance() : 0, trial.score(), 1e-12);
        assertEquals(trial.outcome() == Outcome.FOOLED, trial.answers() && trial.acceptance() >= 1e-9);
        StringWriter text = new StringWriter();
        FoolingCsv.write(text, record());
        String[] line = text.toString().lines().toList().get(1).split(",", -1);
        assertEquals(List.of("", "", "1.0E-9"), Arrays.asList(line).subList(11, 14));
        assertEquals(NearestCodes.ID, line[16]);
    }

    private FoolingPlan plan(
            Attack attack, List<Integer> targets, int trials, int mostSteps, AttackedModel... victims) {
        return new FoolingPlan(
                "strong", attack, List.of(victims), new FoolingSettings(targets, trials, TAU, mostSteps, SEED));
    }

    private static AttackedModel victim(String name) {
        ImageModel model = Models.shipped(name);
        return new AttackedModel(name, model, ModelDetectors.of(model, new Calibration.ByKappa(1), 0, TAU));
    }

    private float[] image(int victim, int trial) {
        return frame.victims().get(victim).trials().get(trial).image();
    }

    private FoolingRecording record() {
        session.record();
        FoolingRecording[] taken = new FoolingRecording[1];
        await(
                () -> {
                    taken[0] = session.takeRecording().orElse(null);
                    return taken[0] != null;
                },
                "the recording");
        return taken[0];
    }

    private FoolingFrame newest() {
        frame = session.takeFrame().orElse(frame);
        return frame;
    }

    private void awaitStep(long step) {
        await(
                () -> newest() != null
                        && frame.step() == step
                        && frame.generation() == session.status().generation()
                        && session.status().step() == step,
                "the frame of step " + step);
    }

    private void finish() {
        finish(0);
    }

    private void finish(int generation) {
        await(
                () -> {
                    curve.addAll(session.takeCurve());
                    newest();
                    return session.status().state() == State.FINISHED
                            && frame != null
                            && frame.generation() == generation
                            && frame.victims().stream().allMatch(victim -> victim.running() == 0);
                },
                "the end of all trials");
        curve.addAll(session.takeCurve());
    }
}
