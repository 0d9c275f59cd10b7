package org.penumbra.bench.jury;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.Clutter;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.LetterImages;
import org.penumbra.data.image.NoiseImages;

/**
 * Sets of images of none of a model's classes. The same seed makes the same images.
 *
 * @param count images a set
 * @param seed  any number
 */
record UnknownImages(int count, long seed) {

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    /** Pixels a patch is wide and high. */
    private static final int PATCH = 7;

    /**
     * One set.
     *
     * @param name in tables
     * @param role what it is for
     * @param near whether its images are much like the model's own, as digits of another hand are to a model of digits: hardly
     *             any detector tells them apart, so juries are compared with and without such sets
     */
    record Unknowns(String name, Role role, boolean near, ImageSet images) {

        Unknowns(String name, Role role, ImageSet images) {
            this(name, role, false, images);
        }
    }

    /** What a set is for. */
    enum Role {
        /** Juries are chosen by it. */
        CHOOSE,
        /** It takes no part in the choice, and tells how good that was. */
        REPORT;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All sets for a model.
     *
     * @param known        images of the model's classes that it was not trained on, from which some sets are made
     * @param digits       whether these are digits, of which a 0 that lies on its side is still one
     * @param other        name of another data set
     * @param otherLearnt  its training images
     * @param otherTest    its test images
     */
    List<Unknowns> all(ImageSet known, boolean digits, String other, ImageSet otherLearnt, ImageSet otherTest) {
        return List.of(
                new Unknowns("capital letters but B, I, O, S, Z", Role.CHOOSE, letters(LetterImages.CAPITALS, seed)),
                new Unknowns(
                        "digits of the program's own letters", Role.CHOOSE, digits, letters("0123456789", seed + 3)),
                new Unknowns(other + ", training images", Role.CHOOSE, first(otherLearnt)),
                new Unknowns("clutter", Role.CHOOSE, clutter()),
                new Unknowns("turned by 90\u00b0" + (digits ? ", without 0" : ""), Role.CHOOSE, turned(known, digits)),
                new Unknowns("patches in disorder", Role.CHOOSE, patches(known)),
                new Unknowns("inverted", Role.CHOOSE, inverted(known)),
                new Unknowns("two laid over each other", Role.CHOOSE, overlaid(known)),
                new Unknowns(
                        "small letters but b, g, i, l, o, q, s, z", Role.REPORT, letters(LetterImages.SMALL, seed + 1)),
                new Unknowns(other + ", test images", Role.REPORT, first(otherTest)),
                new Unknowns("noise", Role.REPORT, new NoiseImages(count, SIDE, seed).make()),
                new Unknowns(
                        "built-in digits",
                        Role.REPORT,
                        digits,
                        new BuiltInDigits(1, count, seed).make().test()),
                new Unknowns("plain grey", Role.REPORT, grey()));
    }

    private ImageSet first(ImageSet images) {
        return images.part(0, Math.min(count, images.count()));
    }

    private interface Painter {
        /** Fills 784 pixels, 0 to 1, of the i-th image. */
        void paint(int index, float[] pixels);
    }

    private ImageSet painted(Painter painter) {
        byte[] bytes = new byte[count * PIXELS];
        float[] pixels = new float[PIXELS];
        for (int i = 0; i < count; i++) {
            painter.paint(i, pixels);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                bytes[i * PIXELS + pixel] = (byte) Math.round(255 * pixels[pixel]);
            }
        }
        return new ImageSet(SIDE, SIDE, bytes, new byte[count]);
    }

    private ImageSet letters(String alphabet, long stream) {
        return new LetterImages(alphabet, count, stream).make();
    }

    private ImageSet clutter() {
        SplittableRandom random = new SplittableRandom(seed);
        Clutter clutter = new Clutter(SIDE);
        return painted((index, pixels) -> clutter.draw(pixels, 0, random));
    }

    private ImageSet turned(ImageSet known, boolean withoutZero) {
        int[] some = IntStream.range(0, known.count())
                .filter(i -> !withoutZero || known.label(i) != 0)
                .limit(count)
                .toArray();
        return painted((index, pixels) -> {
            float[] image = known.image(some[index % some.length]);
            for (int i = 0; i < PIXELS; i++) {
                pixels[i % SIDE * SIDE + SIDE - 1 - i / SIDE] = image[i];
            }
        });
    }

    private ImageSet patches(ImageSet known) {
        SplittableRandom random = new SplittableRandom(seed + 2);
        int across = SIDE / PATCH;
        return painted((index, pixels) -> {
            float[] image = known.image(index % known.count());
            int[] order = shuffled(across * across, random);
            for (int i = 0; i < PIXELS; i++) {
                int row = i / SIDE;
                int column = i % SIDE;
                int from = order[row / PATCH * across + column / PATCH];
                pixels[i] =
                        image[(from / across * PATCH + row % PATCH) * SIDE + from % across * PATCH + column % PATCH];
            }
        });
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    private ImageSet inverted(ImageSet known) {
        return painted((index, pixels) -> {
            float[] image = known.image(index % known.count());
            for (int i = 0; i < PIXELS; i++) {
                pixels[i] = 1 - image[i];
            }
        });
    }

    /** Two images of different classes, of each pixel the larger. */
    private ImageSet overlaid(ImageSet known) {
        return painted((index, pixels) -> {
            int one = index % known.count();
            int other = (one + 1) % known.count();
            while (known.label(other) == known.label(one)) {
                other = (other + 1) % known.count();
            }
            float[] above = known.image(one);
            float[] below = known.image(other);
            for (int i = 0; i < PIXELS; i++) {
                pixels[i] = Math.max(above[i], below[i]);
            }
        });
    }

    /** All levels from blank to full ink. */
    private ImageSet grey() {
        return painted((index, pixels) -> Arrays.fill(pixels, (float) index / Math.max(1, count - 1)));
    }
}
