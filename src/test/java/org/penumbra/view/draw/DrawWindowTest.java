package org.penumbra.view.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Models;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.draw.answer.Tested;
import org.penumbra.view.draw.input.DigitInput;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with an engine that answers what the test says. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class DrawWindowTest {

    private static final GammaEstimate GAMMA = new GammaEstimate(-0.953, 0.004, 64);

    @TempDir
    Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private final FakeAnswers engine = new FakeAnswers();
    private MainWindow window;
    private DrawLab lab;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        LabEntry entry = new LabEntry("Draw", "", context -> lab = new DrawLab(() -> engine, context));
        window = ShownWindow.open(stage, folder, files, entry);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        assertTrue(engine.closed);
    }

    @Test
    void theCardsSayHowSureOrWhyNot(FxRobot robot) {
        awaitModels();
        assertEquals("\u2013", card(0).verdict().headline());
        answer(robot, 1, 2);
        assertEquals("3", card(0).verdict().headline());
        assertEquals("100.0 % sure", card(0).verdict().detail());
        assertEquals("3", card(2).verdict().headline());
        assertTrue(
                card(2).verdict().detail().matches("9\\d\\.\\d % sure"),
                card(2).verdict().detail());
        answer(robot, 1, 9);
        assertEquals("3", card(0).verdict().headline(), "without a decoder it cannot doubt");
        assertEquals("unknown", card(2).verdict().headline());
        assertEquals(
                "the confidence 0.70 is below 0.90, because the reconstruction error is large",
                card(2).verdict().detail());
        assertEquals("Draw: drawing \u2013 Penumbra", stage.getTitle());
    }

    @Test
    void gammaIsOnItsWayUntilItIsThereWithItsError(FxRobot robot) {
        awaitModels();
        answer(robot, 1, 3, Optional.empty());
        assertEquals("\u2026", card(2).numbers().gamma());
        assertTrue(card(2).numbers().isBusy());
        assertFalse(card(0).numbers().isBusy(), "there is no gamma without a decoder");
        answer(robot, 1, 3, Optional.of(new GammaEstimate(-0.9, 0.0312, 8)));
        assertEquals("\u22120.900 \u00b1 0.031", card(2).numbers().gamma());
        assertTrue(card(2).numbers().isBusy());
        answer(robot, 1, 3, Optional.of(GAMMA));
        assertEquals("\u22120.953 \u00b1 0.004", card(2).numbers().gamma());
        assertFalse(card(2).numbers().isBusy());
    }

    @Test
    void theTauSliderTurnsAnAnswerIntoUnknownWithoutTheEngine(FxRobot robot) {
        awaitModels();
        answer(robot, 0.95f, 3);
        assertEquals("3", card(0).verdict().headline());
        int asked = engine.asked.size();
        Slider slider = robot.lookup("#tau .slider").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT, 4);
        assertTrue(
                lab.model().sliders().tauProperty().get() > 0.95,
                "tau is " + lab.model().sliders().tauProperty().get());
        assertEquals("unknown", card(0).verdict().headline());
        assertEquals(asked, engine.asked.size());
    }

    @Test
    void alphaByHandIsOneForAllAndTheKeyBringsBackTheCalibration(FxRobot robot) {
        awaitModels();
        answer(robot, 1, 3);
        assertTrue(robot.lookup("#calibrate").query().isDisabled());
        Slider slider = robot.lookup("#alpha .slider").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT, 3);
        assertFalse(lab.model().settingsProperty().get().calibrated());
        assertTrue(label(robot, "#calibration").startsWith("One \u03b1 for all"), label(robot, "#calibration"));
        assertFalse(robot.lookup("#calibrate").query().isDisabled());
        robot.type(KeyCode.K);
        assertEquals("Each model has its own \u03b1.", label(robot, "#calibration"));
        assertTrue(robot.lookup("#calibrate").query().isDisabled());
    }

    @Test
    void aMenuPutsAnotherModelIntoACardsPlace(FxRobot robot) {
        awaitModels();
        robot.clickOn("#card-mnist-cnn .card-name");
        robot.clickOn("#model-fashion-mnist-cnn");
        await(() -> card(0).card().acceptanceProperty().get() != null);
        assertEquals("fashion-mnist-cnn", card(0).card().entry().name());
        answer(robot, 1, 3);
        assertEquals("Dress", card(0).verdict().headline());
        assertTrue(
                card(0).acceptance().words().contains("10\u202f000 Fashion-MNIST test images"),
                card(0).acceptance().words());
    }

    @Test
    void aModelFileIsAddedAndAWrongOneIsAMessage(FxRobot robot) throws IOException {
        awaitModels();
        files.file = Files.writeString(folder.resolve("broken.penumbra"), "no model");
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        await(() -> !ShownWindow.messages(window).isEmpty());
        assertTrue(ShownWindow.messages(window).get(0).text().contains("broken.penumbra"));
        assertEquals(4, lab.model().cards().size());
        files.file = folder.resolve("mine.penumbra");
        ModelFile.write(Models.shipped("mnist-dae-asym"), files.file);
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        await(() -> lab.model().cards().size() == 5 && engine.models.size() == 5);
        assertEquals("mine", card(4).card().entry().name());
    }

    @Test
    void whatIsMissingForTheShareOpensTheImageData(FxRobot robot) {
        awaitModels();
        robot.interact(() -> {
            while (lab.model().cards().size() > 1) {
                lab.model().remove(lab.model().cards().get(1));
            }
            lab.model().add(new org.penumbra.view.shell.ModelEntry("clothes", Models.shipped("fashion-mnist-cnn")));
        });
        await(() -> card(1).card().testedProperty().get() instanceof Tested.Missing);
        assertTrue(
                card(1).acceptance().words().contains("Fashion-MNIST is not here"),
                card(1).acceptance().words());
        Hyperlink link = robot.from(card(1)).lookup(".hyperlink").queryAs(Hyperlink.class);
        assertEquals("Get Fashion-MNIST", link.getText());
        robot.interact(link::fire);
        assertNotNull(robot.lookup(".data-sheet").query());
    }

    @Test
    void aFailureOfTheEngineIsAMessageWithAWayOn(FxRobot robot) {
        awaitModels();
        robot.interact(() -> engine.failure = "Answering failed: not enough memory. Choose fewer models.");
        await(() -> !ShownWindow.messages(window).isEmpty());
        assertTrue(ShownWindow.messages(window).get(0).text().contains("not enough memory"));
        robot.interact(() -> {
            engine.failure = "";
            engine.models = List.of();
            ShownWindow.messages(window).get(0).choices().get(0).action().run();
        });
        assertEquals(4, engine.models.size());
        await(() -> ShownWindow.messages(window).isEmpty());
    }

    @Test
    void theHistogramFollowsTheSelectedCardAndMarksTheImage(FxRobot robot) {
        awaitModels();
        answer(robot, 1, 3.25);
        assertEquals("this image 3.25", lab.view().errors().histogram().mark().label());
        assertEquals(
                List.of("MNIST test images", "uniform noise", "Fashion-MNIST test images"),
                lab.view().errors().histogram().populations().stream()
                        .map(one -> one.name())
                        .toList());
        double before = lab.view().errors().histogram().limit().value();
        robot.type(KeyCode.DIGIT4);
        assertEquals(
                "mnist-dae-asym", lab.model().selectedProperty().get().entry().name());
        assertNotEquals(before, lab.view().errors().histogram().limit().value());
        robot.clickOn("#card-mnist-cnn .verdict-banner");
        assertTrue(lab.view().errors().histogram().populations().isEmpty());
        assertTrue(label(robot, ".errors-pane .nothing").contains("no decoder"), label(robot, ".errors-pane .nothing"));
    }

    @Test
    void theHistoryIsExportedWithVerdictsAndTheWindowAsAPicture(FxRobot robot) throws IOException {
        awaitModels();
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        robot.clickOn("#export-verdicts");
        assertEquals(
                "There is nothing to export yet",
                ShownWindow.messages(window).get(0).title());
        answer(robot, 1, 9);
        files.file = folder.resolve("verdicts.csv");
        fire(robot, 1);
        await(() -> Files.exists(files.file));
        List<String> lines = Files.readAllLines(files.file);
        assertEquals(5, lines.size(), "one input, four models");
        assertTrue(lines.get(1).startsWith("drawing,mnist-cnn,,,,,1.000000,,3,1.000000,1.000000,"), lines.get(1));
        assertTrue(
                lines.get(3).startsWith("drawing,mnist-dae-sym,9.000000,-0.9530000,0.004000000,64,0.6999"),
                lines.get(3));
        assertTrue(
                lines.get(3)
                        .endsWith("\"unknown: the confidence 0.70 is below 0.90, because the reconstruction error is "
                                + "large\""),
                lines.get(3));
        files.file = folder.resolve("scores.csv");
        fire(robot, 2);
        await(() -> lineCount(files.file) == 1 + 4 * 10);
        files.file = folder.resolve("answer.png");
        fire(robot, 0);
        await(() -> ShownWindow.messages(window).stream()
                .anyMatch(message -> message.text().endsWith("answer.png")));
        ArgbImage picture = PngFile.read(files.file);
        assertEquals(2 * (int) lab.view().getWidth(), picture.width());
        files.file = folder.resolve("no such folder").resolve("x.csv");
        fire(robot, 1);
        await(() -> ShownWindow.messages(window).stream()
                .anyMatch(message -> message.title().equals("The export failed")));
    }

    @Test
    void aModelWithoutAnAnswerKeepsNoneOfAnEarlierImage(FxRobot robot) {
        awaitModels();
        answer(robot, 1, 2);
        assertEquals("3", card(2).verdict().headline());
        for (String why : List.of("Its numbers overflow (a logit is infinite). Train it anew.", "")) {
            robot.interact(() -> {
                engine.answerAllBut(card(2).card().modelProperty().get(), why);
                lab.pulse();
            });
            assertEquals("no answer", card(2).verdict().headline());
            assertEquals(
                    why.isEmpty() ? "The model gave no answer to this image." : "Its numbers overflow.",
                    card(2).verdict().detail());
            assertNull(card(2).card().answerProperty().get());
            assertEquals("3", card(0).verdict().headline());
        }
        answer(robot, 1, 2);
        assertEquals("3", card(2).verdict().headline());
    }

    @Test
    void whereThereIsRoomForNoOtherModelTheMenuSaysSo(FxRobot robot) {
        awaitModels();
        robot.interact(() -> {
            lab.model().add(lab.model().others().get(0));
            lab.model().add(lab.model().others().get(0));
        });
        await(() -> lab.view().cards().getHvalue() == lab.view().cards().getHmax(), "the new card comes into sight");
        MenuButton add = robot.lookup("#add-model").queryAs(MenuButton.class);
        assertFalse(add.isDisabled());
        robot.clickOn(add);
        assertTrue(robot.lookup("#model-full").query().isVisible());
        assertTrue(robot.lookup("#model-fashion-mnist-dae-asym").tryQuery().isEmpty());
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        assertEquals(
                "There is no room for another model",
                ShownWindow.messages(window).get(0).title());
    }

    @Test
    void thePadIsTheLargestPartAtEverySize(FxRobot robot) {
        awaitModels();
        answer(robot, 0.97f, 9);
        Map<List<Integer>, Double> least = Map.of(
                List.of(960, 640), 250.0,
                List.of(960, 1080), 360.0,
                List.of(1280, 800), 340.0,
                List.of(1366, 768), 300.0,
                List.of(1920, 1080), 440.0,
                List.of(2560, 1440), 580.0);
        least.forEach((size, side) -> {
            robot.interact(() -> {
                stage.setWidth(size.get(0));
                stage.setHeight(size.get(1));
            });
            List<String> cut = CutOff.in(stage.getScene());
            Region pad = robot.lookup("#ink-pad").queryAs(Region.class);
            System.out.printf("the pad has %.0f px of %s%n", pad.getWidth(), size);
            assertEquals(List.of(), cut, size.toString());
            assertTrue(pad.getWidth() >= side, "the pad has " + pad.getWidth() + " px of " + size);
            Bounds place = pad.localToScene(pad.getLayoutBounds());
            assertTrue(stage.getScene().getRoot().getLayoutBounds().contains(place), place.toString());
            Bounds cards = lab.view().cards().localToScene(lab.view().cards().getLayoutBounds());
            assertTrue(cards.getMaxY() <= stage.getScene().getHeight(), "the answers are in sight at " + size);
            Bounds chart = lab.view().errors().localToScene(lab.view().errors().getLayoutBounds());
            boolean scrolls =
                    robot.lookup(".middle > .scroll-bar").queryAll().stream().anyMatch(Node::isVisible);
            assertEquals(
                    chart.getMaxY() > stage.getScene().getHeight(), scrolls, "a bar where there is more, at " + size);
        });
    }

    @Test
    void nothingIsCutOffAtSmallAndLargeSizes(FxRobot robot) {
        awaitModels();
        answer(robot, 0.97f, 9);
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            assertEquals(List.of(), CutOff.in(stage.getScene()), size[0] + "x" + size[1]);
        }
    }

    private void fire(FxRobot robot, int item) {
        MenuButton export = robot.lookup("#export").queryAs(MenuButton.class);
        robot.interact(() -> export.getItems().get(item).fire());
    }

    private CardView card(int at) {
        return lab.view().cards().cards().get(at);
    }

    private static String label(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private void answer(FxRobot robot, float y, double error) {
        answer(robot, y, error, Optional.of(GAMMA));
    }

    private void answer(FxRobot robot, float y, double error, Optional<GammaEstimate> gamma) {
        robot.interact(() -> {
            lab.model().ask(new DigitInput("drawing", new float[784], List.of()));
            engine.answer(3, y, error, gamma);
            lab.pulse();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static int lineCount(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitModels() {
        await(() -> lab.model().cards().stream()
                .allMatch(card -> card.acceptanceProperty().get() != null));
    }
}
