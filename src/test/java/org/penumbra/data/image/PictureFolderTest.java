package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.Picture;
import org.penumbra.kit.NamedPipe;
import org.penumbra.kit.TinyImages;

/** Own pictures sorted by class. Every picture has a grey of its own, by which it is found again. */
@Timeout(180)
class PictureFolderTest {

    @TempDir
    private Path temp;

    @Test
    void picturesOfSeveralFormatsBecomeTwoSetsOfTheirClasses() throws IOException {
        Path folder = folder("tools", 20, 20);
        paint(folder.resolve("cups/x.jpg"), 40, 30, 0, 200);
        paint(folder.resolve("cups/x.bmp"), 30, 40, 0, 210);
        paint(folder.resolve("spoons/x.GIF"), 5, 9, 0, 220);
        OwnImages read = read(folder, Fit.WHOLE, 1);
        ImageData data = read.data();
        assertEquals("", read.refusedWords());
        assertEquals("tools", data.name());
        assertEquals(List.of("cups", "spoons"), data.classes());
        assertEquals(43, data.training().count() + data.test().count());
        assertEquals(28, data.training().rows());
        int[] counts = new int[2];
        for (ImageSet set : List.of(data.training(), data.test())) {
            for (int i = 0; i < set.count(); i++) {
                counts[set.label(i)]++;
            }
        }
        assertArrayEquals(new int[] {22, 21}, counts);
    }

    @Test
    void classesAndPicturesAreOrderedAsPeopleDo() throws IOException {
        Path folder = temp.resolve("numbers");
        for (String name : List.of("10", "2", "1", "b", "C", "a10", "a9")) {
            paint(folder.resolve(name + "/1.png"), 28, 28, 0, 9);
            paint(folder.resolve(name + "/2.png"), 28, 28, 0, 9);
        }
        List<String> expected = List.of("1", "2", "10", "a9", "a10", "b", "C");
        assertEquals(expected, PictureFolder.classes(folder));
        assertEquals(expected, read(folder, Fit.WHOLE, 1).data().classes());
        assertEquals(0, new NaturalOrder().compare("a07", "a07"));
        assertTrue(new NaturalOrder().compare("a7", "a07") != 0, "different names are never equal");
        assertTrue(new NaturalOrder().compare("x99999999999999999999", "x100000000000000000000") < 0);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its folders cannot be called so")
    void aFolderWithControlsInItsNameIsRefusedAndMarksOfDirectionAreShown() throws IOException {
        Path folder = folder("signs", 2, 2);
        paint(folder.resolve("\u202eneves/1.png"), 28, 28, 0, 9);
        paint(folder.resolve("\u202eneves/2.png"), 28, 28, 0, 9);
        assertTrue(read(folder, Fit.WHOLE, 1).data().classes().contains("\\u202eneves"));
        paint(folder.resolve("a\u001b[2J/1.png"), 28, 28, 0, 9);
        DataException refused = assertThrows(DataException.class, () -> PictureFolder.classes(folder));
        assertEquals(
                folder
                        + "/a\\u001b[2J: expected a folder called like its class, without control characters or line breaks; "
                        + "rename it",
                refused.getMessage());
    }

    @Test
    void theSameSeedSplitsTheSameAndAPictureThatIsAddedMovesNoOther() throws IOException {
        Path folder = folder("letters", 60, 50);
        ImageData first = read(folder, Fit.WHOLE, 7).data();
        ImageData again = read(folder, Fit.WHOLE, 7).data();
        assertEquals(greys(first.test()), greys(again.test()));
        assertEquals(first.checksums(), again.checksums());
        for (int i = 0; i < first.training().count(); i++) {
            assertArrayEquals(first.training().image(i), again.training().image(i), "order of image " + i);
        }
        assertTrue(
                Math.abs(greys(first.test()).size() - 0.15 * 110) < 10,
                greys(first.test()).size() + " of 110 to test with");
        assertNotEquals(
                greys(first.test()), greys(read(folder, Fit.WHOLE, 8).data().test()));
        paint(folder.resolve("cups/added.png"), 28, 28, 0, 250);
        ImageData more = read(folder, Fit.WHOLE, 7).data();
        Set<Integer> moved = new TreeSet<>(greys(more.test()));
        moved.removeAll(greys(first.test()));
        moved.remove(250);
        assertEquals(Set.of(), moved);
        assertTrue(greys(more.test()).containsAll(greys(first.test())));
        assertNotEquals(first.checksums(), more.checksums());
    }

    @Test
    void theLastTrainingImagesAreOfAllClasses() throws IOException {
        ImageSet training = read(folder("mixed", 60, 60), Fit.WHOLE, 3).data().training();
        int cups = 0;
        for (int i = training.count() - 30; i < training.count(); i++) {
            cups += training.label(i) == 0 ? 1 : 0;
        }
        assertTrue(cups > 5 && cups < 25, cups + " cups among the last 30");
    }

    @Test
    void twoPicturesOfAClassAreOneToLearnFromAndOneToTestWith() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            ImageData data = read(folder("few" + seed, 2, 2), Fit.WHOLE, seed).data();
            assertEquals(2, data.test().count(), "seed " + seed);
            assertEquals(1, data.test().label(0) + data.test().label(1), "seed " + seed);
            assertEquals(1, data.training().label(0) + data.training().label(1), "seed " + seed);
        }
    }

    @Test
    void whatCannotBeUsedIsListedWithItsReason() throws IOException {
        Path folder = folder("broken", 5, 5);
        Path damaged = folder.resolve("cups/damaged.png");
        Path whole = folder.resolve("cups/0.png");
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(whole), 40));
        Path huge = folder.resolve("cups/huge.png");
        byte[] lying = Files.readAllBytes(whole);
        ByteBuffer.wrap(lying).putInt(16, 20_000).putInt(20, 20_000);
        Files.write(huge, lying);
        Path text = Files.writeString(folder.resolve("spoons/notes.txt"), "not a picture");
        Path inner = Files.createDirectory(folder.resolve("spoons/old"));
        Path beside = Files.writeString(folder.resolve("list.csv"), "beside");
        Files.writeString(folder.resolve("spoons/Thumbs.db"), "litter");
        Files.writeString(folder.resolve("spoons/.hidden"), "hidden");
        OwnImages read = read(folder, Fit.WHOLE, 1);
        assertEquals(10, read.data().training().count() + read.data().test().count());
        assertEquals(
                Set.of(damaged, huge, text, inner, beside),
                new TreeSet<>(
                        read.refused().stream().map(OwnImages.Refused::file).toList()));
        assertTrue(reason(read, damaged).contains("damaged.png: the picture is damaged"), reason(read, damaged));
        assertTrue(reason(read, huge).contains("at most 200 million pixels"), reason(read, huge));
        assertTrue(reason(read, text).contains("expected a PNG, JPEG, GIF, BMP, WebP or TIFF"), reason(read, text));
        assertTrue(
                read.refusedWords().startsWith("5 files cannot be used: ")
                        && read.refusedWords().endsWith(" And 2 more."),
                read.refusedWords());
        String message = assertThrows(DataException.class, () -> DataHome.loadFolder(folder))
                .getMessage();
        assertTrue(message.contains("5 files cannot be used") && message.contains("Mend or remove"), message);
    }

    @Test
    void whatSystemsLeaveInFoldersIsPassedOver() throws IOException {
        Path folder = folder("from a zip", 4, 4);
        Path shadow = Files.createDirectories(folder.resolve("__MACOSX/cups"));
        Files.writeString(shadow.resolve("._0.png"), "no picture");
        Files.createDirectories(folder.resolve("cups/__MACOSX"));
        for (String name : List.of("._0.png", ".DS_Store", "Icon\r", "Thumbs.db", "ehthumbs.db", "desktop.ini")) {
            Files.writeString(folder.resolve(name), "litter");
            Files.writeString(folder.resolve("cups").resolve(name), "litter");
        }
        Files.createDirectories(folder.resolve("spoons/@eaDir"));
        OwnImages read = read(folder, Fit.WHOLE, 1);
        assertEquals(List.of("cups", "spoons"), read.data().classes());
        assertEquals("", read.refusedWords());
        assertEquals(8, read.data().training().count() + read.data().test().count());
    }

    @Test
    void aNamedPipeAmongThePicturesIsListedAndNotWaitedFor() throws Exception {
        Path folder = folder("pipes", 4, 4);
        Path pipe = NamedPipe.make(folder.resolve("cups/pipe.png"));
        OwnImages read = read(folder, Fit.WHOLE, 1);
        assertEquals(
                List.of(pipe),
                read.refused().stream().map(OwnImages.Refused::file).toList());
        assertTrue(reason(read, pipe).contains("found a named pipe, a socket or a device"), reason(read, pipe));
    }

    @Test
    void tooFewClassesOrPicturesAreRefusedByName() throws IOException {
        Path folder = folder("small", 3, 3);
        Files.createDirectory(folder.resolve("empty"));
        assertMessage(folder, "empty: expected at least 2 pictures of the class", "found 0");
        Files.delete(folder.resolve("empty"));
        Path one = Files.createDirectories(temp.resolve("one"));
        paint(one.resolve("cups/1.png"), 28, 28, 0, 9);
        assertMessage(one, "one: expected 2 to 100 folders", "found 1");
        assertMessage(temp.resolve("nowhere"), "nowhere: expected a folder", "there is none");
        paint(one.resolve("spoons/1.png"), 28, 28, 0, 9);
        Files.writeString(one.resolve("spoons/2.png"), "no picture");
        paint(one.resolve("cups/2.png"), 28, 28, 0, 9);
        assertMessage(one, "spoons: expected at least 2 pictures", "1 file cannot be used: ");
        Path many = Files.createDirectories(temp.resolve("many"));
        for (int i = 0; i < 101; i++) {
            Files.createDirectory(many.resolve("class " + i));
        }
        assertMessage(many, "many: expected 2 to 100 folders", "found 101");
    }

    @Test
    void readingTellsHowFarItIsAndStopsWhenAsked() throws IOException {
        Path folder = folder("long", 10, 10);
        List<Integer> told = new ArrayList<>();
        PictureWatcher watcher = new PictureWatcher() {
            @Override
            public void progress(int done, int total) {
                assertEquals(20, total);
                told.add(done);
            }

            @Override
            public boolean stopRequested() {
                return told.size() == 5;
            }
        };
        assertEquals(Optional.empty(), PictureFolder.read(folder, Fit.WHOLE, 1, watcher));
        assertEquals(List.of(0, 1, 2, 3, 4), told);
    }

    @Test
    void aFolderOfPicturesIsLoadedLikeAnyDataSet() throws IOException {
        Path folder = folder("0 and more", 4, 4);
        assertTrue(PictureFolder.isOne(folder));
        ImageData data = DataHome.in(temp).load(folder.toString());
        assertEquals(List.of("cups", "spoons"), data.classes());
        assertEquals(read(folder, Fit.WHOLE, PictureFolder.SEED).data().checksums(), data.checksums());
        Path four = new TinyImages().writeTo(temp.resolve("four"));
        Files.createDirectory(four.resolve("inner"));
        assertEquals(400, DataHome.loadFolder(four).training().count(), "the four files go first");
        String message = assertThrows(
                        DataException.class, () -> DataHome.in(temp).load("nothing"))
                .getMessage();
        assertTrue(message.contains("a folder of pictures for each class"), message);
    }

    @Test
    void digitsAreCentredAsMnistAndWholePicturesAreShrunkWhole() throws IOException {
        assertEquals(Fit.DIGIT, Fit.of(List.of("0", "7")));
        assertEquals(Fit.WHOLE, Fit.of(List.of("0", "10")));
        // A black bar in the left tenth of white paper.
        float[] paper = new float[100 * 50];
        for (int i = 0; i < paper.length; i++) {
            paper[i] = i % 100 < 10 && i / 100 > 4 && i / 100 < 45 ? 0 : 1;
        }
        Picture picture = new Picture("bar", 100, 50, paper);
        assertArrayEquals(DigitImage.of(picture).pixels(), Fit.DIGIT.pixels(picture));
        float[] whole = Fit.WHOLE.pixels(picture);
        // 100 x 50 become 28 x 14 in the middle; a column of the new picture covers 3.57 of the old.
        assertEquals(1, whole[14 * 28], 1e-6, "ink at the left");
        assertEquals(0.8, whole[14 * 28 + 2], 1e-5, "2.857 of 3.571 columns are ink");
        assertEquals(0, whole[14 * 28 + 14], 1e-6, "paper in the middle");
        assertEquals(0, whole[2 * 28], 1e-6, "the margin is paper");
        double ink = 0;
        for (float pixel : whole) {
            ink += pixel;
        }
        assertEquals(10 * 40 * 0.28 * 0.28, ink, 1e-3, "no ink is lost");
    }

    @Test
    void anImageOfTheRightSizeStaysAsItIsWhereItsBorderIsDark() {
        float[] light = new float[784];
        for (int i = 0; i < 784; i++) {
            light[i] = i / 28 > 3 && i / 28 < 24 && i % 28 > 8 ? (i % 28) / 40f : 0.1f;
        }
        Picture picture = new Picture("as is", 28, 28, light);
        assertArrayEquals(light, Fit.DIGIT.pixels(picture));
        assertArrayEquals(light, Fit.WHOLE.pixels(picture), 1e-6f);
        float[] tiny = Fit.WHOLE.pixels(new Picture("one pixel", 1, 1, new float[] {0.25f}));
        for (float pixel : tiny) {
            assertEquals(0.25f, pixel, 1e-6f);
        }
        assertTrue(Fit.WHOLE.pixels(new Picture("a line", 4000, 1, new float[4000])).length == 784);
    }

    /** A folder of "cups" and "spoons", each picture of another grey. */
    private Path folder(String name, int cups, int spoons) throws IOException {
        Path folder = temp.resolve(name);
        for (int i = 0; i < cups; i++) {
            paint(folder.resolve("cups/" + i + ".png"), 28, 28, 0, i + 1);
        }
        for (int i = 0; i < spoons; i++) {
            paint(folder.resolve("spoons/" + i + ".png"), 28, 28, 0, 121 + i);
        }
        return folder;
    }

    /** A square of one grey in the middle of another. */
    private static void paint(Path file, int width, int height, int paper, int ink) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean inside = x > width / 4 && x < 3 * width / 4 && y > height / 4 && y < 3 * height / 4;
                image.getRaster().setSample(x, y, 0, inside ? ink : paper);
            }
        }
        String name = file.getFileName().toString();
        assertTrue(
                ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()),
                "no writer for " + name);
    }

    private static OwnImages read(Path folder, Fit fit, long seed) {
        return PictureFolder.read(folder, fit, seed, PictureWatcher.NOBODY).orElseThrow();
    }

    private static String reason(OwnImages read, Path file) {
        return read.refused().stream()
                .filter(refused -> refused.file().equals(file))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static Set<Integer> greys(ImageSet set) {
        Set<Integer> greys = new TreeSet<>();
        for (int i = 0; i < set.count(); i++) {
            greys.add(Math.round(255 * set.image(i)[14 * 28 + 14]));
        }
        return greys;
    }

    private static void assertMessage(Path folder, String... parts) {
        String message = assertThrows(
                        DataException.class, () -> PictureFolder.read(folder, Fit.WHOLE, 1, PictureWatcher.NOBODY))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
