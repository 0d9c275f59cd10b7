package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    void beforeTheFirstStepThereIsNothingToExport(FxRobot robot) {
        awaitFrame();
        robot.interact(lab.actions()::exportAnimation);
        assertEquals(
                "There is nothing to export yet",
                window.messages().shown().get(0).title());
    }

    /** Whether the window says now that the chosen file or folder was written; its messages belong to the UI thread. */
    private boolean saved() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> window.messages().shown().stream()
                        .anyMatch(message -> message.title().equals("Saved")
                                && message.text()
                                        .equals(files.file.toAbsolutePath().toString())));
    }
}
