package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.kit.IdxBytes;
import org.penumbra.kit.OwnSets;

/** EMNIST's files: how they are recognised, turned and named, and how that can be chosen otherwise. */
class EmnistTest {

    private static final int SIDE = 28;
    private static final int[] LETTERS = OwnSets.turns(78, 1, 26);
    private static final List<String> A_TO_Z = letters('a', 'z');

    @TempDir
    private Path folder;

    private static List<String> letters(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).toList();
    }

    /** The names the publisher gave to the files. */
    private static Function<ImageFile, String> published(String split) {
        Map<ImageFile, String> names = new EnumMap<>(ImageFile.class);
        names.put(ImageFile.TRAINING_IMAGES, "emnist-" + split + "-train-images-idx3-ubyte");
        names.put(ImageFile.TRAINING_LABELS, "emnist-" + split + "-train-labels-idx1-ubyte");
        names.put(ImageFile.TEST_IMAGES, "emnist-" + split + "-test-images-idx3-ubyte");
        names.put(ImageFile.TEST_LABELS, "emnist-" + split + "-test-labels-idx1-ubyte");
        return names::get;
    }

    private Path write(Path path, Function<ImageFile, String> names, byte[] images, int[] labels) throws IOException {
        return OwnSets.write(path, names, images, labels, images, labels);
    }

    private static byte[] noise(int count) {
        return IdxBytes.images(count, SIDE, SIDE, 5);
    }

    /** Bars, high and narrow or on their side, a bit to the left and to the top. */
    private static byte[] bars(int count, boolean lying) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * SIDE * SIDE);
        bytes.putInt(0x803).putInt(count).putInt(SIDE).putInt(SIDE);
        for (int image = 0; image < count; image++) {
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    int along = lying ? column : row;
                    int across = lying ? row : column;
                    bytes.put((byte) (along > 3 && along < 22 && across > 9 && across < 13 ? 250 : 0));
                }
            }
        }
        return bytes.array();
    }

    private static void assertTurned(byte[] stored, ImageSet read, boolean turned) {
        for (int image : new int[] {0, read.count() - 1}) {
            float[] pixels = read.image(image);
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    int at = turned ? column * SIDE + row : row * SIDE + column;
                    int grey = stored[16 + image * SIDE * SIDE + at] & 0xFF;
                    assertEquals(grey, Math.round(255 * pixels[row * SIDE + column]), "image " + image);
                }
            }
        }
    }

    private static void assertRead(ImageData data, byte[] stored, List<String> classes, boolean turned, String as) {
        assertEquals(classes, data.classes());
        assertTurned(stored, data.training(), turned);
        assertTurned(stored, data.test(), turned);
        assertEquals(as, data.checksums().get("emnist"));
    }

    @Test
    void everySetIsRecognisedByTheNamesOfItsFiles() throws IOException {
        List<String> digits = letters('0', '9');
        List<String> merged =
                List.of("0 1 2 3 4 5 6 7 8 9 A B C D E F G H I J K L M N O P Q R S T U V W X Y Z a b d e f g h n q r t"
                        .split(" "));
        Map<String, List<String>> classes =
                Map.of("letters", A_TO_Z, "digits", digits, "mnist", digits, "balanced", merged, "bymerge", merged);
        for (Map.Entry<String, List<String>> entry : classes.entrySet()) {
            String split = entry.getKey();
            int first = split.equals("letters") ? 1 : 0;
            int count = entry.getValue().size();
            byte[] images = noise(count);
            Path path = write(
                    folder.resolve("x" + split),
                    published(split),
                    images,
                    OwnSets.turns(count, first, first + count - 1));
            ImageData data = DataHome.loadFolder(path);
            assertRead(data, images, entry.getValue(), true, split);
            assertEquals(1, data.notes().size(), data.notes().toString());
            assertTrue(
                    data.notes().get(0).contains("were turned upright"),
                    data.notes().toString());
        }
        byte[] images = noise(62);
        Path path = write(folder.resolve("x"), published("byclass"), images, OwnSets.turns(62, 0, 61));
        ImageData data = DataHome.loadFolder(path);
        assertEquals(62, data.classes().size());
        assertEquals("A", data.classes().get(10));
        assertEquals("a", data.classes().get(36));
        assertEquals("z", data.classes().get(61));
    }

    @Test
    void aFolderThatIsCalledLikeASetIsRecognised() throws IOException {
        byte[] images = noise(LETTERS.length);
        for (String name : List.of(
                "idx-emnist-letters-labels-1-to-26",
                "EMNIST_Letters",
                "EMNIST/letters/raw",
                "emnist",
                "EMNIST-data/raw")) {
            Path path = write(folder.resolve(name), ImageFile::standardName, images, LETTERS);
            ImageData data = DataHome.loadFolder(path);
            assertRead(data, images, A_TO_Z, true, "letters");
            assertEquals("a", data.classes().get(data.training().label(0)), name);
            assertEquals(
                    List.of(path
                            + ": read as EMNIST letters, as its name says. The classes are called a to z. The images, "
                            + "which EMNIST stores on their side, were turned upright. If that is wrong, set EMNIST to "
                            + "another value."),
                    data.notes());
        }
        Path byClass =
                write(folder.resolve("emnist_by_class"), ImageFile::standardName, noise(62), OwnSets.turns(62, 0, 61));
        assertEquals("byclass", DataHome.loadFolder(byClass).checksums().get("emnist"));
    }

    @Test
    void digitsOnTheirSideStandAfterReadingAndStandingOnesAreLeftAlone() throws IOException {
        ImageSet digits = new BuiltInDigits(60, 1, 3).make().training();
        byte[] standing = IdxBytes.images(digits, SIDE, SIDE);
        byte[] lying = standing.clone();
        for (int image = 0; image < 60; image++) {
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                lying[16 + image * SIDE * SIDE + pixel % SIDE * SIDE + pixel / SIDE] =
                        standing[16 + image * SIDE * SIDE + pixel];
            }
        }
        ImageData turned =
                DataHome.loadFolder(write(folder.resolve("lying"), published("digits"), lying, digits.labels()));
        ImageData left =
                DataHome.loadFolder(write(folder.resolve("standing"), published("digits"), standing, digits.labels()));
        for (int image = 0; image < 60; image++) {
            assertArrayEquals(digits.image(image), turned.training().image(image), 1e-6f);
            assertArrayEquals(digits.image(image), left.training().image(image), 1e-6f);
        }
        assertEquals("digits", turned.checksums().get("emnist"));
        assertEquals("digits-upright", left.checksums().get("emnist"));
        assertTrue(
                left.notes().get(0).contains("The images were not turned"),
                left.notes().toString());
    }

    @Test
    void labelsAloneAreNoProofButLyingLettersAre() throws IOException {
        List<String> numbers =
                IntStream.rangeClosed(1, 26).mapToObj(Integer::toString).toList();
        byte[] noise = noise(LETTERS.length);
        ImageData unclear = DataHome.loadFolder(write(folder.resolve("a"), ImageFile::standardName, noise, LETTERS));
        assertRead(unclear, noise, numbers, false, null);
        assertTrue(
                unclear.notes().get(0).contains("set EMNIST to \"letters\""),
                unclear.notes().toString());
        byte[] standing = bars(LETTERS.length, false);
        ImageData upright = DataHome.loadFolder(write(folder.resolve("b"), ImageFile::standardName, standing, LETTERS));
        assertRead(upright, standing, numbers, false, null);
        byte[] lying = bars(LETTERS.length, true);
        ImageData emnist = DataHome.loadFolder(write(folder.resolve("c"), ImageFile::standardName, lying, LETTERS));
        assertRead(emnist, lying, A_TO_Z, true, "letters");
        assertTrue(
                emnist.notes().get(0).contains("its letters lie on their side"),
                emnist.notes().toString());
    }

    @Test
    void aNameThatTheLabelsContradictIsNotBelieved() throws IOException {
        int[] fromNull = OwnSets.turns(52, 0, 25);
        byte[] noise = noise(52);
        Path path = write(folder.resolve("emnist-letters"), ImageFile::standardName, noise, fromNull);
        ImageData data = DataHome.loadFolder(path);
        assertRead(
                data, noise, IntStream.range(0, 26).mapToObj(Integer::toString).toList(), false, null);
        assertEquals(
                path
                        + ": the name says EMNIST letters, but the label 0 is none of its labels, 1 to 26, so it is read as "
                        + "it is stored. If that is wrong, set EMNIST to another value.",
                data.notes().get(0));
    }

    @Test
    void aPersonsChoiceGoesBeforeAllNames() throws IOException {
        byte[] noise = noise(LETTERS.length);
        Path named = write(folder.resolve("emnist-letters"), ImageFile::standardName, noise, LETTERS);
        Path plain = write(folder.resolve("plain"), ImageFile::standardName, noise, LETTERS);
        ImageData stored = DataHome.loadFolder(named, Emnist.of("none"));
        assertRead(
                stored,
                noise,
                IntStream.rangeClosed(1, 26).mapToObj(Integer::toString).toList(),
                false,
                null);
        assertRead(DataHome.loadFolder(plain, Emnist.of("letters")), noise, A_TO_Z, true, "letters");
        ImageData upright = DataHome.loadFolder(plain, Emnist.of("letters-upright"));
        assertRead(upright, noise, A_TO_Z, false, "letters-upright");
        assertEquals(List.of(), upright.notes());
        assertEquals(new Emnist.As(EmnistSplit.LETTERS, true), Emnist.recorded(upright.checksums()));
        assertEquals(new Emnist.AsStored(), Emnist.recorded(stored.checksums()));
        String digits = assertThrows(DataException.class, () -> DataHome.loadFolder(plain, Emnist.of("digits")))
                .getMessage();
        assertTrue(
                digits.contains("expected the labels of EMNIST digits, 0 to 9, but found 10; leave out --emnist"),
                digits);
        Path small = OwnSets.write(folder.resolve("small"), 14, 14, LETTERS, LETTERS);
        String size = assertThrows(DataException.class, () -> DataHome.loadFolder(small, Emnist.of("letters")))
                .getMessage();
        assertTrue(size.contains("expected images of 28 x 28 pixels, as EMNIST has, but they have 14 x 14"), size);
        String unknown = assertThrows(IllegalArgumentException.class, () -> Emnist.of("leters"))
                .getMessage();
        assertTrue(unknown.startsWith("expected one of auto, none, letters, letters-upright, balanced"), unknown);
    }

    @Test
    void oneSetOfAFolderWithSeveralIsMeantByItsName() throws IOException {
        byte[] noise = noise(LETTERS.length);
        write(folder, published("letters"), noise, LETTERS);
        write(folder, published("digits"), noise(20), OwnSets.turns(20, 0, 9));
        DataHome home = DataHome.in(folder);
        String message = assertThrows(DataException.class, () -> home.load(folder.toString()))
                .getMessage();
        assertTrue(
                message.contains("but found the files of 2 sets of EMNIST; name one of them, such as "
                        + folder.resolve("emnist-letters") + ", or put its four files into a folder of their own"),
                message);
        ImageData letters = home.load(folder.resolve("emnist-letters").toString());
        assertRead(letters, noise, A_TO_Z, true, "letters");
        assertEquals("emnist-letters", letters.name());
        assertEquals(
                "emnist-digits",
                home.load(folder.resolve("emnist-digits").toString()).name());
        assertFalse(ImageFolder.at(folder.resolve("emnist-balanced")).isComplete());
    }

    @Test
    void packedFilesAndMissingOnesAreFoundLikeMnists() throws IOException {
        byte[] noise = noise(LETTERS.length);
        Function<ImageFile, String> names = published("letters");
        write(folder, file -> names.apply(file) + ".gz", IdxBytes.packed(noise), LETTERS);
        ImageFolder found = ImageFolder.at(folder);
        assertTrue(found.isComplete());
        assertRead(new ImageFolderReader(found).readAny(new Emnist.Recognised()), noise, A_TO_Z, true, "letters");
        Path gap = folder.resolve("gap");
        OwnSets.write(gap, names, noise, LETTERS, noise, LETTERS);
        assertTrue(gap.resolve("emnist-letters-test-images-idx3-ubyte").toFile().delete());
        assertEquals(
                "lacks emnist-letters-test-images-idx3-ubyte",
                ImageFolder.at(gap).words());
    }

    @Test
    void lettersOfNoImageAreNoClasses() throws IOException {
        int[] some =
                Arrays.stream(LETTERS).filter(label -> label != 5 && label < 25).toArray();
        ImageData data = DataHome.loadFolder(
                write(folder.resolve("emnist-letters"), ImageFile::standardName, noise(some.length), some));
        assertEquals(A_TO_Z.stream().filter(name -> !"eyz".contains(name)).toList(), data.classes());
        assertEquals(
                folder.resolve("emnist-letters") + ": no image shows e, y, z, so there is no class of that name.",
                data.notes().get(1));
    }
}
