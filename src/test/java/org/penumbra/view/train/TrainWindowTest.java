package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataHome;
import org.penumbra.live.TrainingStatus.State;
import org.penumbra.net.ImageArchitecture;
import org.penumbra.net.ImageModel;
import org.penumbra.paint.Picture;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Checkpoint;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import org.penumbra.preset.ModelFile;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.rings.CutOff;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.penumbra.view.shell.Message;
import org.penumbra.view.shell.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with an engine made of formulas. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class TrainWindowTest {

    @TempDir
    Path folder;

    private final FakeTraining engine = new FakeTraining();
    private final ImagePreset preset = TinyRuns.preset(ImageArchitecture.DAE_SYM, 400);
    private Path file;
    private MainWindow window;
    private LabContext context;
    private TrainLab lab;
    private TrainModel model;
    private Stage stage;

    /** Answers as a person who always chooses the same file would. */
    private final class Chosen implements FilePicker {

        @Override
        public Optional<Path> toOpen(String title, Kind kind) {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> toSave(String title, Kind kind, String proposedName) {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(file);
        }
    }

    @Start
    void open(Stage shown) {
        stage = shown;
        LabEntry entry = new LabEntry("Train", "", given -> {
            context = given;
            return lab = new TrainLab(preset, () -> engine, given);
        });
        window = new MainWindow(stage, List.of(entry), ImageDataPart.of(DataHome.in(folder), DataSources.shipped()),
                new MemoryPreferences(), new Chosen());
        model = lab.model();
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void itStartsPausedOnBuiltInDigitsAndSpaceTrains(FxRobot robot) throws TimeoutException {
        awaitFrame();
        assertEquals("Training tiny \u2013 Penumbra", stage.getTitle());
        assertEquals(State.PAUSED, model.statusProperty().get().state());
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 20);
        robot.type(KeyCode.SPACE);
        assertEquals(List.of("begin", "play", "pause"), engine.commands);
        assertTrue(model.curves().held().all().size() > 1);
    }

    @Test
    void playPressedBeforeTheImagesAreThereIsNotForgotten(FxRobot robot) throws TimeoutException {
        robot.interact(() -> lab.actions().togglePlay());
        await(() -> model.statusProperty().get().step() > 0);
    }

    @Test
    void keysStepKeepAndGoBack(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.DIGIT1, KeyCode.RIGHT, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        robot.type(KeyCode.S, KeyCode.B);
        await(() -> model.statusProperty().get().step() == 3);
        robot.type(KeyCode.R);
        await(() -> model.statusProperty().get().step() == 0);
        assertEquals(List.of("begin", "step 1", "step 1", "step 1", "snapshot", "step 1", "resume 3", "reset"),
                engine.commands);
    }

    @Test
    void typedNonsenseIsExplainedAndChangesNothing(FxRobot robot) throws TimeoutException {
        awaitFrame();
        TextField sigma = robot.lookup("#sigma").queryAs(TextField.class);
        robot.interact(() -> sigma.setText("much"));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#restart").queryButton().isDisabled());
        assertTrue(robot.lookup(".problem").queryAll().stream().anyMatch(Node::isVisible));
        robot.interact(() -> lab.actions().togglePlay());
        assertEquals(List.of("begin"), engine.commands, "nothing has been trained, so play would start what is typed");
        assertTrue(window.messages().shown().get(0).text().startsWith("Sigma: expected a number"),
                window.messages().shown().toString());
        robot.interact(() -> sigma.setText("11"));
        assertTrue(robot.lookup("#restart").queryButton().isDisabled(), "sigma is 10 at most");
        robot.interact(() -> lab.actions().draft().revert());
        assertEquals("0.1", sigma.getText());
        assertFalse(robot.lookup(".restart-bar").query().isVisible());
    }

    @Test
    void aChangeWaitsUntilTheRunIsStartedAnew(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.S);
        robot.interact(() -> robot.lookup("#lambda").queryAs(TextField.class).setText("7"));
        assertTrue(robot.lookup(".restart-bar").query().isVisible());
        assertEquals(1, engine.plans.size());
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        await(() -> engine.plans.size() == 2);
        assertEquals(7, engine.plans.get(1).training().lambda());
        assertFalse(robot.lookup(".restart-bar").query().isVisible());
    }

    @Test
    void clutterIsAShareThatEveryArchitectureMayHave(FxRobot robot) throws TimeoutException {
        awaitFrame();
        TextField clutter = robot.lookup("#clutter").queryAs(TextField.class);
        assertEquals("0", clutter.getText());
        robot.interact(() -> clutter.setText("1.5"));
        assertTrue(robot.lookup("#restart").queryButton().isDisabled(), "clutter is 1 at most");
        assertTrue(lab.actions().draft().complaint().startsWith("Clutter: "), lab.actions().draft().complaint());
        robot.interact(() -> {
            clutter.setText("0.5");
            lab.actions().draft().architectureProperty().set(ImageArchitecture.CNN);
        });
        assertTrue(clutter.getParent().getParent().isVisible());
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        await(() -> engine.plans.size() == 2);
        assertEquals(0.5, engine.plans.get(1).training().clutter());
        assertEquals("0.5", clutter.getText());
    }

    @Test
    void beforeTheFirstStepPlayTakesWhatIsTyped(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.interact(() -> robot.lookup("#seed").queryAs(TextField.class).setText("77"));
        robot.interact(() -> lab.actions().togglePlay());
        await(() -> model.statusProperty().get().step() > 0);
        assertEquals(77, engine.plans.get(1).training().seed());
    }

    @Test
    void missingDataLeadToAnOfferAndTheBuiltInDigitsGoOn(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.S);
        choose(robot, "MNIST");
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        await(() -> robot.lookup("#offer-download").tryQuery().isPresent());
        assertEquals(1, engine.plans.size(), "the run stays");
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        robot.interact(() -> robot.lookup("#offer-built-in").queryButton().fire());
        assertFalse(robot.lookup(".supply-cover").query().isVisible());
        await(() -> !robot.lookup(".restart-bar").query().isVisible());
    }

    @Test
    void theOfferOpensTheSheetOfImageData(FxRobot robot) throws TimeoutException {
        awaitFrame();
        choose(robot, "Fashion-MNIST");
        robot.interact(() -> lab.actions().draft().apply());
        await(() -> robot.lookup("#offer-download").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#offer-download").queryButton().fire());
        assertNotNull(robot.lookup(".data-sheet").query());
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> robot.lookup("#offer-back").queryButton().fire());
        assertFalse(robot.lookup(".supply-cover").query().isVisible());
        assertTrue(robot.lookup(".restart-bar").query().isVisible(), "the choice is still there");
    }

    @Test
    void imagesThatCannotBeReadAreAMessageAndTheRunStays(FxRobot robot) throws IOException, TimeoutException {
        awaitFrame();
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        for (String name : List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte")) {
            Files.writeString(mnist.resolve(name), "no images");
        }
        choose(robot, "MNIST");
        robot.interact(() -> lab.actions().draft().apply());
        await(() -> !window.messages().shown().isEmpty());
        assertEquals("The images cannot be read", window.messages().shown().get(0).title());
        assertTrue(window.messages().shown().get(0).text().contains(mnist.toString()));
        assertEquals(1, engine.plans.size());
        assertFalse(robot.lookup(".supply-cover").query().isVisible());
    }

    @Test
    void aFolderOfOwnPicturesIsLearntAndWhatCannotBeReadIsTold(FxRobot robot) throws IOException, TimeoutException {
        awaitFrame();
        file = pictures("letters", 30, 8);
        Files.writeString(file.resolve("a").resolve("broken.png"), "no picture");
        choose(robot, "A folder of your own");
        robot.interact(() -> {
            robot.lookup("#held-out").queryAs(TextField.class).setText("8");
            lab.actions().draft().apply();
        });
        await(() -> engine.plans.size() == 2);
        assertEquals(List.of("a", "b"), engine.plans.get(1).data().classes());
        assertEquals("Some files were left out", window.messages().shown().get(0).title());
        assertTrue(window.messages().shown().get(0).text().contains("broken.png"));
        assertEquals("letters", robot.lookup(".folder-name").queryAs(Label.class).getText());
    }

    @Test
    void readingAFolderCanBeCancelledAndTheRunStays(FxRobot robot) throws IOException, TimeoutException {
        awaitFrame();
        file = pictures("photographs", 200, 1500);
        choose(robot, "A folder of your own");
        robot.interact(() -> lab.actions().draft().apply());
        await(() -> robot.lookup("#cancel-reading").tryQuery().isPresent());
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        robot.interact(() -> robot.lookup("#cancel-reading").queryButton().fire());
        assertFalse(robot.lookup(".supply-cover").query().isVisible());
        robot.interact(() -> lab.actions().draft().revert());
        // What is asked for next does not wait for the pictures.
        robot.interact(() -> lab.actions().start(new TrainSetup(TinyRuns.preset(ImageArchitecture.CNN, 2), 0)));
        await(() -> engine.plans.size() == 2);
        assertEquals(ImageArchitecture.CNN, engine.plans.get(1).network().architecture());
        assertTrue(window.messages().shown().isEmpty(), window.messages().shown().toString());
    }

    /** Two classes of so many pictures each, all with one stroke. */
    private Path pictures(String name, int count, int side) throws IOException {
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % side > side / 3 && i % side < side / 2 ? 0xFFFFFFFF : 0xFF000000;
        }
        Path first = folder.resolve("one.png");
        PngFile.write(new Picture(pixels, side, side), first);
        for (String label : List.of("a", "b")) {
            Path to = Files.createDirectories(folder.resolve(name).resolve(label));
            for (int i = 0; i < count; i++) {
                Files.copy(first, to.resolve(i + ".png"));
            }
        }
        return folder.resolve(name);
    }

    @Test
    void anEarlierRunIsSeenInTheChartsUntilItIsRemoved(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 50);
        robot.type(KeyCode.SPACE, KeyCode.K, KeyCode.R);
        await(() -> model.statusProperty().get().step() == 0);
        assertEquals("A  dAE sym", robot.lookup(".chip .label").queryAs(Label.class).getText());
        robot.interact(() -> {
            robot.lookup("#sigma").queryAs(TextField.class).setText("0.3");
            lab.actions().draft().apply();
        });
        assertEquals("A  dAE sym, \u03c3 0.1", robot.lookup(".chip .label").queryAs(Label.class).getText());
        robot.interact(() -> robot.lookup("#remove-A").queryButton().fire());
        assertTrue(robot.lookup(".chip").tryQuery().isEmpty());
        assertTrue(model.curves().kept().isEmpty());
    }

    @Test
    void aRunThatStopsEarlySaysWhyAndItsModelIsInTheOtherLabs(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.S);
        robot.interact(() -> engine.finish("The validation loss has not fallen for 5 epochs."));
        await(() -> !window.messages().shown().isEmpty());
        Message message = window.messages().shown().get(0);
        assertTrue(message.text().startsWith("The validation loss has not fallen for 5 epochs."), message.text());
        assertEquals("Finished", robot.lookup(".status-bar > #state").queryAs(Label.class).getText());
        ImageModel known = context.models().find("tiny trained here").orElseThrow().model();
        assertEquals("tiny", known.provenance().preset());
        assertEquals(1, known.provenance().steps());
        assertEquals(model.data().images().checksums(), known.provenance().checksums());
        assertTrue(robot.lookup("#play").queryButton().isDisabled());
    }

    @Test
    void thePresentNetworkCanBeUsedWhileTheRunIsPaused(FxRobot robot) throws TimeoutException {
        awaitFrame();
        assertTrue(robot.lookup("#use").queryButton().isDisabled());
        robot.type(KeyCode.S, KeyCode.U);
        await(() -> context.models().find("tiny at step 1").isPresent());
        assertEquals("The other labs know it as \u201ctiny at step 1\u201d.",
                robot.lookup(".model-pane .hint").queryAs(Label.class).getText());
    }

    @Test
    void aSavedModelAndItsPresetCanBeReadAgain(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.S);
        file = folder.resolve("mine.penumbra");
        await(() -> !robot.lookup("#save-model").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#save-model").queryButton().fire());
        await(() -> saved(1));
        ImageModel read = ModelFile.read(file);
        assertEquals(ImageArchitecture.DAE_SYM, read.settings().architecture());
        assertEquals("mine", read.provenance().preset());
        ImagePreset again = ImagePresets.read(folder.resolve("mine.json"));
        assertEquals("mine", again.name());
        assertEquals(preset.training(), again.training());
        assertEquals(preset.data(), again.data());
    }

    @Test
    void anotherPresetBesideASavedModelIsNotOverwrittenUnasked(FxRobot robot) throws IOException, TimeoutException {
        awaitFrame();
        robot.type(KeyCode.S);
        file = folder.resolve("mine.penumbra");
        Path beside = Files.writeString(folder.resolve("mine.json"), "something else");
        await(() -> !robot.lookup("#save-model").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#save-model").queryButton().fire());
        await(() -> !window.messages().shown().isEmpty());
        assertEquals("something else", Files.readString(beside));
        assertEquals(1, ModelFile.read(file).provenance().steps());
        robot.clickOn("Replace it");
        await(() -> saved(1));
        assertEquals("mine", ImagePresets.read(beside).name());
    }

    @Test
    void aSavedCheckpointIsGoneOnFromOnTheSameImagesOnly(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.S, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        file = folder.resolve("tiny.penumbra.checkpoint");
        robot.interact(() -> lab.actions().files().saveCheckpoint());
        await(() -> saved(1));
        assertEquals(2, Checkpoint.read(file).steps());
        robot.interact(() -> lab.actions().files().openCheckpoint());
        await(() -> engine.commands.contains("resume 2"));
        Checkpoint kept = Checkpoint.read(file);
        new Checkpoint(kept.preset(), kept.classes(), Map.of("generator", "another"), kept.lanes(), kept.steps(),
                kept.parameters(), kept.mean(), kept.variance()).write(file);
        robot.interact(() -> lab.actions().files().openCheckpoint());
        await(() -> window.messages().shown().get(0).text().contains("other images"));
        assertEquals(1, engine.commands.stream().filter(command -> command.startsWith("resume")).count());
    }

    @Test
    void aPresetFillsTheFieldsAndWaits(FxRobot robot) throws TimeoutException {
        awaitFrame();
        await(() -> !lab.actions().shipped().isEmpty());
        robot.interact(() -> choosePreset(robot, "mnist-cool"));
        assertEquals("5", robot.lookup("#omega").queryAs(TextField.class).getText());
        assertEquals(new ImageSource.Stored("mnist"), lab.actions().draft().sourceProperty().get());
        assertTrue(robot.lookup(".restart-bar").query().isVisible());
        assertFalse(robot.lookup("#lambda").query().getParent().getParent().isVisible(), "COOL does not reconstruct");
        assertEquals(1, engine.plans.size());
    }

    @Test
    void aFailureIsShownWithAWayOut(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.interact(() -> engine.fail("The loss is NaN at step 3. Lower the learning rate."));
        await(() -> !window.messages().shown().isEmpty());
        robot.clickOn("A tenth of the learning rate, and start anew");
        await(() -> engine.plans.size() == 2);
        assertEquals(1e-4, engine.plans.get(1).training().learningRate(), 1e-12);
        await(() -> window.messages().shown().isEmpty());
    }

    @Test
    void nothingIsCutOff(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 30);
        robot.type(KeyCode.SPACE, KeyCode.C, KeyCode.K, KeyCode.K, KeyCode.K);
        await(() -> model.milestoneProperty().get() != null);
        for (int[] size : new int[][] {{1280, 800}, {1600, 1000}, {1920, 1080}}) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                for (ImageArchitecture architecture : ImageArchitecture.values()) {
                    robot.interact(() -> lab.actions().draft().architectureProperty().set(architecture));
                    assertEquals(List.of(), CutOff.in(stage.getScene()), size[0] + " " + theme + " " + architecture);
                }
                robot.type(KeyCode.T);
            }
        }
    }

    @Test
    void everyControlHasATooltipOrAName(FxRobot robot) {
        List<String> bare = robot.lookup(node -> node instanceof ButtonBase button && button.getTooltip() == null
                        && !(button.getParent() instanceof javafx.scene.control.ScrollPane)
                        && (button.getText() == null || button.getText().isBlank()))
                .queryAll().stream().map(Node::toString).toList();
        assertEquals(List.of(), bare);
    }

    @Test
    void theTourEnds(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.clickOn("#tour");
        for (int stop = 0; stop < lab.tour().size(); stop++) {
            assertNotNull(robot.lookup(".tour-card").query());
            robot.type(KeyCode.ENTER);
        }
        assertTrue(robot.lookup(".tour-card").tryQuery().isEmpty());
    }

    @Test
    void closingEndsTheEngine(FxRobot robot) {
        robot.interact(window::close);
        assertTrue(engine.commands.contains("close"));
    }

    private void choose(FxRobot robot, String title) {
        robot.interact(() -> {
            ComboBox<DataChoice> box = comboBox(robot, "#data-set");
            box.setValue(box.getItems().stream().filter(choice -> choice.title().equals(title)).findFirst().orElseThrow());
        });
    }

    private static void choosePreset(FxRobot robot, String name) {
        ComboBox<ImagePreset> box = comboBox(robot, "#preset");
        box.setValue(box.getItems().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> comboBox(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
    }

    private boolean saved(int times) {
        return window.messages().shown().stream().filter(message -> message.title().equals("Saved")).count() == times;
    }

    private void awaitFrame() throws TimeoutException {
        await(() -> model.frameProperty().get() != null);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
