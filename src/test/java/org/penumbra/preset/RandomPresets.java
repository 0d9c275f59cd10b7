package org.penumbra.preset;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.Range;
import org.penumbra.data.plane.Blobs;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.data.plane.Spirals;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;

/** Draws presets of every kind, with values from the whole of what is allowed. */
final class RandomPresets {

    /** Every letter, also of a name. */
    private static final String NAME = "abc XYZ 09 \"'\u00e4\u4e2d\uD83D\uDE00{}[],";

    private static final String LINE = NAME + "\\/:\u200f";
    private static final String LINES = LINE + "\n\t";

    private final SplittableRandom random;

    RandomPresets(SplittableRandom random) {
        this.random = random;
    }

    Preset next() {
        DenseSettings network = new DenseSettings(
                list(DenseSettings.MOST_LAYERS, i -> 1 + random.nextInt(DenseSettings.MOST_UNITS)),
                Activation.values()[random.nextInt(Activation.values().length)]);
        PlaneTrainingSettings training = new PlaneTrainingSettings(
                in(PlaneTrainingSettings.LEARNING_RATE),
                in(PlaneTrainingSettings.SIGMA),
                in(PlaneTrainingSettings.LAMBDA),
                1 + random.nextInt(PlaneTrainingSettings.MOST_BATCH));
        PlaneSetup setup = new PlaneSetup(
                data(), 1 + random.nextInt(PlaneSetup.MOST_POINTS), network, training, random.nextLong());
        double xMin = in(Preset.EDGE);
        double yMin = in(Range.of(-5, 5));
        PlaneRegion region =
                new PlaneRegion(Math.min(xMin, 0), Math.max(xMin, 1e-3), yMin, yMin + 1 + random.nextDouble());
        return new Preset(
                "n" + text(NAME, 50).strip(),
                "t" + text(LINE, 50),
                text(LINES, 200),
                setup,
                1 + random.nextInt(Preset.MOST_STEPS),
                new ConfidenceSettings(
                        in(ConfidenceSettings.ALPHA), in(ConfidenceSettings.BETA), in(ConfidenceSettings.TAU)),
                region,
                new PlaneStop(
                        random.nextBoolean() ? 0 : 1 + random.nextInt(PlaneStop.MOST_STEPS),
                        random.nextBoolean() ? 0 : 10 + random.nextInt(1000)));
    }

    private PlaneData data() {
        return switch (random.nextInt(5)) {
            case 0 -> new Rings(in(PlaneData.SIZE), in(PlaneData.SIZE), places());
            case 1 -> {
                double radius = in(PlaneData.SIZE);
                yield new Moons(radius, radius * (1 - random.nextDouble()));
            }
            case 2 -> new Spirals(1 + random.nextInt(PlaneData.MOST_CLASSES), in(Spirals.TURNS), in(Spirals.THICKNESS));
            case 3 -> new Blobs(places(), in(PlaneData.SIZE));
            default ->
                new PaintedPoints(list(
                        300,
                        i -> new PaintedPoint(coordinate(), coordinate(), random.nextInt(PlaneData.MOST_CLASSES))));
        };
    }

    private List<Position> places() {
        return list(PlaneData.MOST_CLASSES, i -> new Position(in(PlaneData.COORDINATE), in(PlaneData.COORDINATE)));
    }

    private float coordinate() {
        float any = Float.intBitsToFloat(random.nextInt());
        return Math.abs(any) <= 1e6f ? any : (float) random.nextDouble(-2.5, 2.5);
    }

    /** Round numbers, the bounds, and numbers of all sizes. */
    private double in(Range range) {
        double value = switch (random.nextInt(5)) {
            case 0 -> random.nextInt(100) / 100.0;
            case 1 -> range.max();
            case 2 -> range.min();
            case 3 -> range.min() + random.nextDouble() * (range.max() - range.min());
            default -> range.max() * Math.pow(10, -300 * random.nextDouble());
        };
        return range.contains(value) ? value : range.max();
    }

    private String text(String letters, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest); i > 0; i--) {
            int at = random.nextInt(letters.codePointCount(0, letters.length()));
            text.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, at)));
        }
        return text.length() < longest ? text.toString() : "";
    }

    private <T> List<T> list(int most, IntFunction<T> element) {
        return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(element).toList();
    }
}
