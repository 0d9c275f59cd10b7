package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.fooling.FoolingRecording;
import org.penumbra.net.image.ImageModel;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the fooling lab writes into files. */
@Timeout(240)
class FoolingExportTest extends FoolingWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void exportsHoldTheImagesTheAnimationAndTheTrials(FxRobot robot) throws IOException {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(12));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        files.file = folder.resolve("trials.csv");
        robot.interact(lab.actions()::exportTrials);
        await(this::saved);
        List<String> lines = Files.readAllLines(files.file);
        assertEquals(4, lines.size());
        assertTrue(lines.get(3).startsWith("mnist-dae-sym,paper,0,3,3,failed,12,"), lines.get(3));
        files.file = folder.resolve("fooling.png");
        robot.interact(lab.actions()::exportPicture);
        await(this::saved);
        ArgbImage sheet = PngFile.read(files.file);
        assertTrue(sheet.width() > 3 * 8 * 28, "width " + sheet.width());
        files.file = folder.resolve("fooling.gif");
        robot.interact(lab.actions()::exportAnimation);
        await(this::saved);
        try (ImageInputStream in = ImageIO.createImageInputStream(files.file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertEquals(13 + 20, reader.getNumImages(true), "steps 0 to 12, and the last one for a while");
            assertEquals(sheet.width(), reader.getWidth(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void sheetsCallTheAttackAsTheWindowDoesAndTablesByItsMachineName(Protocol protocol, FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.protocolProperty().set(protocol));
        FoolingRecording[] taken = new FoolingRecording[1];
        robot.interact(() -> model.record(recording -> taken[0] = recording));
        await(() -> taken[0] != null && taken[0].plan() == model.planProperty().get());
        assertEquals(protocol.id(), taken[0].plan().protocol());
        assertEquals("Attack \"" + protocol.title() + "\" towards \"3\"", new FoolingSheets(taken[0]).title());
    }

    @Test
    void eachImageIsWrittenAsTheNetworkSawIt(FxRobot robot) throws IOException {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(5));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        files.file = folder;
        robot.interact(lab.actions()::exportImages);
        await(this::saved);
        ArgbImage picture = PngFile.read(folder.resolve("mnist-dae-sym-as-3.png"));
        assertEquals(28, picture.width());
        for (int i = 0; i < 784; i++) {
            assertEquals(trial(2).image()[i], (picture.argb()[i] & 0xFF) / 255f, 0.003f);
        }
    }

    @Test
    void whatAnEngineThatHasEndedCannotHandOverIsNotWaitedFor(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(2));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        files.file = folder.resolve("fooling.png");
        robot.interact(() -> {
            model.close();
            lab.actions().exportPicture();
        });
        await(() -> ShownWindow.messages(window).stream()
                .anyMatch(message -> message.title().equals("The export failed")));
        await(() -> window.saves().underWay().isEmpty());
    }

    @Test
    void beforeTheFirstStepThereIsNothingToExport(FxRobot robot) {
        awaitFrame();
        robot.interact(lab.actions()::exportAnimation);
        assertEquals(
                "There is nothing to export yet",
                ShownWindow.messages(window).get(0).title());
    }

    /** Whether the window says now that the chosen file or folder was written; its messages belong to the UI thread. */
    private boolean saved() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> ShownWindow.messages(window).stream()
                        .anyMatch(message -> message.title().equals("Saved")
                                && message.text()
                                        .equals(files.file.toAbsolutePath().toString())));
    }

    @Test
    void imagesOfModelsInAnotherScriptDoNotReplaceEachOther(FxRobot robot) throws IOException {
        awaitFrame();
        List<String> scripts = List.of("\u6570\u5b57", "\u0623\u0631\u0642\u0627\u0645", "a/b");
        robot.interact(() -> {
            model.mostStepsProperty().set(2);
            List<String> before = names();
            for (int i = 0; i < scripts.size(); i++) {
                ImageModel read = model.planProperty().get().victims().get(i).model();
                model.victims().replace(before.get(i), lab.context().models().add(scripts.get(i), read));
            }
        });
        assertEquals(scripts, names());
        await(() -> frame() != null && frame().plan() == model.planProperty().get());
        robot.type(KeyCode.SPACE);
        awaitEnd();
        files.file = folder;
        robot.interact(lab.actions()::exportImages);
        await(this::saved);
        assertEquals(28, PngFile.read(folder.resolve("\u6570\u5b57-as-3.png")).width());
        assertEquals(
                28,
                PngFile.read(folder.resolve("\u0623\u0631\u0642\u0627\u0645-as-3.png"))
                        .width());
        assertEquals(3, pictures());
        robot.interact(lab.actions()::exportImages);
        robot.clickOn("Keep the old files");
    }

    private long pictures() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".png")).count();
        }
    }
}
