package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Files;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.kit.DigitGuests;
import org.penumbra.kit.StockGuests;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.fooling.TrialFrame;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A network that plain DL4J trained as a victim. */
@Timeout(300)
class FoolingGuestTest extends FoolingWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void aNetworkOfDl4jIsAttackedByItsGradientBesideTheOthers(FxRobot robot) {
        awaitFrame();
        MultiLayerNetwork network = DigitGuests.row();
        files.file = StockGuests.write(network, folder.resolve("row.zip"));
        robot.interact(() -> lab.actions().openVictim(null));
        await(
                () -> robot.lookup("#guest-use")
                        .tryQuery()
                        .filter(use -> !use.isDisabled())
                        .isPresent(),
                "the sheet");
        robot.interact(() -> robot.lookup("#guest-use").queryAs(Button.class).fire());
        await(() -> names().contains("row.zip"), "the victim");
        await(() -> frame() != null && frame().victims().size() == 4, "the attack on four");
        double before = probability(trial(3));
        for (int i = 0; i < 5; i++) {
            int wanted = i + 1;
            robot.interact(() -> model.step());
            await(() -> frame().step() >= wanted && frame().victims().size() == 4, "step " + wanted);
        }
        TrialFrame trial = trial(3);
        float[] given = network.output(Nd4j.create(trial.image(), new long[] {1, 784}, 'c'))
                .dup('c')
                .data()
                .asFloat();
        assertArrayEquals(given, trial.scores(), 1e-5f);
        assertTrue(
                probability(trial) > before, "five steps made it no likelier: " + before + ", " + probability(trial));
    }

    @Test
    void aDamagedNetworkIsRefusedAndNothingChanges(FxRobot robot) throws Exception {
        awaitFrame();
        files.file = Files.writeString(folder.resolve("broken.zip"), "no zip file");
        robot.interact(() -> lab.actions().openVictim(null));
        await(() -> !ShownWindow.messages(window).isEmpty());
        await(
                () -> ShownWindow.messages(window).stream()
                        .anyMatch(message -> message.text().contains("broken.zip")),
                "why it is refused");
        assertEquals(3, model.victims().chosen().size());
    }

    private static double probability(TrialFrame trial) {
        return trial.scores()[trial.target()];
    }
}
