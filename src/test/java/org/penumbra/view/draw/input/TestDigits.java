package org.penumbra.view.draw.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;

/** A small data set of 28 x 28 pixels that tests pretend is published, "Small digits". */
final class TestDigits {

    final ImageData data = new BuiltInDigits(20, 30, 5).make();
    private final Map<ImageFile, byte[]> files = new EnumMap<>(ImageFile.class);

    TestDigits() {
        files.put(ImageFile.TRAINING_IMAGES, images(data.training()));
        files.put(ImageFile.TRAINING_LABELS, labels(data.training()));
        files.put(ImageFile.TEST_IMAGES, images(data.test()));
        files.put(ImageFile.TEST_LABELS, labels(data.test()));
    }

    /** The catalogue's entry. */
    KnownImages known() {
        Map<ImageFile, String> sums = new EnumMap<>(ImageFile.class);
        files.forEach((file, bytes) -> sums.put(file, md5(bytes)));
        return new KnownImages(
                "small",
                "Small digits",
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                List.of("small"),
                20,
                30,
                28,
                sums);
    }

    /** Writes the files below a data home. */
    void writeTo(Path home) throws IOException {
        Files.createDirectories(home.resolve("small"));
        for (Map.Entry<ImageFile, byte[]> file : files.entrySet()) {
            Files.write(home.resolve("small").resolve(file.getKey().standardName()), file.getValue());
        }
    }

    private static byte[] images(ImageSet set) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + set.count() * 784);
        bytes.putInt(0x803).putInt(set.count()).putInt(28).putInt(28);
        for (int i = 0; i < set.count(); i++) {
            for (float pixel : set.image(i)) {
                bytes.put((byte) Math.round(255 * pixel));
            }
        }
        return bytes.array();
    }

    private static byte[] labels(ImageSet set) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + set.count());
        bytes.putInt(0x801).putInt(set.count());
        for (int i = 0; i < set.count(); i++) {
            bytes.put((byte) set.label(i));
        }
        return bytes.array();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
