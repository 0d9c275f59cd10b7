package org.penumbra.data.image;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;
import org.penumbra.data.OutsideText;

/** Reads and checks the four files of a folder. */
public final class ImageFolderReader {

    private final ImageFolder folder;
    private final Map<ImageFile, String> sums = new EnumMap<>(ImageFile.class);

    public ImageFolderReader(ImageFolder folder) {
        this.folder = folder;
        if (!folder.isComplete()) {
            throw new DataException(folder.path()
                    + ": expected the four files of an image data set, packed or not, but found " + folder.words()
                    + "; name the folder that holds them, or one with a folder of pictures for each class");
        }
    }

    /**
     * Reads a data set the program knows; every file must hold what was published.
     *
     * @throws DataException naming the first file that does not
     */
    public ImageData read(KnownImages known) {
        ImageSet training = set(
                ImageFile.TRAINING_IMAGES,
                ImageFile.TRAINING_LABELS,
                known.classes().size());
        ImageSet test = set(
                ImageFile.TEST_IMAGES, ImageFile.TEST_LABELS, known.classes().size());
        sums.forEach((file, sum) ->
                new KnownFile(known, file).requireSum(folder.files().get(file), sum));
        return new ImageData(known.name(), known.title(), known.classes(), training, test, checksums());
    }

    /**
     * Reads whatever data set the files hold. One the program knows gets its own name; another is called like its
     * folder, and its classes by their labels, from 0 to the largest.
     *
     * @throws DataException naming what is wrong or does not fit together
     */
    public ImageData readAny() {
        ImageSet training = set(ImageFile.TRAINING_IMAGES, ImageFile.TRAINING_LABELS, IdxFile.MOST_CLASSES);
        ImageSet test = set(ImageFile.TEST_IMAGES, ImageFile.TEST_LABELS, IdxFile.MOST_CLASSES);
        if (training.rows() != test.rows() || training.columns() != test.columns()) {
            throw new DataException(
                    folder.path() + ": expected images of one size, but those to learn from have " + size(training)
                            + " pixels and those to test with " + size(test) + "; are the files of one data set?");
        }
        Optional<KnownImages> known =
                KnownImages.all().stream().filter(one -> one.md5().equals(sums)).findFirst();
        Path last = folder.path().toAbsolutePath().normalize().getFileName();
        String name = last == null ? "images" : OutsideText.shown(last.toString());
        return new ImageData(
                known.map(KnownImages::name).orElse(name),
                known.map(KnownImages::title).orElse(name),
                known.map(KnownImages::classes).orElseGet(() -> classes(training, test)),
                training,
                test,
                checksums());
    }

    private ImageSet set(ImageFile imageFile, ImageFile labelFile, int classes) {
        IdxImages images = IdxFile.images(folder.files().get(imageFile));
        IdxLabels labels = IdxFile.labels(folder.files().get(labelFile), classes);
        if (images.count() != labels.labels().length) {
            throw new DataException(folder.files().get(labelFile) + ": at byte 4: expected a label for each of the "
                    + images.count() + " images in "
                    + folder.files().get(imageFile).getFileName() + ", but found "
                    + labels.labels().length + "; are the files of one data set?");
        }
        sums.put(imageFile, images.md5());
        sums.put(labelFile, labels.md5());
        return new ImageSet(images.rows(), images.columns(), images.pixels(), labels.labels());
    }

    private Map<String, String> checksums() {
        Map<String, String> named = new TreeMap<>();
        sums.forEach((file, sum) -> named.put(file.standardName(), sum));
        return named;
    }

    private static List<String> classes(ImageSet... sets) {
        int largest = 0;
        for (ImageSet set : sets) {
            largest = Math.max(
                    largest,
                    IntStream.range(0, set.count()).map(set::label).max().orElse(0));
        }
        return IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
    }

    private static String size(ImageSet set) {
        return set.rows() + " x " + set.columns();
    }
}
