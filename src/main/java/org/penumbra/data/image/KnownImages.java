package org.penumbra.data.image;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;

/**
 * A published data set the program knows: what its files must hold, and how it is shown.
 *
 * @param name     as typed on the command line, and the folder it is kept in
 * @param title    shown to people
 * @param classes  the names of the classes, by label
 * @param folders  where below a data folder it may lie, the likeliest first, with "/" between folders: as this program,
 *                 DL4J and other tools lay it out
 * @param training how many images there are to learn from
 * @param test     how many images there are to test with
 * @param side     pixels an image is high and wide
 * @param md5      of the unpacked bytes of each of the four files, in hexadecimal, as published
 * @param sha256   of the same bytes, in hexadecimal
 */
public record KnownImages(
        String name,
        String title,
        List<String> classes,
        List<String> folders,
        int training,
        int test,
        int side,
        Map<ImageFile, String> md5,
        Map<ImageFile, String> sha256) {

    private static final int IMAGES_HEADER = 16;
    private static final int LABELS_HEADER = 8;

    public KnownImages {
        classes = List.copyOf(classes);
        folders = List.copyOf(folders);
        md5 = Map.copyOf(md5);
        sha256 = Map.copyOf(sha256);
        if (md5.size() != ImageFile.values().length || sha256.size() != md5.size()) {
            throw new IllegalArgumentException(
                    name + ": expected both sums for each of the four files, but got " + md5 + " and " + sha256);
        }
    }

    /** All of them, in the order of a menu. */
    public static List<KnownImages> all() {
        return List.of(mnist(), fashionMnist());
    }

    /**
     * The one of a name.
     *
     * @throws DataException when there is none; it lists those there are
     */
    public static KnownImages named(String name) {
        return all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        "data set \"" + name + "\": expected one of " + names() + ", but there is none of that name"));
    }

    /** The names of all of them, "mnist, fashion-mnist". */
    public static String names() {
        return all().stream().map(KnownImages::name).collect(Collectors.joining(", "));
    }

    /** How many images or labels a file must hold. */
    public int count(ImageFile file) {
        return file == ImageFile.TRAINING_IMAGES || file == ImageFile.TRAINING_LABELS ? training : test;
    }

    /** How long a file must be when unpacked, in bytes. */
    public long unpackedBytes(ImageFile file) {
        return file.holdsImages()
                ? IMAGES_HEADER + (long) count(file) * side * side
                : LABELS_HEADER + (long) count(file);
    }

    private static KnownImages mnist() {
        return new KnownImages(
                "mnist",
                "MNIST",
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                List.of("mnist", "MNIST", "MNIST/raw"),
                60_000,
                10_000,
                28,
                Map.of(
                        ImageFile.TRAINING_IMAGES, "6bbc9ace898e44ae57da46a324031adb",
                        ImageFile.TRAINING_LABELS, "a25bea736e30d166cdddb491f175f624",
                        ImageFile.TEST_IMAGES, "2646ac647ad5339dbf082846283269ea",
                        ImageFile.TEST_LABELS, "27ae3e4e09519cfbb04c329615203637"),
                Map.of(
                        ImageFile.TRAINING_IMAGES, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                        ImageFile.TRAINING_LABELS, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                        ImageFile.TEST_IMAGES, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                        ImageFile.TEST_LABELS, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));
    }

    private static KnownImages fashionMnist() {
        return new KnownImages(
                "fashion-mnist",
                "Fashion-MNIST",
                List.of(
                        "T-shirt/top",
                        "Trouser",
                        "Pullover",
                        "Dress",
                        "Coat",
                        "Sandal",
                        "Shirt",
                        "Sneaker",
                        "Bag",
                        "Ankle boot"),
                List.of("fashion-mnist", "FashionMNIST", "FashionMNIST/raw"),
                60_000,
                10_000,
                28,
                Map.of(
                        ImageFile.TRAINING_IMAGES, "f4a8712d7a061bf5bd6d2ca38dc4d50a",
                        ImageFile.TRAINING_LABELS, "9018921c3c673c538a1fc5bad174d6f9",
                        ImageFile.TEST_IMAGES, "8181f5470baa50b63fa0f6fddb340f0a",
                        ImageFile.TEST_LABELS, "15d484375f8d13e6eb1aabb0c3f46965"),
                Map.of(
                        ImageFile.TRAINING_IMAGES, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                        ImageFile.TRAINING_LABELS, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                        ImageFile.TEST_IMAGES, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                        ImageFile.TEST_LABELS, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));
    }
}
