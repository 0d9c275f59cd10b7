package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.ModelFile;
import org.penumbra.kit.RandomStates;
import org.penumbra.kit.SampleModels;
import org.penumbra.kit.window.AllLabs;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.PresetFile;
import org.penumbra.preset.Presets;
import org.penumbra.state.LabState;
import org.penumbra.state.StateFile;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** States of every lab in the window: what is captured and set up is captured alike, by keys, menu, file and picture. */
@Timeout(300)
class SharingTest extends AllLabs {

    private static final int EACH = 3;

    @Start
    void start(Stage shown) {
        show(shown);
    }

    private static SplittableRandom random() {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        return new SplittableRandom(seed);
    }

    /** The text of the open lab's state; empty while it has none. */
    private String text() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> window.lab().share().map(shared -> shared.state().text()).orElse(""));
    }

    private void setUp(FxRobot robot, String text) {
        robot.interact(() -> window.sharing().takeText(text));
    }

    private void comesBack(FxRobot robot, Supplier<LabState> states) {
        for (int i = 0; i < EACH; i++) {
            String wanted = states.get().text();
            setUp(robot, wanted);
            await(() -> text().equals(wanted), () -> wanted + "\nbut it is " + text());
            List<String> told = ShownWindow.messages(window).stream()
                    .filter(message -> message.title().contains("not all of it"))
                    .map(message -> message.text())
                    .toList();
            assertEquals(List.of(), told, wanted);
        }
    }

    @Test
    void theRingsComeBack(FxRobot robot) {
        RandomStates states = RandomStates.thatAreHere(random());
        comesBack(robot, () -> states.rings().state());
    }

    @Test
    void theDrawingComesBack(FxRobot robot) {
        RandomStates states = RandomStates.thatAreHere(random());
        comesBack(robot, () -> states.draw().state());
    }

    @Test
    void theTrainingComesBack(FxRobot robot) {
        RandomStates states = RandomStates.thatAreHere(random());
        comesBack(robot, () -> states.train().state());
    }

    @Test
    void theAttackComesBack(FxRobot robot) {
        RandomStates states = RandomStates.thatAreHere(random());
        comesBack(robot, () -> states.fooling().state());
    }

    @Test
    void theExperimentComesBack(FxRobot robot) {
        RandomStates states = RandomStates.thatAreHere(random());
        comesBack(robot, () -> states.experiment().state());
    }

    @Test
    void whatIsNotHereIsNamedAndTheRestIsSetUp(FxRobot robot) {
        setUp(
                robot,
                "penumbra:1/draw?models=mnist-cnn,mine@0123456789abcdef,mnist-dae-sym&tau=0.5&colour=red"
                        + "&picture=test(digits,123456)");
        await(() -> text().equals("penumbra:1/draw?models=mnist-cnn,mnist-dae-sym&card=2&tau=0.5"), this::text);
        String told = told("not all of it");
        assertTrue(told.contains("\u201cmine\u201d with the weights 0123456789abcdef"), told);
        assertTrue(told.contains("colour: a state of the lab draw has no such part"), told);
        await(() -> told("An image of the state").contains("no test image 123456"));
        setUp(robot, "penumbra:1/experiments?experiment=table9&seed=4");
        assertTrue(told("not all of it").contains("experiment: expected one of table1"), told("not all of it"));
        await(() -> text().contains("seed=4"), this::text);
        setUp(robot, "penumbra:1/rings?left=cool&tau=0.25");
        assertEquals("penumbra:1/rings?preset=rings&tau=0.25", text());
    }

    /** What the messages of such a title say. */
    private String told(String title) {
        return ShownWindow.messages(window).stream()
                .filter(message -> message.title().contains(title))
                .map(message -> message.text())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aModelOfOnesOwnIsFoundByItsWeights(FxRobot robot) throws IOException {
        Path file = folder.resolve("my own, \u00e9" + ModelFile.ENDING);
        ModelFile.write(SampleModels.of(ImageArchitecture.CNN, 1), file);
        robot.interact(() -> window.sharing().take(file));
        await(() -> text().contains("my%20own%2C%20%C3%A9@"), this::text);
        String shared = text();
        robot.interact(() -> window.sharing().takeText("penumbra:1/draw?models=mnist-cool"));
        await(() -> text().startsWith("penumbra:1/draw?models=mnist-cool"), this::text);
        setUp(robot, shared.replace("my%20own", "another%20name"));
        await(() -> text().equals(shared), this::text);
    }

    @Test
    void keysCopyAndPasteAndWhatIsNoStateIsSaid(FxRobot robot) {
        setUp(robot, "penumbra:1/rings?preset=moons&alpha=33");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.CONTROL, KeyCode.SHIFT);
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> Clipboard.getSystemClipboard().getString());
        assertEquals("penumbra:1/rings?preset=moons&alpha=33", copied);
        setUp(robot, "penumbra:1/train?seed=5");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals(copied, text());
        for (String wrong : List.of("hello", "penumbra:9/rings", "")) {
            robot.interact(() -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(wrong);
                Clipboard.getSystemClipboard().setContent(content);
                window.sharing().paste();
            });
            assertEquals(copied, text());
        }
        assertTrue(told("No state was copied").contains("begins with"), told("No state was copied"));
        assertTrue(told("cannot be opened").contains("version 9"), told("cannot be opened"));
    }

    @Test
    void theSheetShowsAPictureThatAReaderReadsInBothThemes(FxRobot robot) throws ReaderException {
        String state =
                "penumbra:1/rings?preset=moons&data=blobs(0.25;-1,0;1,0.5;0,-2)&seed=8437598347598347&alpha=12.5";
        setUp(robot, state);
        String shared = text();
        for (int[] size : new int[][] {{960, 640}, {1920, 1080}}) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            for (int theme = 0; theme < 2; theme++) {
                robot.type(KeyCode.T).type(KeyCode.Q);
                Node qr = robot.lookup("#qr").query();
                assertEquals(shared, ((Labeled) robot.lookup("#state-text").query()).getText());
                assertEquals("The state as a QR picture: " + shared, qr.getAccessibleText());
                assertEquals(shared, read(qr));
                assertEquals(List.of(), CutOff.in(stage.getScene()));
                assertTrue(
                        qr.getLayoutBounds().getHeight() > 0.5 * size[1],
                        "the picture is " + qr.getLayoutBounds().getHeight() + " px high in " + size[1]);
                robot.type(KeyCode.ESCAPE);
                assertTrue(robot.lookup("#qr").tryQuery().isEmpty());
            }
        }
    }

    private static String read(Node node) throws ReaderException {
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> node.snapshot(null, null));
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] argb = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, argb))))
                .getText();
    }

    @Test
    void filesOfStatesModelsAndPresetsOpenTheirLab(FxRobot robot) throws IOException {
        Path state = folder.resolve("lesson" + StateFile.ENDING);
        StateFile.write(LabState.parse("penumbra:1/rings?preset=moons&tau=0.75"), state);
        robot.interact(() -> window.sharing().take(state.toString()));
        await(() -> text().equals("penumbra:1/rings?preset=moons&tau=0.75"), this::text);
        Path image = folder.resolve("image.json");
        Files.writeString(image, ImagePresets.toJson(ImagePresets.load("built-in-cnn")));
        robot.interact(() -> window.sharing().take(image));
        await(() -> text().equals("penumbra:1/train?preset=built-in-cnn"), this::text);
        Path plane = folder.resolve("plane.json");
        Files.writeString(plane, PresetFile.toJson(Presets.find("spirals")));
        robot.interact(() -> window.sharing().take(plane));
        await(() -> text().equals("penumbra:1/rings?preset=spirals"), this::text);
        Path none = folder.resolve("none.json");
        Files.writeString(none, "{\"format\": \"other\"}");
        robot.interact(() -> window.sharing().take(none));
        await(() -> told("cannot be opened").contains("penumbra-preset/1"), () -> told("cannot be opened"));
        robot.interact(() -> window.sharing().take(folder.resolve("a.txt").toString()));
        assertTrue(told("cannot be opened").contains("a.txt"), told("cannot be opened"));
        assertFalse(window.lab().share().isEmpty());
    }
}
