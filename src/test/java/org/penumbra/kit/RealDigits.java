package org.penumbra.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.penumbra.data.image.ImageSet;

/** The first images of MNIST's test set, for tests that are skipped where it is not at hand. */
public final class RealDigits {

    private RealDigits() {}

    public static ImageSet first(int count) throws IOException {
        Path folder = Path.of(
                        Optional.ofNullable(System.getenv("PENUMBRA_DATA")).orElse("../shared/data"))
                .resolve("mnist");
        Path images = folder.resolve("t10k-images-idx3-ubyte.gz");
        Path labels = folder.resolve("t10k-labels-idx1-ubyte.gz");
        assumeTrue(
                Files.exists(images) && Files.exists(labels),
                "needs MNIST: no gzipped test set in " + folder.toAbsolutePath());
        return new ImageSet(28, 28, unpacked(images, 16, 784 * count), unpacked(labels, 8, count));
    }

    private static byte[] unpacked(Path file, int header, int length) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            stream.skipNBytes(header);
            return stream.readNBytes(length);
        }
    }
}
