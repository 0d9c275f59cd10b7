package org.penumbra.data.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.penumbra.data.Chance;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.MemoryNeed;
import org.penumbra.data.Seeds;
import org.penumbra.data.ink.DigitBox;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Handwriting;
import org.penumbra.data.ink.InkLine;

/**
 * Handwritten-looking digits that the program makes itself, so that everything works without MNIST and without a
 * network. They come in MNIST's format: 28 x 28 pixels, the digit in a box of 20 x 20, its centre of mass in the
 * middle.
 *
 * <p>Image i depends on the seed and on i alone, not on the machine or on how many there are, and shows the digit i mod
 * 10. Training and test images draw from streams of their own.
 *
 * @param training images to learn from, 1 to {@link #MOST}
 * @param test     images to test with, likewise
 * @param seed     any number
 */
public record BuiltInDigits(int training, int test, long seed) {

    /** Most images of a kind. */
    public static final int MOST = 1_000_000;
    /** Counts up with every change that makes other images of the same seed. */
    public static final int VERSION = 1;

    /** Under which the checksums tell how they were made. */
    private static final String GENERATOR = "generator";

    private static final int CLASSES = 10;
    private static final int PIXELS = DigitBox.FRAME * DigitBox.FRAME;

    public BuiltInDigits {
        check("training", training);
        check("test", test);
    }

    /** As many as MNIST has: 60 000 to learn from and 10 000 to test with. */
    public static BuiltInDigits standard(long seed) {
        return new BuiltInDigits(60_000, 10_000, seed);
    }

    /**
     * Those from which images were made that have these checksums; empty where they do not tell, or another version made others.
     */
    public static Optional<BuiltInDigits> recorded(Map<String, String> checksums) {
        Matcher told = Pattern.compile("version " + VERSION + ", seed (-?\\d{1,18}), (\\d{1,7}) \\+ (\\d{1,7})")
                .matcher(checksums.getOrDefault(GENERATOR, ""));
        if (!told.matches()) {
            return Optional.empty();
        }
        int learnt = Integer.parseInt(told.group(2));
        int tested = Integer.parseInt(told.group(3));
        return learnt < 1 || learnt > MOST || tested < 1 || tested > MOST
                ? Optional.empty()
                : Optional.of(new BuiltInDigits(learnt, tested, Long.parseLong(told.group(1))));
    }

    /**
     * Makes the images, on all cores; 70 000 take a few seconds.
     *
     * @throws org.penumbra.data.MemoryProblem when so many would take more memory than there is
     */
    public ImageData make() {
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        MachineMemory.ofProcess()
                .require(
                        new MemoryNeed((training + (long) test) * (PIXELS + 1), 0),
                        training + " + " + test + " built-in digits",
                        "choose fewer of them");
        Seeds seeds = new Seeds(seed);
        return new ImageData(
                "built-in-digits",
                "built-in digits",
                classes,
                images(training, seeds.data()),
                images(test, new Seeds(seeds.data()).data()),
                Map.of(GENERATOR, "version " + VERSION + ", seed " + seed + ", " + training + " + " + test));
    }

    private static ImageSet images(int count, long stream) {
        byte[] pixels = new byte[count * PIXELS];
        byte[] labels = new byte[count];
        IntStream.range(0, count).parallel().forEach(i -> {
            labels[i] = (byte) (i % CLASSES);
            Handwriting hand = new Handwriting(new Chance(new Seeds(stream + i).data()));
            float[] image = DigitImage.of(InkLine.draw(hand.write(labels[i]))).pixels();
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                pixels[i * PIXELS + pixel] = (byte) Math.round(255 * image[pixel]);
            }
        });
        return new ImageSet(DigitBox.FRAME, DigitBox.FRAME, pixels, labels);
    }

    private static void check(String what, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "built-in digits: expected 1 to " + MOST + " " + what + " images, but got " + count);
        }
    }
}
