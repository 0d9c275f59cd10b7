package org.penumbra.view.draw.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.ModelException;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.detector.Fitted;
import org.penumbra.kit.Errands;
import org.penumbra.kit.SmallDetector;
import org.penumbra.kit.window.FakeDataDesk;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.FakeAnswers;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.HistoryNotes;
import org.penumbra.view.draw.input.Base;
import org.penumbra.view.draw.input.DigitInput;
import org.penumbra.view.draw.input.HistoryEntry;
import org.penumbra.view.draw.input.InputModel;
import org.penumbra.view.shell.ModelDesk;

/** The detectors of the drawing lab without a screen, without networks and without a fit. */
@Timeout(180)
class DetectorBoardTest {

    private static final String ENERGY = "energy";
    private static final String TEMPERATURE = "temperature";

    @TempDir
    private Path folder;

    private final Errands answers = new Errands();
    private final FakeAnswers engine = new FakeAnswers();
    private final Fitted energy = SmallDetector.of(ENERGY, 0.01, evidence -> 0.003);
    private Background background;
    private FakeDataDesk data;
    private DrawModel model;
    private DetectorBoard board;

    /** One detector ships, and each file holds one for another network but "good.detector". */
    private final class Source implements FittedSource {

        @Override
        public List<Fitted> shipped(String name, ImageModel network) {
            return name.equals("mnist-dae-sym") ? List.of(energy) : List.of();
        }

        @Override
        public Fitted read(Path file, ImageModel network, String called) {
            if (file.endsWith("good.detector")) {
                return SmallDetector.of(TEMPERATURE, 0.5, evidence -> 0.75);
            }
            throw new DataException(file + ": expected a detector that was fitted on " + called);
        }
    }

    @BeforeEach
    void open() {
        background = new Background("test", answers::add);
        data = new FakeDataDesk(DataHome.in(folder));
        model = new DrawModel(() -> engine, new ModelDesk(background), background, data);
        board = new DetectorBoard(model, background, data, new Source());
        answers.doUntil(() -> model.cards().stream()
                .allMatch(card -> card.acceptanceProperty().get() != null));
        model.comparisonProperty().set(Comparison.DETECTORS);
        answers.doUntil(() -> board.offers().stream()
                .anyMatch(offer -> offer.about().id().equals(ENERGY) && offer.state() instanceof DetectorState.Ready));
    }

    @AfterEach
    void close() {
        board.close();
        model.close();
        background.close();
    }

    private List<String> ids() {
        return board.cards().stream().map(DetectorCard::id).toList();
    }

    private DetectorCard card(String id) {
        return board.cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void draw() {
        model.ask(new DigitInput("drawing", new float[784], List.of()));
        engine.answer(3, 0.95f, 2, Optional.of(new GammaEstimate(-0.9, 0.01, 64)));
        model.pulse();
    }

    private void choose(String network) {
        model.selectedProperty()
                .set(model.cards().stream()
                        .filter(card -> card.entry().name().equals(network))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void oneNetworkAnswersAndItsCardsStandInTheOrderOfTheCatalogue() {
        assertEquals(1, engine.models.size(), "only the selected network is asked");
        assertSame(model.selectedModel().orElseThrow(), engine.models.get(0));
        assertEquals(List.of("confidence", "max-softmax"), ids().subList(0, 2));
        board.choose(ENERGY, true);
        board.choose("max-softmax", false);
        assertEquals("confidence", ids().get(0));
        assertTrue(ids().contains(ENERGY) && !ids().contains("max-softmax"), ids().toString());
        board.chooseFirst();
        assertEquals(List.of("confidence", "max-softmax"), ids().subList(0, 2));
        assertTrue(!ids().contains(ENERGY), ids().toString());
    }

    @Test
    void whatNeedsNoFitIsReadAtOnceAndFollowsTheSliders() {
        draw();
        DetectorReading confidence = card("confidence").readingProperty().get();
        assertEquals(
                model.selectedProperty().get().readingProperty().get().verdict(),
                confidence.verdict(),
                "the confidence says here what it says on the network's card");
        assertEquals("3", card("max-softmax").readingProperty().get().headline());
        assertEquals(
                "0.95 \u2265 0.9", card("max-softmax").readingProperty().get().scale());
        model.sliders().tauProperty().set(0.97);
        assertEquals("unknown", card("max-softmax").readingProperty().get().headline());
        assertEquals("0.95 < 0.97", card("max-softmax").readingProperty().get().scale());
        assertEquals(1, engine.asked.size(), "nobody asked the engine again");
    }

    @Test
    void aFittedDetectorIsAskedByTheEngineAndHeldAgainstItsOwnThreshold() {
        board.choose(ENERGY, true);
        assertEquals(List.of(energy), engine.detectors);
        draw();
        assertNull(card(ENERGY).readingProperty().get(), "it has not judged yet");
        engine.judge(0, 1);
        model.pulse();
        DetectorReading reading = card(ENERGY).readingProperty().get();
        assertEquals("unknown", reading.headline());
        assertEquals("0.003 < 0.01", reading.scale());
        assertTrue(reading.why().startsWith("All outputs together"), reading.why());
        draw();
        assertEquals("unknown", card(ENERGY).readingProperty().get().headline(), "it stays until there is a new one");
        model.ask(null);
        assertNull(card(ENERGY).readingProperty().get());
        assertNull(card("confidence").readingProperty().get());
    }

    @Test
    void withoutTheImagesACardSaysWhatIsMissing() {
        board.choose(TEMPERATURE, true);
        DetectorState state = card(TEMPERATURE).stateProperty().get();
        DetectorState.Missing missing = assertInstanceOf(DetectorState.Missing.class, state);
        assertEquals("MNIST", missing.wanted().map(KnownImages::title).orElseThrow());
        board.fit(TEMPERATURE);
        assertInstanceOf(
                DetectorState.Fitting.class, card(TEMPERATURE).stateProperty().get());
        answers.doUntil(() -> card(TEMPERATURE).stateProperty().get() instanceof DetectorState.Failed);
        DetectorState.Failed failed =
                (DetectorState.Failed) card(TEMPERATURE).stateProperty().get();
        assertTrue(failed.why().contains("are not here"), failed.why());
    }

    @Test
    void aDetectorOfAnotherNetworkIsRefusedAndNothingElseHappens() {
        List<String> before = ids();
        List<Throwable> refused = new ArrayList<>();
        board.open(Path.of("other.detector"), about -> {}, refused::add);
        answers.doUntil(() -> !refused.isEmpty());
        assertTrue(refused.get(0).getMessage().contains("fitted on mnist-dae-sym"), refused.toString());
        assertEquals(before, ids());
    }

    @Test
    void aFileThatIsNoneIsRefusedByTheArchive() {
        List<Throwable> refused = new ArrayList<>();
        DetectorBoard real = new DetectorBoard(model, background, data, new ArchivedDetectors());
        real.open(folder.resolve("none.detector"), about -> {}, refused::add);
        answers.doUntil(() -> !refused.isEmpty());
        assertInstanceOf(ModelException.class, refused.get(0));
    }

    @Test
    void aDetectorFromAFileIsShownAndAsked() {
        List<String> opened = new ArrayList<>();
        board.open(Path.of("good.detector"), about -> opened.add(about.id()), problem -> opened.add("" + problem));
        answers.doUntil(() -> !opened.isEmpty());
        assertEquals(List.of(TEMPERATURE), opened);
        assertInstanceOf(
                DetectorState.Ready.class, card(TEMPERATURE).stateProperty().get());
        assertEquals(
                List.of(TEMPERATURE),
                engine.detectors.stream().map(one -> one.about().id()).toList());
    }

    @Test
    void anotherNetworkHasDetectorsOfItsOwn() {
        board.choose(ENERGY, true);
        choose("mnist-cool");
        assertTrue(ids().contains("cool"), ids().toString());
        assertTrue(!ids().contains("confidence") && !ids().contains("max-softmax"), ids().toString());
        assertEquals(List.of(), engine.detectors, "what was fitted on another network is not asked");
        choose("mnist-dae-sym");
        assertEquals(List.of(energy), engine.detectors);
        model.comparisonProperty().set(Comparison.NETWORKS);
        assertEquals(List.of(), engine.detectors);
        assertEquals(4, engine.models.size());
    }

    @Test
    void theHistoryNotesAndTheTableTellWhatTheDetectorsSay() {
        InputModel input = new InputModel();
        new HistoryNotes(input.history(), model);
        board.choose(ENERGY, true);
        input.inputProperty().subscribe(model::ask);
        float[] ink = new float[784];
        ink[400] = 1;
        input.choose(new Base.Still("a drawing", ink));
        engine.answer(3, 0.95f, 2, Optional.empty());
        model.pulse();
        engine.judge(0, 1);
        model.pulse();
        HistoryEntry entry = input.history().entries().get(0);
        board.selectedProperty().set(card("max-softmax"));
        assertEquals("3", entry.note().get());
        board.selectedProperty().set(card(ENERGY));
        assertEquals("?", entry.note().get());
        assertEquals(HistoryEntry.Outcome.UNKNOWN, entry.outcome().get());

        String[] table = DetectorCsv.of(List.of(new DetectorCsv.Line(
                        "a drawing",
                        "mnist-dae-sym",
                        board.readings(model.answered().to(entry.input()).orElseThrow()))))
                .split("\n");
        assertEquals("input,model,detector,acceptance,tau,known,best_class,score,ranking,verdict", table[0]);
        assertEquals(4, table.length, "confidence, max softmax and energy");
        assertTrue(
                table[3].startsWith("a drawing,mnist-dae-sym,energy,0.003000000,0.01000000,false,3,0.0028"), table[3]);
    }
}
