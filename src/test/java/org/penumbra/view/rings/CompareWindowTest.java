package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.Position;
import org.penumbra.kit.window.CutOff;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.view.rings.compare.ComparedPicture;
import org.penumbra.view.rings.field.Field;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Detectors beside the confidence, in the window. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class CompareWindowTest extends RingsWindow {

    private static final int[][] SIZES = {{960, 640}, {960, 1080}, {1280, 800}, {1366, 768}, {1920, 1080}, {2560, 1440}
    };

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void twoDetectorsStandBesideTheConfidenceWithFiguresSettingsAndWords(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> {
            model.step();
            model.compare().kindProperty(Side.LEFT).set("max-softmax");
            model.compare().kindProperty(Side.RIGHT).set("confidence");
        });
        ComparedPicture left = heatmaps().compared().at(Side.LEFT);
        ComparedPicture right = heatmaps().compared().at(Side.RIGHT);
        await(() -> left.pixels().length == 40_000 && right.pixels().length == 40_000);
        assertEquals("0.997", left.auroc());
        assertEquals("0.999", text(robot, "#confidence-auroc"));
        assertEquals("0.980", text(robot, "#y-far"));
        assertTrue(heatmaps().view(Field.CONFIDENCE).isVisible() && left.view().isVisible());
        assertTrue(robot.lookup("#right-kappa").tryQuery().isPresent(), "the settings of the last choice");
        assertFalse(robot.lookup("#alpha").tryQuery().isPresent(), "alpha and beta gave way");
        robot.interact(() -> model.compare().focusProperty().set(null));
        assertTrue(robot.lookup("#alpha").tryQuery().isPresent());
        robot.interact(() -> model.look().pointerProperty().set(new Position(-2.2, -2.2)));
        await(() -> text(robot, "#compared-left").contains("highest output"));
        robot.type(KeyCode.DIGIT6);
        await(() -> right.view().isVisible() && !left.view().isVisible());
        robot.type(KeyCode.DIGIT0);
        await(() -> left.view().isVisible());
        robot.interact(() -> {
            model.compare().kindProperty(Side.LEFT).set("");
            model.compare().kindProperty(Side.RIGHT).set("");
        });
        await(() -> heatmaps().view(Field.SCALED).isVisible());
        assertTrue(robot.lookup("#heatmap-left").tryQuery().isEmpty());
        assertTrue(robot.lookup("#alpha").tryQuery().isPresent());
    }

    @Test
    void theirPicturesAreExportedWithTheOthers(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> {
            model.step();
            model.compare().kindProperty(Side.LEFT).set("max-softmax");
        });
        await(() -> heatmaps().compared().at(Side.LEFT).pixels().length > 0);
        Path target = folder;
        files.file = target;
        robot.interact(() -> lab.exports().exportPictures());
        await(() -> Files.exists(target.resolve("left-max-softmax.png")) && Files.exists(target.resolve("y.png")));
    }

    @Test
    void nothingIsCutAtAnySizeInEitherTheme(FxRobot robot) {
        awaitFrame();
        List<String> faults = new ArrayList<>();
        robot.interact(() -> {
            model.step();
            model.compare().kindProperty(Side.LEFT).set("max-softmax");
        });
        for (int detectors = 1; detectors <= 2; detectors++) {
            for (int theme = 0; theme < 2; theme++) {
                for (int[] size : SIZES) {
                    robot.interact(() -> {
                        stage.setWidth(size[0]);
                        stage.setHeight(size[1]);
                    });
                    for (String fault : CutOff.in(stage.getScene())) {
                        faults.add(size[0] + " x " + size[1] + ", " + window.theme() + ", " + detectors + ": " + fault);
                    }
                }
                robot.type(KeyCode.T);
            }
            robot.interact(() -> {
                model.compare().kindProperty(Side.RIGHT).set("confidence");
                model.look().pointerProperty().set(new Position(-2.2, -2.2));
            });
        }
        assertEquals("", String.join("\n", faults), faults.size() + " faults");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
