package org.penumbra.fitting;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.Seeds;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.Clutter;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.LetterImages;
import org.penumbra.data.image.NoiseImages;
import org.penumbra.data.image.PictureFolder;
import org.penumbra.data.ink.PictureFile;
import org.penumbra.net.image.ImageModel;

/**
 * Images of none of a model's classes, as somebody named them: of a kind that the program makes, of a data set, or of a folder.
 * Of the set the model was trained on those are taken whose classes it has not learnt. Of other sets and folders it is for
 * whoever names them to see that the model does not know them.
 *
 * @param home  where data sets are looked for
 * @param model that does not know them; pictures become images as its own did
 */
public record OtherImages(DataHome home, ImageModel model) {

    /** What may be named, for helps. */
    public static final String NAMES =
            "noise, clutter, letters, blank, built-in-digits, mnist, fashion-mnist, or a folder: with the four "
                    + "files of a data set, with a folder of pictures for each class, or with pictures alone";

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final int WHITE = 255;
    /** Evenly grey pages from empty to full of ink. */
    private static final int GREYS = 11;

    private static final List<String> ENDINGS =
            List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff");

    /** Which images of a set that has some to learn from and some to test with. */
    public enum Part {
        TRAINING,
        TEST
    }

    /**
     * Reads or makes them.
     *
     * @param name of a kind or a set, or a folder
     * @param part of a data set; of a folder of pictures all are taken
     * @param most images that are taken; of a data set a sample in which every class has its share
     * @param seed of what is made and of the sample
     * @throws DataException when they are missing or wrong
     */
    public ImageSet load(String name, Part part, int most, long seed) {
        return switch (name) {
            case "noise" -> new NoiseImages(most, SIDE, seed).make();
            case "clutter" -> clutter(most, seed);
            case "letters" -> letters(part, most, seed);
            case "blank" -> blank();
            case "built-in-digits" -> digits(part, most, seed);
            default -> sample(named(name, part), most, seed);
        };
    }

    private ImageSet digits(Part part, int most, long seed) {
        return part == Part.TRAINING
                ? unlearnt(new BuiltInDigits(most, 1, seed).make(), part)
                : unlearnt(new BuiltInDigits(1, most, seed).make(), part);
    }

    /** Of the model's own set the classes it has not learnt; of any other all. */
    private ImageSet unlearnt(ImageData data, Part part) {
        ImageSet images = part == Part.TEST ? data.test() : data.training();
        DataIdentity own = model.trainingImages().identity();
        if (own.kind() != data.identity().kind()
                || !own.known().equals(data.identity().known())) {
            return images;
        }
        ImageSet others = images.chosen(IntStream.range(0, images.count())
                .filter(i -> !model.classes().contains(data.classes().get(images.label(i))))
                .toArray());
        if (others.count() == 0) {
            throw new DataException(data.title()
                    + ": expected images of classes that the model does not know, but it was trained on all of them; "
                    + "name another set");
        }
        return others;
    }

    /** A detector that learns from some is tested with others. */
    private static ImageSet letters(Part part, int count, long seed) {
        return new LetterImages(
                        LetterImages.CAPITALS + LetterImages.SMALL,
                        count,
                        Seeds.item(new Seeds(seed).data(), part.ordinal()))
                .make();
    }

    private static ImageSet clutter(int count, long seed) {
        Clutter clutter = new Clutter(SIDE);
        SplittableRandom random = new SplittableRandom(seed);
        float[] picture = new float[PIXELS];
        byte[] pixels = new byte[Math.multiplyExact(count, PIXELS)];
        for (int i = 0; i < count; i++) {
            clutter.draw(picture, 0, random);
            put(picture, pixels, i);
        }
        return new ImageSet(SIDE, SIDE, pixels, new byte[count]);
    }

    private static void put(float[] picture, byte[] pixels, int index) {
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            pixels[index * PIXELS + pixel] = (byte) Math.round(WHITE * picture[pixel]);
        }
    }

    private static ImageSet blank() {
        byte[] pixels = new byte[GREYS * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round((double) WHITE * (i / PIXELS) / (GREYS - 1));
        }
        return new ImageSet(SIDE, SIDE, pixels, new byte[GREYS]);
    }

    private ImageSet named(String name, Part part) {
        if (isFolder(name)) {
            Path folder = Path.of(name);
            if (PictureFolder.isOne(folder)) {
                return PictureFolder.readTest(folder, model.trainingImages().fit(), true)
                        .test();
            }
            List<Path> files = pictures(folder);
            if (!files.isEmpty()) {
                return read(files);
            }
        }
        ImageData data = home.load(name, new Emnist.Recognised()).ofSide(SIDE);
        return data.identity().kind() == DataIdentity.Kind.PUBLISHED
                ? unlearnt(data, part)
                : part == Part.TEST ? data.test() : data.training();
    }

    /** Whether a folder is meant, and not a set that the program knows by this name. */
    private static boolean isFolder(String name) {
        return KnownImages.all().stream().noneMatch(known -> known.name().equals(name))
                && DataHome.isFolder(name)
                && Files.isDirectory(Path.of(name));
    }

    private static ImageSet sample(ImageSet images, int most, long seed) {
        return images.count() <= most ? images : new ImageSample(images, seed).of(most);
    }

    /** Pictures that lie in a folder, by their names. */
    private static List<Path> pictures(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        } catch (IOException e) {
            throw new DataException("cannot look into " + folder + " (" + Reasons.of(e) + "); name another folder", e);
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    private ImageSet read(List<Path> files) {
        byte[] pixels = new byte[Math.multiplyExact(files.size(), PIXELS)];
        for (int i = 0; i < files.size(); i++) {
            put(model.trainingImages().fit().pixels(PictureFile.read(files.get(i))), pixels, i);
        }
        return new ImageSet(SIDE, SIDE, pixels, new byte[files.size()]);
    }
}
