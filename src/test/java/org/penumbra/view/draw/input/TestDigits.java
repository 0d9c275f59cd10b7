package org.penumbra.view.draw.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.IdxBytes;

/** A small data set of 28 x 28 pixels that tests pretend is published, "Small digits". */
final class TestDigits {

    final ImageData data = new BuiltInDigits(20, 30, 5).make();
    private final Map<ImageFile, byte[]> files = new EnumMap<>(ImageFile.class);

    TestDigits() {
        files.put(ImageFile.TRAINING_IMAGES, IdxBytes.images(data.training(), 28, 28));
        files.put(ImageFile.TRAINING_LABELS, IdxBytes.labels(data.training()));
        files.put(ImageFile.TEST_IMAGES, IdxBytes.images(data.test(), 28, 28));
        files.put(ImageFile.TEST_LABELS, IdxBytes.labels(data.test()));
    }

    /** The catalogue's entry. */
    KnownImages known() {
        Map<ImageFile, String> sums = new EnumMap<>(ImageFile.class);
        Map<ImageFile, String> strongSums = new EnumMap<>(ImageFile.class);
        files.forEach((file, bytes) -> {
            sums.put(file, IdxBytes.md5(bytes));
            strongSums.put(file, IdxBytes.sha256(bytes));
        });
        return new KnownImages(
                "small",
                "Small digits",
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                List.of("small"),
                20,
                30,
                28,
                sums,
                strongSums);
    }

    /** Writes the files below a data home. */
    void writeTo(Path home) throws IOException {
        Files.createDirectories(home.resolve("small"));
        for (Map.Entry<ImageFile, byte[]> file : files.entrySet()) {
            Files.write(home.resolve("small").resolve(file.getKey().standardName()), file.getValue());
        }
    }
}
