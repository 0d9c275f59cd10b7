package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.Mutations;

/** WebP and TIFF, read by libraries, and the choice of readers. The pictures are a seven of 60 x 50 pixels. */
@Timeout(240)
class PictureKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven-lossless.webp",
                "seven-lossy.webp",
                "seven-white-on-transparent.webp",
                "seven-animated.webp",
                "seven-lzw.tif",
                "seven-jpeg.tif",
                "seven-two-pages.tif"
            })
    void everyKindShowsTheSameSeven(String name) throws IOException {
        Picture picture = PictureFile.read(resource(name), name);
        assertEquals(60, picture.width());
        assertEquals(50, picture.height());
        assertArrayEquals(
                DigitImage.of(seven()).pixels(), DigitImage.of(picture).pixels(), 0.25f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven-lossless.webp", "seven-lossy.webp", "seven-lzw.tif"})
    void aCutPictureIsRefusedWhereverItEnds(String name) throws IOException {
        byte[] whole = resource(name);
        for (int share = 1; share <= 9; share++) {
            byte[] part = Arrays.copyOf(whole, whole.length * share / 10);
            assertThrows(PictureException.class, () -> PictureFile.read(part, name), name + ", " + share + " of 10");
        }
    }

    @Test
    void damagedFilesAreReadOrRefusedWithOneLine() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : List.of(
                "seven-lossless.webp",
                "seven-lossy.webp",
                "seven-white-on-transparent.webp",
                "seven-animated.webp",
                "seven-lzw.tif",
                "seven-jpeg.tif")) {
            files.add(resource(name));
        }
        // A lossless WebP of a few bytes may ask for tables of 2.4 GB; with less memory it is refused, too.
        Mutations.Outcome outcome = new Mutations(20)
                .run(files, 150, PictureException.class, 3L << 30, bytes -> PictureFile.read(bytes, "mutated"));
        assertTrue(outcome.refused() > 25, outcome.toString());
    }

    @Test
    void whatTheJdkReadsIsReadByTheJdk() throws IOException {
        for (PictureKind kind : List.of(PictureKind.PNG, PictureKind.JPEG, PictureKind.GIF, PictureKind.BMP)) {
            ImageReader reader = kind.reader();
            assertEquals("java.desktop", reader.getClass().getModule().getName(), kind.toString());
            reader.dispose();
        }
        List<String> found = Stream.of(ImageIO.getReaderFormatNames())
                .map(String::toLowerCase)
                .distinct()
                .toList();
        assertTrue(found.containsAll(List.of("webp", "tiff")), "found on the class path: " + found);
    }

    private static Picture seven() {
        float[] grey = new float[60 * 50];
        for (int i = 0; i < grey.length; i++) {
            int x = i % 60;
            int y = i / 60;
            boolean ink = x >= 15 && x <= 44 && y >= 8 && y <= 13 || x >= 37 && x <= 43 && y >= 8 && y <= 40;
            grey[i] = ink ? 0 : 1;
        }
        return new Picture("seven", 60, 50, grey);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PictureKindTest.class.getResourceAsStream("/pictures/" + name)) {
            return stream.readAllBytes();
        }
    }
}
