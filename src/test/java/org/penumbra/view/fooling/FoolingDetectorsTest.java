package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Models;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.confidence.ConfidenceDetector;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.kit.NearestCodes;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.FoolingSession;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.shell.LabEntry;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Which detector judges a victim: chosen at its head, shown, attacked, and left alone where an attack cannot be made. */
@Timeout(240)
class FoolingDetectorsTest extends FoolingWindow {

    private static final String DAMAGED = "damaged";
    /** So few codes that they keep no test waiting; the threshold is one that every image reaches. */
    private static final NearestCodes NEAREST = NearestCodes.random(5, 10, 1e-12);

    /** What ships, a detector without a gradient, and one whose file is damaged. */
    private static final class Supply implements VictimDetectors {

        private final List<Boolean> onWindow = new ArrayList<>();

        @Override
        public List<Description> besides(String name, ImageModel model) {
            List<Description> all = new ArrayList<>(VictimDetectors.shipped().besides(name, model));
            Description nearest = NEAREST.about();
            all.add(nearest);
            all.add(new Description(DAMAGED, "damaged one", "p", "nothing", "nobody", 0.5, List.of()));
            return all;
        }

        @Override
        public Fitted load(String name, ImageModel model, String id) {
            onWindow.add(Platform.isFxApplicationThread());
            if (id.equals(DAMAGED)) {
                throw new FoolingException("file: expected a detector, but found nothing; fit it again");
            }
            return id.equals(NearestCodes.ID)
                    ? NEAREST
                    : VictimDetectors.shipped().load(name, model, id);
        }
    }

    private final Supply supply = new Supply();

    @Start
    void open(Stage shown) {
        stage = shown;
        LabEntry entry =
                new LabEntry("Fooling", "", context -> lab = new FoolingLab(FoolingSession::new, supply, context));
        window = ShownWindow.open(stage, folder, files, entry);
        model = lab.model();
    }

    private VictimJudgeMenu menu(FxRobot robot, int victim) {
        return robot.lookup("#detector-" + victim).queryAs(VictimJudgeMenu.class);
    }

    private void choose(FxRobot robot, int victim, String id) {
        robot.interact(() -> item(menu(robot, victim).getItems(), "detector-" + victim + "-" + id)
                .fire());
    }

    private static MenuItem item(List<MenuItem> items, String id) {
        return items.stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " among " + items));
    }

    private AttackedModel victim(int index) {
        return model.planProperty().get().victims().get(index);
    }

    @Test
    void aModelsOwnDetectorComesFirstThenThoseThatSuitIt(FxRobot robot) {
        awaitFrame();
        List<MenuItem> dae = menu(robot, 2).getItems();
        assertEquals("detector-2-confidence", dae.get(0).getId());
        assertTrue(((RadioMenuItem) dae.get(0)).isSelected());
        assertEquals("detector-2-reconstruction", dae.get(1).getId());
        assertEquals("detector-2-max-softmax", dae.get(2).getId());
        assertEquals("detector-0-max-softmax", menu(robot, 0).getItems().get(0).getId());
        assertEquals("detector-1-cool", menu(robot, 1).getItems().get(0).getId());
        assertTrue(
                menu(robot, 1).getItems().stream().noneMatch(item -> "detector-1-max-softmax".equals(item.getId())),
                "the softmax of COOL's units is no softmax of classes");
        assertTrue(
                menu(robot, 2).getAccessibleText().contains("Detector of mnist-dae-sym"),
                menu(robot, 2).getAccessibleText());
        assertTrue(menu(robot, 2).isFocusTraversable());
    }

    @Test
    void theSameModelStandsTwiceJudgedByItsConfidenceAndByItsSoftmaxAlone(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> {
            model.protocolProperty().set(Protocol.STRONG);
            model.mostStepsProperty().set(60);
        });
        robot.interact(() -> item(
                        ((Menu) menu(robot, 2)
                                        .getItems()
                                        .get(menu(robot, 2).getItems().size() - 1))
                                .getItems(),
                        "beside-2-max-softmax")
                .fire());
        await(() -> names().size() == 4);
        assertEquals("mnist-dae-sym, max softmax", names().get(3));
        assertSame(victim(2).model(), victim(3).model());
        assertEquals(MaxSoftmax.ID, victim(3).fitted().about().id());
        assertEquals(List.of(false), supply.onWindow, "files are not read on the window's thread");
        robot.interact(model::play);
        awaitEnd();
        assertEquals(trial(3).probability(), trial(3).score(), 1e-12, "y alone");
        assertEquals(1, trial(3).confidence());
        robot.interact(() -> model.victims().judgeBy("mnist-dae-sym, max softmax", "confidence", false));
        assertEquals("mnist-dae-sym, max softmax", names().get(3), "the confidence attacks this model already");
        assertEquals(1, ShownWindow.messages(window).size());
    }

    @Test
    void aVictimWithoutAGradientIsLeftAloneAndSaysWhyAndBreedsWhenAsked(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(3));
        choose(robot, 2, NearestCodes.ID);
        await(() -> names().contains("mnist-dae-sym, nearest codes"));
        robot.interact(model::play);
        await(() -> frame() != null && frame().step() == 3);
        assertTrue(frame().victims().get(2).trials().isEmpty());
        assertEquals(1, frame().victims().get(0).all(), "the others are attacked");
        Button evolve = robot.lookup("#column-2 #evolve-2").queryAs(Button.class);
        assertTrue(evolve.isVisible());
        assertTrue(refusal(robot).contains("no gradient of nearest codes"), refusal(robot));
        assertEquals(Protocol.PAPER, model.protocolProperty().get(), "nothing is switched unasked");
        assertFalse(
                FoolingImages.names(model.planProperty().get()).stream().anyMatch(name -> name.contains("nearest")));
        robot.interact(() -> model.targetProperty().set(FoolingModel.ALL));
        await(() -> frame() != null && frame().victims().get(2).trials().isEmpty());
        assertEquals("not attacked", text(robot, "#count-2"));
        robot.interact(() -> model.targetProperty().set(1));
        awaitFrame();
        robot.interact(() -> robot.lookup("#evolve-2").queryAs(Button.class).fire());
        await(() -> model.planProperty().get().protocol().equals("evolution-cppn"));
        awaitFrame();
        robot.interact(model::play);
        awaitEnd();
        assertFalse(robot.lookup("#evolve-2").queryAs(Button.class).isVisible());
        assertEquals(1, frame().victims().get(2).all());
        assertTrue(trial(2).outcome() != Outcome.FOOLED || trial(2).answers(), "fooled only where it is the answer");
        assertEquals(trial(2).answers() ? trial(2).acceptance() : 0, trial(2).score());
    }

    private static String refusal(FxRobot robot) {
        return text(robot, "#column-2 .refusal");
    }

    @Test
    void itsOwnThresholdIsSaidAtItsHeadAndTauChangesItNot(FxRobot robot) {
        awaitFrame();
        choose(robot, 0, NearestCodes.ID);
        await(() -> names().contains("mnist-cnn, nearest codes"));
        assertNotNull(robot.lookup("#threshold-0").query());
        assertTrue(text(robot, "#threshold-0").startsWith("\u2265 "), text(robot, "#threshold-0"));
        robot.interact(() -> model.tauProperty().set(0.5));
        assertEquals(1e-12, victim(0).threshold(0.5).value());
        assertEquals(0.5, victim(2).threshold(0.5).value());
    }

    @Test
    void aDamagedDetectorSaysWhyAndNothingChanges(FxRobot robot) {
        awaitFrame();
        List<String> before = names();
        choose(robot, 0, DAMAGED);
        await(() -> !ShownWindow.messages(window).isEmpty());
        String text = ShownWindow.messages(window).get(0).text();
        assertTrue(text.contains("mnist-cnn: file: expected a detector"), text);
        assertEquals(before, names());
    }

    @Test
    void nothingIsCutOffWithOtherDetectors(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.victims().add(entry("mnist-dae-asym")));
        await(() -> names().size() == 4);
        choose(robot, 3, MaxSoftmax.ID);
        await(() -> names().contains("mnist-dae-asym, max softmax"));
        choose(robot, 0, NearestCodes.ID);
        await(() -> names().contains("mnist-cnn, nearest codes"));
        List<String> faults = new ArrayList<>();
        for (int target : new int[] {3, FoolingModel.ALL}) {
            robot.interact(() -> model.targetProperty().set(target));
            awaitFrame();
            for (int[] size : new int[][] {{960, 640}, {1280, 800}, {1920, 1080}}) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                WaitForAsyncUtils.waitForFxEvents();
                CutOff.in(stage.getScene())
                        .forEach(fault -> faults.add(size[0] + " x " + size[1] + ", target " + target + ": " + fault));
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void whatNeedsNoFitSuitsEveryModelWithASoftmaxOfClasses() {
        VictimDetectors shipped = VictimDetectors.shipped();
        ImageModel dae = Models.shipped("mnist-dae-sym");
        assertEquals("confidence", ConfidenceDetector.KIND.id());
        assertEquals(MaxSoftmax.ID, shipped.besides("mine", dae).get(0).id());
        assertEquals(1, shipped.besides("mine", dae).size(), "nothing ships for a model of one's own");
        assertTrue(shipped.besides("mine", Models.shipped("mnist-cool")).isEmpty());
        assertTrue(shipped.load("mine", dae, MaxSoftmax.ID).hasGradient());
    }
}
