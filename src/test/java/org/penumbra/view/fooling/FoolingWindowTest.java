package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataHome;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.live.FoolingFrame;
import org.penumbra.live.FoolingSession;
import org.penumbra.live.FoolingStatus.State;
import org.penumbra.live.TrialFrame;
import org.penumbra.net.ImageModel;
import org.penumbra.net.ImageNetwork;
import org.penumbra.net.ImageSettings;
import org.penumbra.paint.Picture;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.ModelFile;
import org.penumbra.preset.Models;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.rings.CutOff;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with the engine that attacks, on models that ship. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class FoolingWindowTest {

    @TempDir
    Path folder;

    private Path chosen;
    private MainWindow window;
    private FoolingLab lab;
    private FoolingModel model;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        LabEntry entry = new LabEntry("Fooling", "", context -> lab = new FoolingLab(FoolingSession::new, context));
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
    void itOpensWithAPlanAndWaitsForPlay() throws TimeoutException {
        awaitFrame();
        assertEquals(List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym"),
                model.planProperty().get().victims().stream().map(victim -> victim.name()).toList());
        assertEquals(State.PAUSED, model.statusProperty().get().state());
        assertEquals(0, frame().step());
        assertEquals("Fooling: \u201c3\u201d \u2013 Penumbra", stage.getTitle());
        assertArrayEquals(trial(0).image(), trial(2).image(), "the same first image for every victim");
    }

    @Test
    void spaceAttacksTheNetworkIsFooledAndTheAutoencoderHolds(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(300));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        assertEquals(Outcome.FOOLED, trial(0).outcome());
        assertTrue(trial(0).score() >= 0.9, "score " + trial(0).score());
        assertEquals(Outcome.FAILED, trial(2).outcome());
        assertTrue(trial(2).score() < 0.9, "score " + trial(2).score());
        assertEquals("fooled after " + trial(0).steps() + " steps", text(robot, "#outcome-0"));
        assertTrue(text(robot, "#outcome-2").matches("holds at 0\\.\\d\\d after 300 steps"), text(robot, "#outcome-2"));
        assertEquals(301, model.curve(2, 0).all().size(), "a point of the curve a step");
        assertEquals("Again", text(robot, "#play"));
    }

    @Test
    void keysStepRestartAndDrawANewSeed(FxRobot robot) throws TimeoutException {
        awaitFrame();
        float[] first = trial(0).image();
        robot.type(KeyCode.S, KeyCode.S, KeyCode.S);
        await(() -> frame() != null && frame().step() == 3);
        assertEquals(3, trial(0).steps());
        float[] third = trial(0).image();
        robot.type(KeyCode.R);
        await(() -> frame() != null && frame().step() == 0);
        assertArrayEquals(first, trial(0).image());
        robot.type(KeyCode.S, KeyCode.S, KeyCode.S);
        await(() -> frame() != null && frame().step() == 3);
        assertArrayEquals(third, trial(0).image());
        robot.type(KeyCode.N);
        awaitFrame();
        assertFalse(Arrays.equals(first, trial(0).image()));
        assertEquals(Long.toString(model.seedProperty().get()), robot.lookup("#seed").queryAs(TextField.class).getText());
    }

    @Test
    void allTenTargetsAreCountedAndAClickWatchesOne(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.interact(() -> {
            model.victims().remove("mnist-cool");
            model.mostStepsProperty().set(60);
        });
        robot.type(KeyCode.A);
        robot.type(KeyCode.SPACE);
        awaitEnd();
        var cnn = frame().victims().get(0);
        assertEquals(10, cnn.trials().size());
        assertTrue(cnn.fooled() >= 3, "seed 1: the CNN was fooled " + cnn.fooled() + " of 10 times");
        assertEquals("fooled " + cnn.fooled() + " of 10", text(robot, "#count-0"));
        assertEquals("fooled 0 of 10", text(robot, "#count-1"));
        robot.clickOn("#trial-1-7");
        assertEquals(new FoolingModel.Watched(1, 7), model.watchedProperty().get());
        assertTrue(text(robot, "#watched .title").contains("mnist-dae-sym for \u201c7\u201d"), text(robot, "#watched .title"));
        assertFalse(model.curve(1, 7).isEmpty());
        robot.type(KeyCode.DIGIT4);
        await(() -> robot.lookup("#column-0").tryQuery().isPresent());
        assertEquals(4, model.planProperty().get().settings().target(0));
    }

    @Test
    void exportsHoldTheImagesTheAnimationAndTheTrials(FxRobot robot) throws TimeoutException, IOException {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(12));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        chosen = folder.resolve("trials.csv");
        robot.interact(lab.actions()::exportTrials);
        await(this::saved);
        List<String> lines = Files.readAllLines(chosen);
        assertEquals(4, lines.size());
        assertTrue(lines.get(3).startsWith("mnist-dae-sym,paper,0,3,3,failed,12,"), lines.get(3));
        chosen = folder.resolve("fooling.png");
        robot.interact(lab.actions()::exportPicture);
        await(this::saved);
        Picture sheet = PngFile.read(chosen);
        assertTrue(sheet.width() > 3 * 8 * 28, "width " + sheet.width());
        chosen = folder.resolve("fooling.gif");
        robot.interact(lab.actions()::exportAnimation);
        await(this::saved);
        try (ImageInputStream in = ImageIO.createImageInputStream(chosen.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertEquals(13 + 20, reader.getNumImages(true), "steps 0 to 12, and the last one for a while");
            assertEquals(sheet.width(), reader.getWidth(0));
        }
    }

    @Test
    void eachImageIsWrittenAsTheNetworkSawIt(FxRobot robot) throws TimeoutException, IOException {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(5));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        chosen = folder;
        robot.interact(lab.actions()::exportImages);
        await(this::saved);
        Picture picture = PngFile.read(folder.resolve("mnist-dae-sym-as-3.png"));
        assertEquals(28, picture.width());
        for (int i = 0; i < 784; i++) {
            assertEquals(trial(2).image()[i], (picture.argb()[i] & 0xFF) / 255f, 0.003f);
        }
    }

    @Test
    void beforeTheFirstStepThereIsNothingToExport(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.interact(lab.actions()::exportAnimation);
        assertEquals("There is nothing to export yet", window.messages().shown().get(0).title());
    }

    @Test
    void aWrongNumberIsRefusedWithAReasonAndChangesNothing(FxRobot robot) throws TimeoutException {
        awaitFrame();
        var plan = model.planProperty().get();
        enter(robot, "#most-steps", "0");
        assertTrue(problem(robot).contains("expected 1 to 10000000, but got 0"), problem(robot));
        enter(robot, "#most-steps", "many");
        assertTrue(problem(robot).contains("expected a whole number"), problem(robot));
        enter(robot, "#tau .text-field", "1.5");
        assertTrue(robot.lookup("#tau .message").queryAs(Labeled.class).getText().contains("expected a number from"));
        enter(robot, "#seed", "x");
        assertEquals(plan, model.planProperty().get());
        enter(robot, "#most-steps", "77");
        assertEquals(plan, model.planProperty().get(), "the seed is still wrong");
        enter(robot, "#seed", "8");
        assertEquals(77, model.planProperty().get().settings().mostSteps());
        assertEquals(8, model.planProperty().get().settings().seed());
    }

    @Test
    void aModelThatCannotBeCalibratedSaysWhyAndNothingChanges(FxRobot robot) throws TimeoutException {
        awaitFrame();
        ImageModel dae = Models.load("mnist-dae-asym");
        ImageModel bare = new ImageModel(dae.settings(), dae.classes(), dae.parameters(), new float[0], dae.provenance());
        chosen = folder.resolve("bare.penumbra");
        ModelFile.write(bare, chosen);
        robot.interact(() -> lab.actions().openVictim(null));
        await(() -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> !window.messages().shown().isEmpty()));
        String text = window.messages().shown().get(0).text();
        assertTrue(text.startsWith("bare: ") && text.contains("no images were held out"), text);
        assertEquals(3, model.victims().chosen().size());
    }

    @Test
    void aModelWithOtherClassesIsRefusedBesideTheOthers(FxRobot robot) throws TimeoutException {
        awaitFrame();
        ImageModel cnn = Models.load("mnist-cnn");
        ImageSettings settings = new ImageSettings(cnn.settings().architecture(), 2, 1);
        float[] parameters = new float[ImageNetwork.parameterCount(settings)];
        robot.interact(() -> model.victims().add(lab.context().models().add("two",
                new ImageModel(settings, List.of("a", "b"), parameters, new float[0], cnn.provenance()))));
        String text = window.messages().shown().get(0).text();
        assertTrue(text.contains("two: it has 2 classes, but mnist-cnn beside it has 10"), text);
        assertEquals(3, model.victims().chosen().size());
    }

    @Test
    void victimsAreExchangedAddedAndTakenAway(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.interact(() -> model.victims().replace("mnist-cool", entry("mnist-dae-asym")));
        await(() -> names().equals(List.of("mnist-cnn", "mnist-dae-asym", "mnist-dae-sym")));
        robot.interact(() -> model.victims().add(entry("fashion-mnist-dae-sym")));
        await(() -> names().size() == 4);
        assertTrue(robot.lookup("#add-victim").query().isDisabled(), "four are the most");
        robot.clickOn("#remove-0");
        await(() -> names().size() == 3);
        assertFalse(robot.lookup("#add-victim").query().isDisabled());
        awaitFrame();
        assertEquals(3, frame().victims().size());
        assertNotEquals(0, model.planProperty().get().victims().get(0).alpha());
    }

    @Test
    void kappaLowersAlphaAndTauRaisesTheBar(FxRobot robot) throws TimeoutException {
        awaitFrame();
        double alpha = model.planProperty().get().victims().get(2).alpha();
        robot.interact(() -> model.kappaProperty().set(2));
        assertEquals(alpha / 2, model.planProperty().get().victims().get(2).alpha(), 1e-9);
        robot.interact(() -> model.tauProperty().set(0.99));
        assertEquals(0.99, model.planProperty().get().settings().tau());
        assertEquals(alpha / 2 * Math.log(0.99) / Math.log(0.9), model.planProperty().get().victims().get(2).alpha(), 1e-9);
        assertEquals(0, model.planProperty().get().victims().get(0).alpha());
    }

    @Test
    void everyControlHasATooltipOrAName(FxRobot robot) throws TimeoutException {
        awaitFrame();
        List<String> bare = robot.lookup(node -> node instanceof ButtonBase button && button.getTooltip() == null
                        && (button.getText() == null || button.getText().isBlank()))
                .queryAll().stream().filter(node -> !(node.getParent() instanceof javafx.scene.control.ScrollPane))
                .map(Object::toString).toList();
        assertEquals(List.of(), bare);
    }

    @Test
    void theTourEndsAndNothingIsCutOff(FxRobot robot) throws TimeoutException {
        awaitFrame();
        robot.clickOn("#tour");
        for (int stop = 0; stop < lab.tour().size(); stop++) {
            assertNotNull(robot.lookup(".tour-card").query());
            robot.type(KeyCode.ENTER);
        }
        assertTrue(robot.lookup(".tour-card").tryQuery().isEmpty());
        robot.interact(() -> model.victims().add(entry("mnist-dae-asym")));
        await(() -> names().size() == 4);
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(3));
        for (int target : new int[] {3, FoolingModel.ALL}) {
            robot.interact(() -> {
                model.targetProperty().set(target);
                model.play();
            });
            awaitEnd();
            robot.interact(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
            assertEquals(List.of(), CutOff.in(stage.getScene()), "target " + target);
        }
    }

    private List<String> names() {
        return model.planProperty().get().victims().stream().map(victim -> victim.name()).toList();
    }

    private org.penumbra.view.shell.ModelEntry entry(String name) {
        return lab.context().models().find(name).orElseThrow();
    }

    private void enter(FxRobot robot, String field, String text) {
        TextField node = robot.lookup(field).queryAs(TextField.class);
        robot.interact(() -> {
            node.setText(text);
            node.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private static String problem(FxRobot robot) {
        return robot.lookup(".problem").queryAll().stream().filter(javafx.scene.Node::isVisible)
                .map(node -> ((Labeled) node).getText()).reduce("", (a, b) -> a + b);
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    /** Whether the window says now that the chosen file or folder was written; its messages belong to the UI thread. */
    private boolean saved() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> window.messages().shown().stream().anyMatch(message ->
                message.title().equals("Saved") && message.text().equals(chosen.toAbsolutePath().toString())));
    }

    private FoolingFrame frame() {
        return model.frameProperty().get();
    }

    private TrialFrame trial(int victim) {
        return frame().victims().get(victim).trials().get(0);
    }

    private void awaitFrame() throws TimeoutException {
        await(() -> frame() != null && model.statusProperty().get().state() != State.STARTING);
    }

    private void awaitEnd() throws TimeoutException {
        await(() -> model.statusProperty().get().state() == State.FINISHED && frame() != null
                && frame().victims().stream().allMatch(victim -> victim.running() == 0));
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Answers as a person who always chooses the same file would. */
    private final class Chosen implements FilePicker {

        @Override
        public Optional<Path> toOpen(String title, Kind kind) {
            return Optional.ofNullable(chosen);
        }

        @Override
        public Optional<Path> toSave(String title, Kind kind, String proposedName) {
            return Optional.ofNullable(chosen);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(chosen);
        }
    }
}
