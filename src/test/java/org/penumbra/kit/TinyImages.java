package org.penumbra.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;

/** A data set of 400 + 100 images that tests pretend is published. */
public final class TinyImages {

    public static final int TRAINING = 400;
    static final int TEST = 100;
    public static final int SIDE = 14;

    private final Map<ImageFile, byte[]> bytes = new EnumMap<>(ImageFile.class);

    public TinyImages() {
        bytes.put(ImageFile.TRAINING_IMAGES, IdxBytes.images(TRAINING, SIDE, SIDE, 11));
        bytes.put(ImageFile.TRAINING_LABELS, IdxBytes.labels(TRAINING, 12));
        bytes.put(ImageFile.TEST_IMAGES, IdxBytes.images(TEST, SIDE, SIDE, 13));
        bytes.put(ImageFile.TEST_LABELS, IdxBytes.labels(TEST, 14));
    }

    /** The catalogue's entry. */
    public KnownImages known() {
        return new KnownImages(
                "tiny",
                "Tiny",
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                List.of("tiny", "TINY/raw"),
                TRAINING,
                TEST,
                SIDE,
                sums(IdxBytes::md5),
                sums(IdxBytes::sha256));
    }

    private Map<ImageFile, String> sums(Function<byte[], String> sum) {
        return Arrays.stream(ImageFile.values())
                .collect(Collectors.toMap(Function.identity(), file -> sum.apply(plain(file))));
    }

    /** The unpacked bytes of a file. */
    public byte[] plain(ImageFile file) {
        return bytes.get(file);
    }

    /** The packed bytes of a file. */
    public byte[] packed(ImageFile file) {
        return IdxBytes.packed(plain(file));
    }

    /** Writes all four into a folder, packed, and makes the folder if need be. */
    public Path writeTo(Path folder) throws IOException {
        for (ImageFile file : ImageFile.values()) {
            write(folder, file.standardName() + ".gz", packed(file));
        }
        return folder;
    }

    /** Writes one file and makes its folder if need be. */
    public static Path write(Path folder, String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, bytes);
    }
}
