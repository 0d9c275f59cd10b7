package org.penumbra.view.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;
import org.penumbra.kit.DigitGuests;
import org.penumbra.kit.StockGuests;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.draw.AnswerFrame;
import org.penumbra.live.draw.AnswerSession;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A network that plain DL4J trained, opened in the drawing lab. */
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
class GuestWindowTest {

    @TempDir
    Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private MainWindow window;
    private DrawLab lab;

    @Start
    void open(Stage shown) {
        LabEntry entry = new LabEntry("Draw", "", context -> lab = new DrawLab(AnswerSession::new, context));
        window = ShownWindow.open(shown, folder, files, entry);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void aGraphIsShownCorrectedUsedAndAnswersAsInDl4j(FxRobot robot) {
        ComputationGraph graph = DigitGuests.graph();
        files.file = StockGuests.write(graph, folder.resolve("graph.zip"));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertEquals(List.of("zip"), files.asked.besides());
        awaitAnswer(robot);
        int right = right(robot);
        assertTrue(right > 120, "right: " + right);
        choose(robot, "#guest-ink", true);
        awaitAnswer(robot);
        assertTrue(right(robot) < right - 50, "with the wrong polarity: " + right(robot));
        choose(robot, "#guest-ink", false);
        awaitAnswer(robot);
        choose(robot, "#guest-images", "built-in-digits");
        awaitAnswer(robot);
        robot.interact(() -> robot.lookup("#guest-use").queryAs(Button.class).fire());
        assertTrue(robot.lookup("#guest-use").tryQuery().isEmpty());
        await(() -> Files.exists(GuestFile.notes(files.file)), "what is kept beside the network");
        GuestModel guest = (GuestModel)
                lab.context().models().find("graph.zip").orElseThrow().model();
        assertEquals(1001, guest.heldOutErrors().length);
        robot.interact(() -> lab.draw(
                List.of(new Stroke(List.of(new Position(30, 20), new Position(70, 20), new Position(40, 80))))));
        await(() -> answer(guest).isPresent(), "the guest's answer");
        ModelAnswer answer = answer(guest).orElseThrow();
        INDArray image = Nd4j.create(answer.evidence().inputs(), new long[] {1, 784}, 'c');
        INDArray[] given = graph.output(image);
        assertArrayEquals(given[0].dup('c').data().asFloat(), answer.scores(), 1e-5f);
        assertEquals(given[1].distance2(image), answer.evidence().errors()[0], 1e-4);
        await(
                () -> robot.lookup("#card-graph.zip").tryQuery().isPresent()
                        || lab.view().lookup("#card-graph\\.zip") != null
                        || lab.model().cards().stream()
                                .anyMatch(card -> card.entry().name().equals("graph.zip")
                                        && card.readingProperty().get() != null),
                "the guest's card");
    }

    @Test
    void aDamagedFileIsToldInOneMessageAndNothingElseHappens(FxRobot robot) throws Exception {
        files.file = Files.writeString(folder.resolve("broken.zip"), "no zip file");
        int cards = lab.model().cards().size();
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(() -> ShownWindow.messages(window).stream()
                .anyMatch(message -> message.title().equals("The model was not opened")));
        String text = ShownWindow.messages(window).get(0).text();
        assertTrue(text.contains("broken.zip"), text);
        assertTrue(robot.lookup("#guest-use").tryQuery().isEmpty());
        assertEquals(cards, lab.model().cards().size());
        assertFalse(Files.exists(GuestFile.notes(files.file)));
    }

    private Optional<ModelAnswer> answer(GuestModel guest) {
        AnswerFrame frame = WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> lab.model().frameProperty().get());
        return frame == null ? Optional.empty() : frame.answerOf(guest);
    }

    private static void awaitAnswer(FxRobot robot) {
        await(
                () -> robot.lookup("#guest-use")
                        .tryQuery()
                        .filter(use -> !use.isDisabled())
                        .isPresent(),
                "the guest's answers on the sheet");
    }

    private static <T> void choose(FxRobot robot, String id, T choice) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> box = robot.lookup(id).queryAs(ComboBox.class);
            box.setValue(choice);
        });
    }

    private static int right(FxRobot robot) {
        String text = robot.lookup("#guest-right").queryAs(Label.class).getText();
        return Integer.parseInt(text.replaceAll("(\\d+) of 200.*", "$1"));
    }
}
