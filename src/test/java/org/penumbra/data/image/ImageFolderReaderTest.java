package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.kit.OwnSets;

/** Which classes a data set of somebody's own has. */
class ImageFolderReaderTest {

    @TempDir
    private Path folder;

    private ImageData read(int[] training, int[] test) throws IOException {
        return DataHome.loadFolder(OwnSets.write(folder, training, test));
    }

    @Test
    void labelsFromOneOnMakeNoClassZeroAndThatIsSaid() throws IOException {
        ImageData data = read(OwnSets.turns(52, 1, 26), OwnSets.turns(30, 1, 26));
        assertEquals(IntStream.rangeClosed(1, 26).mapToObj(Integer::toString).toList(), data.classes());
        assertEquals("1", data.classes().get(data.training().label(0)));
        assertEquals("26", data.classes().get(data.training().label(51)));
        String note = folder + ": no image has the label 0, so there is no such class; the classes are the labels "
                + "that occur, 1 to 26.";
        assertTrue(data.notes().contains(note), data.notes().toString());
    }

    @Test
    void labelsWithGapsKeepTheirNames() throws IOException {
        ImageData data = read(new int[] {9, 2, 0, 4, 3, 9}, new int[] {9, 3});
        assertEquals(List.of("0", "2", "3", "4", "9"), data.classes());
        assertArrayEquals(new int[] {4, 1, 0, 3, 2, 4}, data.training().labels());
        assertArrayEquals(new int[] {4, 2}, data.test().labels());
        assertEquals(
                List.of(folder + ": no image has any of the labels 1 and 5 to 8, so there are no such classes; the "
                        + "classes are the labels that occur, 0, 2 to 4 and 9."),
                data.notes());
    }

    @Test
    void aLabelOfTestImagesAloneIsAClassToo() throws IOException {
        ImageData data = read(new int[] {0, 1}, new int[] {2, 0});
        assertEquals(List.of("0", "1", "2"), data.classes());
        assertEquals(List.of(), data.notes());
    }

    @Test
    void labelsUpTo255AreReadWhereTheyAreFewEnough() throws IOException {
        ImageData data = read(new int[] {255, 128, 7}, new int[] {128});
        assertEquals(List.of("7", "128", "255"), data.classes());
        assertArrayEquals(new int[] {2, 1, 0}, data.training().labels());
        String message = assertThrows(
                        DataException.class, () -> read(IntStream.range(0, 200).toArray(), new int[] {0}))
                .getMessage();
        assertTrue(
                message.contains(
                        "train-labels-idx1-ubyte: expected at most 128 classes, but found 200 different labels"),
                message);
    }

    @Test
    void imagesAreCountedByAModelsClassesWhereItKnowsTheirNames() throws IOException {
        ImageData data = read(new int[] {1, 3, 7}, new int[] {7, 1, 7});
        List<String> digits = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        assertArrayEquals(new int[] {7, 1, 7}, match(data, digits).images().labels());
        assertArrayEquals(
                new int[] {1, 3, 7}, data.withClasses(digits).training().labels());
        assertArrayEquals(
                new int[] {0, 1, 0}, match(data, List.of("7", "1")).images().labels(), "no test image shows a 3");
        assertArrayEquals(
                data.test().labels(), match(data, data.classes()).images().labels());
        assertEquals(List.of("7"), match(data, List.of("1", "3")).unknown());
        assertThrows(DataException.class, () -> data.withClasses(List.of("7", "1")));
        assertArrayEquals(
                data.training().image(2), data.withClasses(digits).training().image(2));
    }

    private static ClassNames.Match match(ImageData data, List<String> classes) {
        return new ClassNames(classes).match(data.test(), data.classes());
    }

    @Test
    void aPartThatIsCountedAnewLeavesTheRestAlone() {
        ImageSet set = new ImageSet(1, 1, new byte[] {5, 6, 7, 8}, new byte[] {0, 1, 2, 0});
        ImageSet part = set.part(1, 3).relabelled(new int[] {9, 8, 7});
        assertArrayEquals(new int[] {8, 7}, part.labels());
        assertArrayEquals(new int[] {0, 1, 2, 0}, set.labels());
        assertEquals(6 / 255f, part.image(0)[0], 1e-7f);
        assertTrue(Arrays.equals(
                new int[] {2, 1}, set.part(1, 3).relabelled(new int[] {0, 2, 1}).labels()));
    }
}
