package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.LogFile;
import org.penumbra.data.home.PreferencesFile;
import org.penumbra.kit.LeftThreads;
import org.penumbra.view.rings.HeatmapsPane;
import org.penumbra.view.rings.field.Field;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program as it is started, with the engine that trains. */
@Timeout(180)
class PenumbraApplicationTest {

    private final FxRobot robot = new FxRobot();
    private PenumbraApplication application;
    private Stage stage;

    @BeforeEach
    void toolkit() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupApplication(application);
    }

    @Test
    void stepsTrainTheNetworkAndMoveThePixels() throws TimeoutException {
        start();
        await(() -> "Paused".equals(text("#state")));
        HeatmapsPane heatmaps = (HeatmapsPane) scene().lookup(".heatmaps-pane");
        await(() -> heatmaps.pixels(Field.PREDICTION).length > 0);
        int[] before = heatmaps.pixels(Field.PREDICTION);
        robot.type(KeyCode.S, KeyCode.S, KeyCode.S);
        await(() -> "step 3".equals(text("#step.part")));
        await(() -> !Arrays.equals(before, heatmaps.pixels(Field.PREDICTION)));
        robot.type(KeyCode.R);
        await(() -> "step 0".equals(text("#step.part")));
        await(() -> Arrays.equals(before, heatmaps.pixels(Field.PREDICTION)));
    }

    @Test
    void aDivergingRunStopsWithAMessageAndResetGoesOn() throws TimeoutException {
        start();
        await(() -> "Paused".equals(text("#state")));
        robot.interact(() -> {
            TextField field = (TextField) scene().lookup("#learning-rate .text-field");
            field.setText("100");
            field.fireEvent(new ActionEvent());
        });
        robot.type(KeyCode.SPACE);
        await(() -> "Stopped by an error".equals(text("#state")));
        robot.clickOn("Lower the learning rate and reset");
        await(() -> "Paused".equals(text("#state")));
        robot.type(KeyCode.SPACE);
        await(() -> "Training".equals(text("#state")));
    }

    @Test
    void aPresetIsChosenByParameter() throws TimeoutException {
        start("--preset", "moons");
        assertEquals("Two moons \u2013 Penumbra", stage.getTitle());
    }

    @Test
    void anUnknownPresetOpensTheRingsWithAMessage() throws TimeoutException {
        start("--preset=ringz");
        assertTrue(stage.getTitle().startsWith("Three rings"), stage.getTitle());
        Label explanation = (Label) scene().lookup(".notice .explanation");
        assertNotNull(explanation);
        assertTrue(explanation.getText().contains("ringz"), explanation.getText());
    }

    @Test
    void theFolderOfImageDataIsChosenByParameter(@TempDir Path folder) throws TimeoutException {
        start(PenumbraApplication.parameters("rings", folder));
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        TextField place = robot.lookup(".places .path").queryAs(TextField.class);
        assertEquals(folder.toString(), place.getText());
        assertEquals(1, robot.lookup(".places .path").queryAll().size(), "the only place looked at");
    }

    @Test
    void aFolderOfImageDataThatIsNotThereIsToldAtTheStart(@TempDir Path folder) throws TimeoutException {
        Path missing = folder.resolve("mnsit");
        start(PenumbraApplication.parameters(null, missing));
        Label title = (Label) scene().lookup(".notice .title");
        assertNotNull(title);
        assertEquals("The folder of image data is not there", title.getText());
        Label explanation = (Label) scene().lookup(".notice .explanation");
        assertTrue(explanation.getText().startsWith("--data names " + missing + ","), explanation.getText());
    }

    @Test
    void damagedPreferencesArePutAsideAndToldOf(@TempDir Path folder) throws Exception {
        String usual = System.setProperty(PreferencesFile.FOLDER, folder.toString());
        try {
            Files.writeString(folder.resolve(PreferencesFile.NAME), "{ \"theme\" : \"dark\", ");
            start();
            assertEquals("The preferences could not be read", ((Label) scene().lookup(".notice .title")).getText());
            String told = ((Label) scene().lookup(".notice .explanation")).getText();
            assertTrue(told.contains("It was put aside as preferences.json.damaged"), told);
            assertEquals("{ \"theme\" : \"dark\", ", Files.readString(folder.resolve("preferences.json.damaged")));
            robot.type(KeyCode.T);
            robot.interact(application::stop);
            assertEquals("dark", PreferencesFile.in(folder).read().values().get("theme"));
        } finally {
            System.setProperty(PreferencesFile.FOLDER, usual);
        }
    }

    @Test
    void theWindowWritesALogAndItsSheetOfKeysNamesIt() throws TimeoutException {
        start();
        Path log = LogFile.current().orElseThrow();
        assertTrue(Files.exists(log), log.toString());
        robot.type(KeyCode.F1);
        String about = robot.lookup("#about").queryLabeled().getText();
        assertTrue(about.endsWith("Its log is " + log + "."), about);
    }

    @Test
    void closingTheWindowEndsTheEngineThread() throws TimeoutException {
        start();
        await(() -> "Paused".equals(text("#state")));
        robot.interact(application::stop);
        LeftThreads.awaitNone("penumbra-engine");
    }

    @Test
    void asAPersonStartsItTheRingsAreLearntByThemselves() throws TimeoutException {
        start(PenumbraApplication.personsParameters("rings", null));
        await(() -> "Training".equals(text("#state")));
    }

    private void start(String... parameters) throws TimeoutException {
        application = (PenumbraApplication) FxToolkit.setupApplication(PenumbraApplication.class, parameters);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Scene scene() {
        return stage.getScene();
    }

    private String text(String selector) {
        return ((Labeled) scene().lookup(".status-bar > " + selector)).getText();
    }
}
