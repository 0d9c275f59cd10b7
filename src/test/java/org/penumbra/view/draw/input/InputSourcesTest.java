package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.Position;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.PictureFile;
import org.penumbra.data.ink.Stroke;
import org.penumbra.kit.Errands;
import org.penumbra.kit.NamedPipe;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.FakeDataDesk;
import org.penumbra.live.engine.Background;
import org.penumbra.view.shell.message.Message;

/** Sources of inputs, without a screen: what the background answers is taken in by the test itself. */
@Timeout(180)
class InputSourcesTest {

    @TempDir
    Path folder;

    private final Errands answers = new Errands();
    private final Background background = new Background("test", answers::add);
    private final List<Message> messages = new ArrayList<>();
    private final ChosenFiles files = new ChosenFiles();
    private final TestDigits digits = new TestDigits();
    private final InputModel model = new InputModel();
    private FakeDataDesk desk;

    @AfterEach
    void end() {
        background.close();
    }

    @Test
    void withoutDataTheTestImagesAreBuiltIn() {
        InputSources sources = sources(1);
        assertEquals("Built-in digits", sources.tests().chosenProperty().get().title());
        assertEquals("Small digits", sources.tests().missing().orElseThrow().title());
        sources.randomTestImage();
        assertTrue(sources.tests().readingProperty().get());
        answer();
        assertFalse(sources.tests().readingProperty().get());
        assertTrue(input().title().matches("built-in digit \\d+, an? \\d"), input().title());
        String first = input().title();
        sources.randomTestImage();
        assertNotEquals(first, input().title(), "once read, the next is there at once");
        assertEquals(2, model.history().entries().size());
        sources.tests().choose(sources.tests().missing().orElseThrow());
        assertEquals(List.of("small"), desk.opened);
        assertEquals("Built-in digits", sources.tests().chosenProperty().get().title());
    }

    @Test
    void dataThatAreHereAreUsedAndTheImageIsTheOneOfItsNumber() throws IOException {
        digits.writeTo(folder);
        InputSources sources = sources(2);
        assertEquals("Small digits", sources.tests().chosenProperty().get().title());
        for (int i = 0; i < 20; i++) {
            sources.randomTestImage();
            if (i == 0) {
                answer();
            }
            String[] words = input().title().split("[ ,]+");
            int index = Integer.parseInt(words[4]);
            assertEquals(
                    "Small digits test image " + index + ", " + (index % 10 == 8 ? "an " : "a ") + index % 10,
                    input().title());
            assertArrayEquals(digits.data.test().image(index), input().pixels(), 0);
        }
        assertEquals(List.of(), messages);
    }

    @Test
    void dataThatArriveLaterAreTakenUntilSomebodyChooses() throws IOException {
        InputSources sources = sources(3);
        digits.writeTo(folder);
        desk.arrived(digits.known()).set(true);
        assertEquals("Small digits", sources.tests().chosenProperty().get().title());
        sources.tests().choose(ImageOrigin.BUILT_IN);
        desk.arrived(digits.known()).set(false);
        desk.arrived(digits.known()).set(true);
        assertEquals("Built-in digits", sources.tests().chosenProperty().get().title());
    }

    @Test
    void damagedDataAreToldOfAndChangeNothing() throws IOException {
        digits.writeTo(folder);
        Files.write(folder.resolve("small").resolve("t10k-labels-idx1-ubyte"), new byte[] {1, 2, 3});
        InputSources sources = sources(4);
        sources.randomTestImage();
        answer();
        assertEquals("blank", input().title());
        assertEquals(1, messages.size());
        assertEquals("Small digits cannot be read", messages.get(0).title());
        assertTrue(
                messages.get(0).text().contains("t10k-labels-idx1-ubyte"),
                messages.get(0).text());
        messages.get(0).choices().get(0).action().run();
        assertEquals(List.of("small"), desk.opened);
    }

    @Test
    void theSameSeedMakesTheSameChoices() {
        List<String> first = choices(9);
        model.show(new DigitInput("between", new float[784], List.of()));
        assertEquals(first, choices(9));
        assertNotEquals(first, choices(10));
    }

    @Test
    void everyLetterIsStrokesInTheMiddleOfThePad() {
        InputSources sources = sources(5);
        for (char letter : Letters.ALL.toCharArray()) {
            sources.letter(letter);
            assertEquals("letter " + letter, input().title());
            assertFalse(input().strokes().isEmpty());
            double left = 100;
            double right = 0;
            for (Stroke stroke : input().strokes()) {
                for (Position point : stroke.points()) {
                    left = Math.min(left, Math.min(point.x(), point.y()));
                    right = Math.max(right, Math.max(point.x(), point.y()));
                }
            }
            assertTrue(left >= 8 && right <= 92, letter + " reaches from " + left + " to " + right);
        }
        assertEquals(52, Letters.ALL.chars().distinct().count());
        float[] letter = input().pixels();
        model.penDown(new Position(10, 10));
        model.penUp();
        assertEquals("drawing", input().title());
        model.undo();
        assertArrayEquals(letter, input().pixels(), 0);
    }

    @Test
    void aBlendTakesARandomPartnerAndAnotherOnDemand() {
        InputSources sources = sources(6);
        sources.letter('A');
        model.modifiersProperty().set(Modifiers.NONE.withShare(0.5));
        assertEquals("letter A", input().title());
        answer();
        assertTrue(
                input().title().matches("letter A, blended with 50 % of built-in digit \\d+, an? \\d"),
                input().title());
        String first = input().title();
        sources.blendWithAnother();
        assertNotEquals(first, input().title());
        model.resetModifiers();
        assertEquals("letter A", input().title());
    }

    @Test
    void noiseAnewIsOtherNoise() {
        InputSources sources = sources(7);
        model.modifiersProperty().set(Modifiers.NONE.withNoise(0.5));
        float[] before = input().pixels();
        sources.noiseAnew();
        assertFalse(Arrays.equals(before, input().pixels()));
        assertEquals("blank, noise 0.50", input().title());
        sources.noiseImage();
        model.setNoiseImage(0.5);
        sources.noiseImage();
        assertEquals("noise image 0.50, noise 0.50", input().title());
    }

    @Test
    void aPictureIsOpenedLikeOnTheCommandLine() throws IOException {
        InputSources sources = sources(8);
        files.file = Files.write(folder.resolve("seven.png"), png(seven(90, 120, false)));
        sources.pictures().open();
        answer();
        assertEquals("picture seven.png", input().title());
        assertArrayEquals(DigitImage.of(PictureFile.read(files.file)).pixels(), input().pixels(), 0);
        assertEquals(List.of("jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff"), files.asked.besides());
        files.file = Files.write(folder.resolve("small.png"), png(seven(28, 28, true)));
        sources.pictures().open();
        answer();
        assertArrayEquals(PictureFile.read(files.file).grey(), input().pixels(), 0);
        files.file = null;
        sources.pictures().open();
        assertEquals(List.of(), messages);
    }

    @Test
    void whatIsNoUsablePictureIsToldOfAndChangesNothing() throws Exception {
        InputSources sources = sources(8);
        model.penDown(new Position(50, 50));
        model.penUp();
        DigitInput before = input();
        byte[] seven = png(seven(60, 80, false));
        refuses(
                sources,
                Files.writeString(folder.resolve("text.png"), "not a picture"),
                "text.png: expected a PNG, JPEG, GIF, BMP, WebP or TIFF picture, but it is none. Save it as PNG.");
        refuses(
                sources,
                Files.write(folder.resolve("cut.png"), Arrays.copyOf(seven, seven.length / 2)),
                "cut.png: the picture is damaged or cut off. Save it again, best as PNG.");
        refuses(
                sources,
                Files.write(folder.resolve("huge.png"), withSize(seven, 20_000, 20_000)),
                "huge.png: expected a picture of at most 200 million pixels and at most 100000 a side, but it has "
                        + "20000 x 20000. Make it smaller.");
        refuses(
                sources,
                Files.write(folder.resolve("one.png"), png(seven(1, 1, false))),
                "one.png: expected a digit, dark on light or light on dark, but it is blank. Draw one, or give it more "
                        + "contrast.");
        refuses(
                sources,
                NamedPipe.make(folder.resolve("pipe.png")),
                "pipe.png: expected a picture, but found a named pipe, a socket or a device. Save the picture into a file "
                        + "and name that.");
        BufferedImage white = new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 50 * 40; i++) {
            white.setRGB(i % 50, i / 50, 0xFFFFFF);
        }
        refuses(
                sources,
                Files.write(folder.resolve("white.png"), png(white)),
                "white.png: expected a digit, dark on light or "
                        + "light on dark, but it is blank. Draw one, or give it more contrast.");
        refuses(sources, folder.resolve("gone.png"), "gone.png: there is no such file. Check its name and folder.");
        refuses(
                sources,
                Files.createDirectory(folder.resolve("folder")),
                "folder: expected a picture, but found a folder. Name a file in it.");
        refuses(
                sources,
                Files.write(folder.resolve("empty.png"), new byte[0]),
                "empty.png: expected a picture, but it is empty. Save the picture again.");
        assertEquals(before, input());
    }

    private void refuses(InputSources sources, Path file, String text) {
        messages.clear();
        DigitInput before = input();
        int entries = model.history().entries().size();
        sources.pictures().open(file);
        answer();
        assertEquals(1, messages.size(), file.toString());
        assertEquals(Message.Kind.FAILURE, messages.get(0).kind());
        assertEquals("This file can't be shown", messages.get(0).title());
        assertEquals(
                folder + file.getFileSystem().getSeparator() + text,
                messages.get(0).text());
        assertEquals(before, input());
        assertEquals(entries, model.history().entries().size());
    }

    private List<String> choices(long seed) {
        InputSources sources = sources(seed);
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sources.randomTestImage();
            if (i == 0) {
                answer();
            }
            titles.add(input().title());
            sources.nextLetter();
            titles.add(input().title());
            sources.noiseImage();
            titles.add(Arrays.hashCode(input().pixels()) + "");
        }
        return titles;
    }

    private InputSources sources(long seed) {
        System.out.println("seed " + seed);
        desk = new FakeDataDesk(DataHome.in(folder));
        InputSources sources = new InputSources(
                model, List.<KnownImages>of(digits.known()), desk, files, background, messages::add, seed);
        answer();
        return sources;
    }

    /** Takes in the next answer of the background. */
    private void answer() {
        answers.doNext();
    }

    private DigitInput input() {
        return model.inputProperty().get();
    }

    static BufferedImage seven(int width, int height, boolean lightOnDark) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(lightOnDark ? Color.BLACK : Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(lightOnDark ? Color.WHITE : Color.BLACK);
        graphics.fillRect(width / 4, height / 6, width / 2, height / 8);
        graphics.fillRect(width * 5 / 8, height / 6, width / 8, height * 2 / 3);
        graphics.dispose();
        return image;
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "png", bytes));
        return bytes.toByteArray();
    }

    /** The same file with another size in its header, and the header's check sum put right. */
    private static byte[] withSize(byte[] png, int width, int height) {
        byte[] changed = png.clone();
        ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(changed, 12, 17);
        ByteBuffer.wrap(changed).putInt(29, (int) sum.getValue());
        return changed;
    }
}
