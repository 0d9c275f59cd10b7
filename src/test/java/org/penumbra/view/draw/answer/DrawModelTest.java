package org.penumbra.view.draw.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.Models;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.Verdict.Doubt;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.Errands;
import org.penumbra.kit.window.FakeDataDesk;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.view.draw.FakeAnswers;
import org.penumbra.view.draw.input.DigitInput;
import org.penumbra.view.shell.ModelDesk;
import org.penumbra.view.shell.ModelEntry;

/** The drawing lab without a screen and without networks: the test's own thread owns the properties. */
@Timeout(180)
class DrawModelTest {

    @TempDir
    private Path folder;

    private final Errands answers = new Errands();
    private final FakeAnswers engine = new FakeAnswers();
    private Background background;
    private ModelDesk desk;
    private FakeDataDesk data;
    private DrawModel model;

    @BeforeEach
    void open() {
        background = new Background("test", answers::add);
        desk = new ModelDesk(background);
        data = new FakeDataDesk(DataHome.in(folder));
        model = new DrawModel(() -> engine, desk, background, data);
        answers.doUntil(() -> model.cards().stream()
                .allMatch(card -> card.acceptanceProperty().get() != null));
    }

    @AfterEach
    void close() {
        model.close();
        background.close();
        assertTrue(engine.closed);
    }

    private DrawCard card(String name) {
        return model.cards().stream()
                .filter(card -> card.entry().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ImageModel model(DrawCard card) {
        return card.modelProperty().get();
    }

    private static DigitInput input() {
        return new DigitInput("drawing", new float[784], List.of());
    }

    private void answer(float y, double error) {
        model.ask(input());
        engine.answer(3, y, error, Optional.of(new GammaEstimate(-0.9, 0.01, 64)));
        model.pulse();
    }

    @Test
    void theFirstStartShowsTheFourModelsOfThePaperAndSelectsTheFirstThatCanDoubt() {
        assertEquals(
                DrawModel.FIRST,
                model.cards().stream().map(card -> card.entry().name()).toList());
        assertEquals("mnist-dae-sym", model.selectedProperty().get().entry().name());
        assertEquals(4, engine.models.size());
    }

    @Test
    void eachAutoencoderIsCalibratedOnItsOwnErrorsForTauAndKappa() {
        answer(1, 3);
        for (double[] setting : new double[][] {{0.9, 1}, {0.9, 2}, {0.99, 1.5}}) {
            model.sliders().tauProperty().set(setting[0]);
            model.sliders().kappaProperty().set(setting[1]);
            for (String name : List.of("mnist-dae-sym", "mnist-dae-asym")) {
                double alpha = new Calibration.ByKappa(setting[1]).alpha(model(card(name)), setting[0]);
                assertEquals(
                        alpha, card(name).readingProperty().get().settings().alpha(), 1e-9, name);
                assertEquals(
                        Math.exp(-alpha / 784 * 3),
                        card(name).readingProperty().get().verdict().confidence(),
                        1e-6);
            }
            assertEquals(0, card("mnist-cnn").readingProperty().get().settings().alpha());
        }
    }

    @Test
    void theAlphaSliderShowsTheSelectedModelsAlphaUntilItIsMoved() {
        double sym = new Calibration.ByKappa(1).alpha(model(card("mnist-dae-sym")), 0.9);
        double asym = new Calibration.ByKappa(1).alpha(model(card("mnist-dae-asym")), 0.9);
        assertEquals(sym, model.sliders().alphaProperty().get(), 0.005 * sym);
        model.selectedProperty().set(card("mnist-dae-asym"));
        assertEquals(asym, model.sliders().alphaProperty().get(), 0.005 * asym);
        assertTrue(model.settingsProperty().get().calibrated(), "looking changes nothing");

        answer(1, 3);
        model.sliders().alphaProperty().set(50);
        assertFalse(model.settingsProperty().get().calibrated());
        for (String name : List.of("mnist-dae-sym", "mnist-dae-asym")) {
            assertEquals(50, card(name).readingProperty().get().settings().alpha(), name);
        }
        model.sliders().tauProperty().set(0.5);
        assertEquals(50, model.sliders().alphaProperty().get(), "one alpha for all stays what it is");
        model.sliders().calibrate();
        assertEquals(
                new Calibration.ByKappa(1).alpha(model(card("mnist-dae-asym")), 0.5),
                card("mnist-dae-asym").readingProperty().get().settings().alpha(),
                1e-9);
        assertTrue(model.sliders().alphaProperty().get() > 50);
    }

    @Test
    void slidersChangeVerdictsWithoutAskingTheEngine() {
        answer(0.99f, 2.4);
        DrawCard card = card("mnist-dae-sym");
        assertTrue(card.readingProperty().get().verdict().known());
        int asked = engine.asked.size();
        model.sliders().alphaProperty().set(200);
        assertFalse(card.readingProperty().get().verdict().known());
        assertEquals(
                Doubt.RECONSTRUCTION, card.readingProperty().get().verdict().doubt());
        model.sliders().tauProperty().set(0.3);
        assertTrue(card.readingProperty().get().verdict().known());
        assertEquals(asked, engine.asked.size());
        assertTrue(card("mnist-cnn").readingProperty().get().verdict().known(), "no decoder: it cannot doubt");
    }

    @Test
    void aGammaThatComesLaterChangesTheVerdict() {
        model.ask(input());
        engine.answer(3, 1, 1, Optional.empty());
        model.pulse();
        DrawCard card = card("mnist-dae-sym");
        assertTrue(card.readingProperty().get().isProvisional());
        assertTrue(card.readingProperty().get().verdict().known());
        engine.answer(3, 1, 1, Optional.of(new GammaEstimate(0.4, 0.1, 8)));
        model.pulse();
        assertFalse(card.readingProperty().get().isProvisional());
        assertEquals(Math.exp(-2 * 0.4), card.readingProperty().get().verdict().curvatureFactor(), 1e-9);
        assertEquals(Doubt.CURVATURE, card.readingProperty().get().verdict().doubt());
        assertTrue(card.answerProperty().get().gammaDue());
        model.sliders().betaProperty().set(0);
        assertTrue(card.readingProperty().get().verdict().known());
    }

    @Test
    void theSharesOfTestImagesAreThoseOfTheEvaluationsThatShip() {
        Acceptance cnn = card("mnist-cnn").acceptanceProperty().get();
        assertEquals(10_000, cnn.images());
        assertEquals(0.9895, cnn.right(), 1e-4);
        model.sliders().kappaProperty().set(2);
        assertEquals(0.9908, card("mnist-dae-sym").acceptanceProperty().get().right(), 1e-4);
        model.sliders().tauProperty().set(0.99);
        assertEquals(0.9855, card("mnist-dae-sym").acceptanceProperty().get().right(), 1e-4);
        assertTrue(card("mnist-dae-sym").acceptanceProperty().get().accepted()
                > card("mnist-dae-sym").acceptanceProperty().get().right());
    }

    @Test
    void theErrorAtWhichTauIsMissedIsKappaTimesTheQuantile() {
        DrawCard card = card("mnist-dae-sym");
        double quantile = model(card).heldOutErrors()[ImageModel.INDEX_OF_99];
        assertEquals(quantile, card.errorLimit(model.settingsProperty().get()).orElseThrow(), 1e-5);
        model.sliders().kappaProperty().set(2);
        assertEquals(
                2 * quantile, card.errorLimit(model.settingsProperty().get()).orElseThrow(), 1e-5);
        assertTrue(card("mnist-cnn").errorLimit(model.settingsProperty().get()).isEmpty());
        model.sliders().alphaProperty().set(0);
        assertEquals(
                Double.POSITIVE_INFINITY,
                card.errorLimit(model.settingsProperty().get()).orElseThrow());
    }

    @Test
    void anotherModelTakesTheCardsPlaceAndTheEngineIsTold() {
        answer(1, 3);
        DrawCard before = card("mnist-dae-sym");
        model.exchange(before, desk.find("fashion-mnist-dae-sym").orElseThrow());
        DrawCard now = model.cards().get(2);
        assertEquals("fashion-mnist-dae-sym", now.entry().name());
        assertSame(now, model.selectedProperty().get(), "what was looked at closely still is");
        answers.doUntil(() -> now.acceptanceProperty().get() != null);
        assertSame(model(now), engine.models.get(2));
        assertFalse(model.others().stream().anyMatch(entry -> entry.name().equals("fashion-mnist-dae-sym")));
        engine.answer(3, 1, 3, Optional.empty());
        model.pulse();
        assertEquals("Dress", now.readingProperty().get().headline());
        model.remove(now);
        assertEquals(3, engine.models.size());
        assertEquals("mnist-dae-asym", model.selectedProperty().get().entry().name());
    }

    @Test
    void cardsCanBeAddedUpToSixAndTheLastOneStays() {
        while (model.cards().size() < DrawModel.MOST_CARDS) {
            model.add(model.others().get(0));
        }
        model.add(model.others().get(0));
        assertEquals(6, model.cards().size());
        for (int i = 0; i < 8; i++) {
            model.remove(model.cards().get(0));
        }
        assertEquals(1, model.cards().size());
    }

    @Test
    void aModelWithoutHeldOutErrorsIsRefusedWhileCalibratedAndAnswersWithOneAlphaForAll() {
        DrawCard card = added(without(Models.shipped("mnist-dae-sym"), "mnist"));
        answer(1, 3);
        assertNull(card.readingProperty().get());
        assertTrue(
                card.problemProperty().get().contains("cannot be calibrated"),
                card.problemProperty().get());
        assertTrue(
                card.problemProperty().get().contains("no images were held out"),
                card.problemProperty().get());
        model.sliders().alphaProperty().set(10);
        assertEquals("", card.problemProperty().get());
        assertNotNull(card.readingProperty().get());
    }

    @Test
    void aModelOfOnesOwnIsTestedWithBuiltInDigitsWhereItsDataAreNotHere() {
        DrawCard card = added(without(Models.shipped("mnist-cnn"), "built-in-digits"));
        answers.doUntil(() -> !engine.measured.isEmpty());
        assertEquals(List.of("test 2000 true", "noise 1000 false"), engine.measured);
        assertInstanceOf(Tested.Waiting.class, card.testedProperty().get());
        model.pulse();
        Acceptance known = card.acceptanceProperty().get();
        assertEquals("built-in digits", known.title());
        assertEquals(0.1, known.accepted(), 0.001, "a tenth of the fake's scores reaches 0.9");
        assertEquals(0.05, known.right(), 0.001);
    }

    @Test
    void aModelOfClothesWithoutItsDataSaysWhatIsMissingAndLooksAgainWhenItCame() {
        DrawCard card = added(without(Models.shipped("fashion-mnist-cnn"), "fashion-mnist"));
        answers.doUntil(() -> card.testedProperty().get() instanceof Tested.Missing);
        Tested.Missing missing = (Tested.Missing) card.testedProperty().get();
        assertEquals("Fashion-MNIST is not here", missing.why());
        assertEquals(Optional.of(KnownImages.named("fashion-mnist")), missing.wanted());
        assertTrue(engine.measured.isEmpty());
        data.arrived(KnownImages.named("fashion-mnist")).set(true);
        assertInstanceOf(Tested.Waiting.class, card.testedProperty().get());
    }

    @Test
    void answersToWhatIsKeptStayAndOthersGo() {
        answer(1, 3);
        DigitInput first = model.inputProperty().get();
        assertEquals(DrawModel.FIRST, model.answered().to(first).orElseThrow().names());
        model.answered().keep(List.of(first));
        answer(1, 4);
        DigitInput second = model.inputProperty().get();
        answer(1, 5);
        assertTrue(model.answered().to(first).isPresent());
        assertTrue(model.answered().to(second).isEmpty());
        assertEquals(
                3,
                model.answered()
                        .to(first)
                        .orElseThrow()
                        .frame()
                        .answers()
                        .get(2)
                        .error());
        model.answered().keep(List.of());
        assertTrue(model.answered().to(first).isEmpty());
    }

    @Test
    void aLateAnswerToAnEarlierImageIsShownButNotKeptAsTheNewOnes() {
        model.ask(input());
        engine.answer(3, 1, 3, Optional.empty());
        model.ask(input());
        model.pulse();
        assertEquals(3, card("mnist-dae-sym").answerProperty().get().error());
        assertTrue(model.answered().to(model.inputProperty().get()).isEmpty());
    }

    @Test
    void noImageMeansNoVerdictAlsoWhenAnAnswerComesLate() {
        model.ask(input());
        engine.answer(3, 1, 3, Optional.empty());
        model.ask(null);
        model.pulse();
        assertNull(card("mnist-cnn").readingProperty().get());
    }

    @Test
    void aFailureIsToldUntilTheModelsAreOpenedAnew() {
        engine.failure = "The models are too large.";
        model.pulse();
        assertEquals("The models are too large.", model.failureProperty().get());
        model.ask(input());
        engine.models = List.of();
        model.again();
        assertEquals(4, engine.models.size());
        assertEquals(2, engine.asked.size());
    }

    private DrawCard added(ImageModel own) {
        ModelEntry entry = desk.add("mine", own);
        model.add(entry);
        return card("mine");
    }

    /** The same model without held-out errors, as if trained on some data. */
    private static ImageModel without(TrainedModel model, String data) {
        ImageProvenance from = model.provenance();
        return new TrainedModel(
                model.settings(),
                model.classes(),
                model.parameters(),
                new float[0],
                new ImageProvenance(
                        "mine",
                        data,
                        Map.of(),
                        from.training(),
                        from.steps(),
                        from.lanes(),
                        from.programVersion(),
                        from.date(),
                        from.platform()));
    }
}
