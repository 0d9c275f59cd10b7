package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Checkpoint;
import org.penumbra.archive.ModelFile;
import org.penumbra.data.ink.Fit;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a run in the window is made from and what becomes of it: images, presets, models, checkpoints. */
@Timeout(240)
class TrainFilesTest extends TrainWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void missingDataLeadToAnOfferAndTheBuiltInDigitsGoOn(FxRobot robot) {
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
    void theOfferOpensTheSheetOfImageData(FxRobot robot) {
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
    void imagesThatCannotBeReadAreAMessageAndTheRunStays(FxRobot robot) throws IOException {
        awaitFrame();
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        for (String name : List.of(
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte")) {
            Files.writeString(mnist.resolve(name), "no images");
        }
        choose(robot, "MNIST");
        robot.interact(() -> lab.actions().draft().apply());
        await(() -> !shown().isEmpty());
        assertEquals(
                "The images cannot be read", ShownWindow.messages(window).get(0).title());
        assertTrue(ShownWindow.messages(window).get(0).text().contains(mnist.toString()));
        assertEquals(1, engine.plans.size());
        assertFalse(robot.lookup(".supply-cover").query().isVisible());
    }

    @Test
    void aFolderOfOwnPicturesIsLearntAndWhatCannotBeReadIsTold(FxRobot robot) throws IOException {
        awaitFrame();
        files.file = pictures("letters", 30, 8);
        Files.writeString(files.file.resolve("a").resolve("broken.png"), "no picture");
        choose(robot, "A folder of your own");
        robot.interact(() -> {
            robot.lookup("#held-out").queryAs(TextField.class).setText("8");
            lab.actions().draft().apply();
        });
        await(() -> engine.plans.size() == 2);
        assertEquals(List.of("a", "b"), engine.plans.get(1).course().data().classes());
        assertEquals(
                "Some files were left out", ShownWindow.messages(window).get(0).title());
        assertTrue(ShownWindow.messages(window).get(0).text().contains("broken.png"));
        assertEquals(
                "letters", robot.lookup(".folder-name").queryAs(Label.class).getText());
    }

    @Test
    void howOwnPicturesAreFittedCanBeChosen(FxRobot robot) throws IOException {
        awaitFrame();
        files.file = pictures("letters", 30, 8);
        assertFalse(robot.lookup("#fit").query().getParent().getParent().isVisible(), "built-in digits need none");
        choose(robot, "A folder of your own");
        ComboBox<Optional<Fit>> box = comboBox(robot, "#fit");
        assertEquals(Optional.empty(), box.getValue());
        robot.interact(() -> {
            box.setValue(Optional.of(Fit.AS_IS));
            robot.lookup("#held-out").queryAs(TextField.class).setText("8");
            lab.actions().draft().apply();
        });
        await(() -> engine.plans.size() == 2);
        assertEquals(
                Optional.of(Fit.AS_IS),
                ((ImageSource.Stored) model.setupProperty().get().preset().data()).fit());
        assertEquals(Fit.AS_IS, engine.plans.get(1).course().data().fit());
        assertEquals(List.of(), CutOff.in(stage.getScene()));
    }

    @Test
    void whatIsSeenIsWrittenAsPicturesAndTables(FxRobot robot) throws IOException {
        awaitFrame();
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 50);
        robot.type(KeyCode.SPACE);
        // What is kept before the run has come to rest has fewer points than the run in the end.
        await(() -> model.statusProperty().get().state() == State.PAUSED);
        robot.type(KeyCode.K);
        files.file = Files.createDirectories(folder.resolve("pictures"));
        export(robot, "export-pictures");
        for (TrainPicture picture : TrainPicture.values()) {
            ArgbImage written = PngFile.read(files.file.resolve(picture.fileName() + ".png"));
            assertTrue(written.width() > 300 && written.height() > 200, picture + " " + written.width());
        }
        files.file = folder.resolve("curves.csv");
        export(robot, "export-curves");
        List<String> curves = Files.readAllLines(files.file);
        assertEquals(
                "run,settings,step,epochs,cross_entropy,reconstruction,held_out_cross_entropy,"
                        + "held_out_reconstruction,held_out_accuracy",
                curves.get(0));
        int points = model.curves().trained().all().size();
        assertEquals(1 + 2 * points, curves.size(), "the present run and the one that is kept");
        assertTrue(curves.get(1).startsWith("now,"), curves.get(1));
        assertTrue(curves.get(1 + points).startsWith("A,"), curves.get(1 + points));
        files.file = folder.resolve("confusion.csv");
        export(robot, "export-confusion-numbers");
        List<String> confusion = Files.readAllLines(files.file);
        assertEquals(101, confusion.size());
        assertEquals("0,0,45,0.9", confusion.get(1));
        files.file = folder.resolve("samples.csv");
        export(robot, "export-samples");
        List<String> samples = Files.readAllLines(files.file);
        assertEquals("images,known,error,highest_score,right", samples.get(0));
        assertEquals(801, samples.size());
        assertTrue(samples.get(1).startsWith("held out,true,"), samples.get(1));
        assertTrue(
                samples.get(800).startsWith("uniform noise,false,")
                        && samples.get(800).endsWith(","),
                samples.get(800));
    }

    private void export(FxRobot robot, String item) {
        MenuButton menu = robot.lookup("#export").queryAs(MenuButton.class);
        robot.interact(() ->
                menu.getItems().stream().filter(one -> item.equals(one.getId())).forEach(MenuItem::fire));
        await(this::savedTo);
    }

    @Test
    void readingAFolderCanBeCancelledAndTheRunStays(FxRobot robot) throws IOException {
        awaitFrame();
        files.file = pictures("photographs", 200, 1500);
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
        assertEquals(
                ImageArchitecture.CNN, engine.plans.get(1).course().network().architecture());
        assertTrue(
                ShownWindow.messages(window).isEmpty(),
                ShownWindow.messages(window).toString());
    }

    /** Two classes of so many pictures each, all with one stroke. */
    private Path pictures(String name, int count, int side) throws IOException {
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % side > side / 3 && i % side < side / 2 ? 0xFFFFFFFF : 0xFF000000;
        }
        Path first = folder.resolve("one.png");
        PngFile.write(new ArgbImage(pixels, side, side), first);
        for (String label : List.of("a", "b")) {
            Path to = Files.createDirectories(folder.resolve(name).resolve(label));
            for (int i = 0; i < count; i++) {
                Files.copy(first, to.resolve(i + ".png"));
            }
        }
        return folder.resolve(name);
    }

    @Test
    void aSavedModelAndItsPresetCanBeReadAgain(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S);
        files.file = folder.resolve("mine.penumbra");
        await(() -> !robot.lookup("#save-model").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#save-model").queryButton().fire());
        await(() -> saved(1));
        TrainedModel read = ModelFile.read(files.file);
        assertEquals(ImageArchitecture.DAE_SYM, read.settings().architecture());
        assertEquals("mine", read.provenance().preset());
        ImagePreset again = ImagePresets.read(folder.resolve("mine.json"));
        assertEquals("mine", again.name());
        assertEquals(preset.training(), again.training());
        assertEquals(preset.data(), again.data());
    }

    @Test
    void anotherPresetBesideASavedModelIsNotOverwrittenUnasked(FxRobot robot) throws IOException {
        awaitFrame();
        robot.type(KeyCode.S);
        files.file = folder.resolve("mine.penumbra");
        Path beside = Files.writeString(folder.resolve("mine.json"), "something else");
        await(() -> !robot.lookup("#save-model").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#save-model").queryButton().fire());
        await(() -> !shown().isEmpty());
        assertEquals("something else", Files.readString(beside));
        assertEquals(1, ModelFile.read(files.file).provenance().steps());
        robot.clickOn("Replace it");
        await(() -> saved(1));
        assertEquals("mine", ImagePresets.read(beside).name());
    }

    @Test
    void aSavedCheckpointIsGoneOnFromOnTheSameImagesOnly(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.S, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        files.file = folder.resolve("tiny.penumbra.checkpoint");
        robot.interact(() -> lab.actions().files().saveCheckpoint());
        await(() -> saved(1));
        assertEquals(2, Checkpoint.read(files.file).run().steps());
        robot.interact(() -> lab.actions().files().openCheckpoint());
        await(() -> engine.commands.contains("resume 2"));
        Checkpoint kept = Checkpoint.read(files.file);
        new Checkpoint(kept.preset(), kept.patience(), kept.classes(), Map.of("generator", "another"), kept.run())
                .write(files.file);
        robot.interact(() -> lab.actions().files().openCheckpoint());
        await(() -> ShownWindow.messages(window).get(0).text().contains("other images"));
        assertEquals(
                1,
                engine.commands.stream()
                        .filter(command -> command.startsWith("resume"))
                        .count());
    }

    @Test
    void aCheckpointWithPatienceBringsItAlong(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        files.file = folder.resolve("tiny.penumbra.checkpoint");
        robot.interact(() -> lab.actions().files().saveCheckpoint());
        await(() -> saved(1));
        Checkpoint kept = Checkpoint.read(files.file);
        new Checkpoint(kept.preset(), 7, kept.classes(), kept.checksums(), kept.run()).write(files.file);
        robot.interact(() -> lab.actions().files().openCheckpoint());
        await(() -> engine.commands.contains("resume 1"));
        assertEquals(7, model.setupProperty().get().patience());
        assertEquals(7, lab.actions().draft().patience().value().orElseThrow());
    }

    @Test
    void aPresetFillsTheFieldsAndWaits(FxRobot robot) {
        awaitFrame();
        await(() -> !lab.actions().shipped().isEmpty());
        robot.interact(() -> choosePreset(robot, "mnist-cool"));
        assertEquals("5", robot.lookup("#omega").queryAs(TextField.class).getText());
        assertEquals(
                new ImageSource.Stored("mnist"),
                lab.actions().draft().sourceProperty().get());
        assertTrue(robot.lookup(".restart-bar").query().isVisible());
        assertFalse(robot.lookup("#lambda").query().getParent().getParent().isVisible(), "COOL does not reconstruct");
        assertEquals(1, engine.plans.size());
    }

    private void choose(FxRobot robot, String title) {
        robot.interact(() -> {
            ComboBox<DataChoice> box = comboBox(robot, "#data-set");
            box.setValue(box.getItems().stream()
                    .filter(choice -> choice.title().equals(title))
                    .findFirst()
                    .orElseThrow());
        });
    }

    private static void choosePreset(FxRobot robot, String name) {
        ComboBox<ImagePreset> box = comboBox(robot, "#preset");
        box.setValue(box.getItems().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    /** Notes fade, so only the one on the chosen file counts. */
    private boolean savedTo() {
        String file = files.file.toAbsolutePath().toString();
        return shown().stream()
                .anyMatch(message ->
                        message.title().equals("Saved") && message.text().equals(file));
    }

    private boolean saved(int times) {
        return shown().stream()
                        .filter(message -> message.title().equals("Saved"))
                        .count()
                == times;
    }

    private List<Message> shown() {
        return ShownWindow.messages(window);
    }

    @Test
    void aModelWhoseRunEndsBeforeItsWeightsHaveComeIsSaidNotToBeSaved(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S);
        files.file = folder.resolve("mine.penumbra");
        robot.interact(() -> {
            lab.actions().saveModel();
            model.reset();
        });
        await(() -> !shown().isEmpty());
        assertEquals(
                "The model was not saved", ShownWindow.messages(window).get(0).title());
        assertEquals(List.of(), window.saves().underWay());
        assertFalse(Files.exists(files.file));
    }

    @Test
    void whatIsNoPresetBesideASavedModelStaysAndTheModelIsThere(FxRobot robot) throws IOException {
        awaitFrame();
        robot.type(KeyCode.S);
        files.file = folder.resolve("mine.penumbra");
        Files.write(folder.resolve("mine.json"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        robot.interact(() -> lab.actions().saveModel());
        await(() -> !shown().isEmpty());
        assertEquals(
                "The model is saved, its preset is not",
                ShownWindow.messages(window).get(0).title());
        assertEquals(2, Files.size(folder.resolve("mine.json")));
        assertEquals("mine", ModelFile.read(files.file).provenance().preset());
    }

    @Test
    void aModelsFileMayHaveALongerNameThanAPreset(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S);
        files.file = folder.resolve("n".repeat(150) + ".penumbra");
        robot.interact(() -> lab.actions().saveModel());
        await(() -> saved(1));
        assertEquals(100, ModelFile.read(files.file).provenance().preset().length());
        assertEquals(
                100,
                ImagePresets.read(folder.resolve("n".repeat(150) + ".json"))
                        .name()
                        .length());
    }
}
