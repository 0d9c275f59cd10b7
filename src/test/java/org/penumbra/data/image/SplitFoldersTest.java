package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.ink.Fit;

/** Folders of pictures that are split already, and what is measured of a folder. Every picture has a grey of its own. */
@Timeout(60)
class SplitFoldersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"train, test", "Training, TESTING", "TRAIN, Val", "training, Validation", "train, valid"})
    void foldersCalledTrainAndTestDecideWhatIsLearntAndWhatIsTested(String train, String test) throws IOException {
        paint(train + "/left/1.png", 1);
        paint(train + "/left/2.png", 2);
        paint(train + "/right/1.png", 3);
        paint(test + "/left/1.png", 11);
        paint(test + "/right/1.png", 12);
        paint(test + "/right/2.png", 13);
        assertTrue(PictureFolder.isOne(folder));
        assertEquals(List.of("left", "right"), PictureFolder.classes(folder));
        ImageData data = DataHome.loadFolder(folder);
        assertEquals(List.of("left", "right"), data.classes());
        assertEquals(Set.of(1, 2, 3), greys(data.training()));
        assertEquals(Set.of(11, 12, 13), greys(data.test()));
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    greys(data.test().part(i, i + 1)).contains(11) ? 0 : 1,
                    data.test().label(i));
        }
        assertEquals("as whole, split by its folders", data.checksums().get("read"));
    }

    @Test
    void whatIsToValidateWithStandsAtTheEndWhereTrainingHoldsItOut() throws IOException {
        for (int i = 0; i < 10; i++) {
            paint("val/a/" + i + ".png", 100 + i);
            paint("train/a/" + i + ".png", 1 + i);
            paint("train/b/" + i + ".png", 21 + i);
        }
        paint("test/b/x.png", 250);
        ImageData data = DataHome.loadFolder(folder);
        assertEquals(30, data.training().count());
        assertEquals(
                Set.of(100, 101, 102, 103, 104, 105, 106, 107, 108, 109),
                greys(data.training().part(20, 30)));
        assertEquals(Set.of(250), greys(data.test()));
    }

    @Test
    void aClassThatIsOnlyTestedIsSaid() throws IOException {
        paint("train/a/1.png", 1);
        paint("train/b/1.png", 2);
        paint("test/a/1.png", 3);
        paint("test/c/1.png", 4);
        String message = assertThrows(DataException.class, () -> DataHome.loadFolder(folder))
                .getMessage();
        assertTrue(message.contains("pictures of the class \"c\" to learn from"), message);
        assertEquals(
                Set.of(3, 4),
                greys(PictureFolder.readTest(folder, Fit.WHOLE, false).test()));
    }

    @Test
    void whatLiesBesideThePartsIsToldAndNotReadInSilence() throws IOException {
        paint("train/a/1.png", 1);
        paint("train/b/1.png", 2);
        paint("test/a/1.png", 3);
        paint("other/a/1.png", 4);
        String message = assertThrows(DataException.class, () -> DataHome.loadFolder(folder))
                .getMessage();
        assertTrue(message.contains("other: it lies beside the folders of pictures to learn from"), message);
    }

    @Test
    void onlyAFolderToLearnFromIsSplitAsAnyOther() throws IOException {
        for (int i = 0; i < 20; i++) {
            paint("train/a/" + i + ".png", 1 + i);
            paint("train/b/" + i + ".png", 101 + i);
        }
        ImageData data = DataHome.loadFolder(folder);
        assertEquals("as whole, split by seed 1", data.checksums().get("read"));
        assertEquals(40, data.training().count() + data.test().count());
        assertTrue(
                data.test().count() >= 2 && data.test().count() < 14,
                data.test().count() + " to test with");
    }

    @Test
    void classesMayBeCalledTrainAndTest() throws IOException {
        for (int i = 0; i < 4; i++) {
            paint("train/" + i + ".png", 1 + i);
            paint("test/" + i + ".png", 101 + i);
        }
        ImageData data = DataHome.loadFolder(folder);
        assertEquals(List.of("test", "train"), data.classes());
        assertEquals(8, data.training().count() + data.test().count());
    }

    @Test
    void aFolderIsTestedWithWhatARunWouldNotLearnOrWithAllOfIt() throws IOException {
        for (int i = 0; i < 30; i++) {
            paint("a/" + i + ".png", 1 + i);
            paint("b/" + i + ".png", 101 + i);
        }
        ImageData learnt = DataHome.loadFolder(folder);
        ImageData set = PictureFolder.readTest(folder, Fit.WHOLE, false);
        assertEquals(greys(learnt.test()), greys(set.test()));
        assertEquals(0, set.training().count());
        ImageData all = PictureFolder.readTest(folder, Fit.WHOLE, true);
        assertEquals(60, all.test().count());
        assertEquals(60, PictureFolder.count(folder));
    }

    @Test
    void allOfASplitFolderAreThePicturesOfEveryPart() throws IOException {
        paint("train/a/1.png", 1);
        paint("val/a/1.png", 2);
        paint("test/b/1.png", 3);
        assertEquals(
                Set.of(1, 2, 3),
                greys(PictureFolder.readTest(folder, Fit.WHOLE, true).test()));
        assertEquals(
                Set.of(3),
                greys(PictureFolder.readTest(folder, Fit.WHOLE, false).test()));
    }

    @Test
    void aSingleClassCanBeTestedButNotLearnt() throws IOException {
        paint("a/1.png", 1);
        assertEquals(1, PictureFolder.readTest(folder, Fit.WHOLE, true).test().count());
        assertEquals(1, PictureFolder.readTest(folder, Fit.WHOLE, false).test().count());
        assertThrows(DataException.class, () -> DataHome.loadFolder(folder));
        assertFalse(PictureFolder.isOne(folder.resolve("a")));
    }

    private void paint(String name, int grey) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 8; y < 20; y++) {
            for (int x = 8; x < 20; x++) {
                image.getRaster().setSample(x, y, 0, grey);
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private static Set<Integer> greys(ImageSet set) {
        Set<Integer> greys = new TreeSet<>();
        for (int i = 0; i < set.count(); i++) {
            greys.add(Math.round(255 * set.image(i)[14 * 28 + 14]));
        }
        return greys;
    }
}
