package org.penumbra.view.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.draw.AnswerSession;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.board.DetectorCard;
import org.penumbra.view.draw.input.Base;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The detectors of one network side by side, with the models that ship and the engine that answers, offline. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class DetectorsWindowTest {

    private static final int[][] SIZES = {{960, 640}, {960, 1080}, {1280, 800}, {1920, 1080}};

    @TempDir
    Path folder;

    private Stage stage;
    private MainWindow window;
    private DrawLab lab;

    @Start
    void open(Stage shown) {
        stage = shown;
        LabEntry entry = new LabEntry("Draw", "", context -> lab = new DrawLab(AnswerSession::new, context));
        window = ShownWindow.open(stage, folder, new ChosenFiles(), entry);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    private static float[] three() {
        return new BuiltInDigits(4, 1, 3).make().training().image(3);
    }

    private String headline(String id) {
        return lab.board().cards().stream()
                .filter(card -> card.id().equals(id))
                .map(DetectorCard::readingProperty)
                .filter(reading -> reading.get() != null)
                .map(reading -> reading.get().headline())
                .findFirst()
                .orElse("");
    }

    private void compare(FxRobot robot) {
        await(() -> lab.model().selectedModel().filter(model -> model.doubts()).isPresent());
        robot.type(KeyCode.D);
        await(() -> lab.view().detectors().cards().size() >= 2);
    }

    @Test
    void detectorsOfOneNetworkDisagreeAboutNonsense(FxRobot robot) {
        compare(robot);
        assertEquals(Comparison.DETECTORS, lab.model().comparisonProperty().get());
        robot.interact(() -> lab.input().choose(new Base.Still("a 3", three())));
        await(() ->
                headline("confidence").equals("3") && headline("max-softmax").equals("3"));
        float[] image = three();
        Random random = new Random(7);
        for (int i = 0; i < image.length; i++) {
            image[i] = 0.5f * random.nextFloat() + 0.5f * image[i];
        }
        robot.interact(() -> lab.input().choose(new Base.Still("a 3 in noise", image)));
        await(() -> headline("confidence").equals("unknown"));
        robot.type(KeyCode.D);
        assertEquals(Comparison.NETWORKS, lab.model().comparisonProperty().get());
        await(() -> lab.model().cards().stream()
                .allMatch(card -> card.readingProperty().get() != null));
    }

    @Test
    void aCardIsTakenAwayByItsButtonAndComesBackByTheMenu(FxRobot robot) {
        compare(robot);
        robot.clickOn("#take-max-softmax");
        assertFalse(lab.board().cards().stream().anyMatch(card -> card.id().equals("max-softmax")));
        robot.clickOn("#detectors").clickOn("#choose-max-softmax");
        await(() -> lab.board().cards().stream().anyMatch(card -> card.id().equals("max-softmax")));
        assertTrue(lab.board().offers().size() >= 4, lab.board().offers().toString());
    }

    @Test
    void nothingIsCutAtAnySizeInBothThemes(FxRobot robot) {
        compare(robot);
        robot.interact(() -> lab.input().choose(new Base.Still("a 3", three())));
        await(() -> headline("confidence").equals("3"));
        List<String> faults = new ArrayList<>();
        for (int theme = 0; theme < 2; theme++) {
            for (int[] size : SIZES) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                for (String fault : CutOff.in(stage.getScene())) {
                    faults.add(size[0] + " x " + size[1] + ", " + window.theme() + ": " + fault);
                }
            }
            robot.type(KeyCode.T);
        }
        assertEquals("", String.join("\n", faults), faults.size() + " faults");
    }
}
