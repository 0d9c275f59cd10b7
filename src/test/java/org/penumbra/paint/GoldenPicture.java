package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a picture against the reference kept in {@code src/test/resources/golden}. A mismatch fails and leaves what was
 * painted in {@code target/golden-mismatch}. With {@code -Dpenumbra.golden.write=true} the references are written
 * instead: look at them before you commit them.
 */
public final class GoldenPicture {

    private static final Path REFERENCES = Path.of("src", "test", "resources", "golden");
    private static final Path MISMATCHES = Path.of("target", "golden-mismatch");
    private static final String WRITE = "penumbra.golden.write";

    private GoldenPicture() {}

    /**
     * Fails unless the picture is like its reference.
     *
     * @param name     of the reference, without ".png"
     * @param actual   what was painted
     * @param mostMean greatest mean difference of all channels of all pixels, 0 to 255
     * @param most     greatest difference of any channel, 0 to 255
     */
    public static void assertLike(String name, ArgbImage actual, double mostMean, int most) throws IOException {
        Path reference = REFERENCES.resolve(name + ".png");
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(REFERENCES);
            PngFile.write(actual, reference);
            return;
        }
        if (!Files.exists(reference)) {
            reject(name, actual, reference, "there is no reference");
        }
        ArgbImage expected = PngFile.read(reference);
        if (expected.width() != actual.width() || expected.height() != actual.height()) {
            reject(
                    name,
                    actual,
                    reference,
                    "expected " + expected.width() + " x " + expected.height() + ", but it is " + actual.width() + " x "
                            + actual.height());
        }
        long sum = 0;
        int greatest = 0;
        int where = 0;
        for (int i = 0; i < actual.argb().length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                int difference = Math.abs((actual.argb()[i] >>> shift & 255) - (expected.argb()[i] >>> shift & 255));
                sum += difference;
                if (difference > greatest) {
                    greatest = difference;
                    where = i;
                }
            }
        }
        double mean = sum / (4.0 * actual.argb().length);
        if (mean > mostMean || greatest > most) {
            reject(
                    name,
                    actual,
                    reference,
                    "channels differ by " + mean + " on average (at most " + mostMean
                            + " allowed) and by up to " + greatest + " (at most " + most + ") at x "
                            + where % actual.width()
                            + ", y " + where / actual.width());
        }
    }

    private static void reject(String name, ArgbImage actual, Path reference, String why) throws IOException {
        Files.createDirectories(MISMATCHES);
        Path painted = MISMATCHES.resolve(name + ".png");
        PngFile.write(actual, painted);
        fail(name + ": " + why + ".\nexpected: " + reference.toAbsolutePath() + "\npainted:  "
                + painted.toAbsolutePath() + "\nIf the new one is right, run with -D" + WRITE + "=true");
    }
}
