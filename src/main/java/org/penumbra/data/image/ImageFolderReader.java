package org.penumbra.data.image;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;
import org.penumbra.data.OutsideText;

/** Reads and checks the four files of a folder. */
public final class ImageFolderReader {

    private final ImageFolder folder;
    private final Map<ImageFile, String> sums = new EnumMap<>(ImageFile.class);
    private final Map<ImageFile, String> strongSums = new EnumMap<>(ImageFile.class);

    public ImageFolderReader(ImageFolder folder) {
        this.folder = folder;
        if (!folder.isComplete()) {
            throw new DataException(folder.path()
                    + ": expected the four files of an image data set, packed or not, but found " + folder.words()
                    + (folder.others().isEmpty()
                            ? "; name the folder that holds them, or one with a folder of pictures for each class"
                            : ""));
        }
    }

    /**
     * Reads a data set the program knows; every file must hold what was published.
     *
     * @throws DataException naming the first file that does not
     */
    public ImageData read(KnownImages known) {
        int classes = known.classes().size();
        ImageSet training = part(ImageFile.TRAINING_IMAGES, ImageFile.TRAINING_LABELS, classes)
                .set();
        ImageSet test =
                part(ImageFile.TEST_IMAGES, ImageFile.TEST_LABELS, classes).set();
        sums.forEach((file, sum) ->
                new KnownFile(known, file).requireSums(folder.files().get(file), sum, strongSums.get(file)));
        return data(known, training, test);
    }

    /**
     * Reads whatever data set the files hold. One the program knows gets its own name; another is called like its
     * folder. Its classes are the labels that occur, in their order, called by their numbers or, in sets of EMNIST, by
     * their characters.
     *
     * @param emnist how the files are to be understood
     * @throws DataException naming what is wrong or does not fit together
     */
    public ImageData readAny(Emnist emnist) {
        Part training = part(ImageFile.TRAINING_IMAGES, ImageFile.TRAINING_LABELS, IdxFile.MOST_CLASSES);
        Part test = part(ImageFile.TEST_IMAGES, ImageFile.TEST_LABELS, IdxFile.MOST_CLASSES);
        if (!training.size().equals(test.size())) {
            throw new DataException(
                    folder.path() + ": expected images of one size, but those to learn from have " + training.size()
                            + " pixels and those to test with " + test.size() + "; are the files of one data set?");
        }
        return KnownImages.all().stream()
                .filter(this::isItself)
                .findFirst()
                .map(known -> data(known, training.set(), test.set()))
                .orElseGet(() -> own(emnist, training, test));
    }

    private ImageData own(Emnist emnist, Part training, Part test) {
        PresentLabels labels = PresentLabels.of(training.labels(), test.labels());
        EmnistReading reading = EmnistReading.of(emnist, folder, labels, training.images(), training.labels());
        if (reading.turns()) {
            training.turn();
            test.turn();
        }
        Map<String, String> provenance = new TreeMap<>(checksums());
        reading.as().ifPresent(as -> provenance.put(Emnist.KEY, as.id()));
        return new ImageData(
                name(),
                name(),
                reading.classes(labels),
                training.set(labels),
                test.set(labels),
                provenance,
                reading.notes(labels, folder.path().toString()));
    }

    private boolean isItself(KnownImages known) {
        return known.md5().equals(sums) && known.sha256().equals(strongSums);
    }

    private String name() {
        Path last = folder.path().toAbsolutePath().normalize().getFileName();
        return last == null ? "images" : OutsideText.shown(last.toString());
    }

    private ImageData data(KnownImages known, ImageSet training, ImageSet test) {
        return new ImageData(known.name(), known.title(), known.classes(), training, test, checksums());
    }

    /** Images and their labels as two files hold them. */
    private record Part(IdxImages images, byte[] labels, Path labelFile) {

        String size() {
            return images.rows() + " x " + images.columns();
        }

        ImageSet set() {
            return new ImageSet(images.rows(), images.columns(), images.pixels(), labels);
        }

        /** Lets rows and columns change places, in the same bytes, as no memory may be left for others. */
        void turn() {
            int side = images.rows();
            byte[] pixels = images.pixels();
            IntStream.range(0, images.count()).parallel().forEach(image -> {
                int at = image * side * side;
                for (int row = 0; row < side; row++) {
                    for (int column = 0; column < row; column++) {
                        byte kept = pixels[at + row * side + column];
                        pixels[at + row * side + column] = pixels[at + column * side + row];
                        pixels[at + column * side + row] = kept;
                    }
                }
            });
        }

        ImageSet set(PresentLabels present) {
            return new ImageSet(images.rows(), images.columns(), images.pixels(), present.counted(labels, labelFile));
        }
    }

    private Part part(ImageFile imageFile, ImageFile labelFile, int classes) {
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
        strongSums.put(imageFile, images.sha256());
        strongSums.put(labelFile, labels.sha256());
        return new Part(images, labels.labels(), folder.files().get(labelFile));
    }

    private Map<String, String> checksums() {
        Map<String, String> named = new TreeMap<>();
        sums.forEach((file, sum) -> named.put(file.standardName(), sum));
        return named;
    }
}
