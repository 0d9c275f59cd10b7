package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgbImageTest {

    @TempDir
    Path folder;

    /** As where java.io.tmpdir names a folder that is not there. */
    @Test
    void aPictureNeedsNoTemporaryFolder() throws IOException {
        File before = ImageIO.getCacheDirectory();
        Path missing = Files.createDirectory(folder.resolve("temporary"));
        ImageIO.setCacheDirectory(missing.toFile());
        try {
            Files.delete(missing);
            Path file = folder.resolve("a.png");
            PngFile.write(new ArgbImage(new int[] {0xFF123456}, 1, 1), file);
            assertEquals(0xFF123456, PngFile.read(file).pixel(0, 0));
            GifFile.write(folder.resolve("a.gif"), 50, gif -> gif.add(new ArgbImage(new int[] {0xFF123456}, 1, 1)));
            assertTrue(Files.size(folder.resolve("a.gif")) > 0);
        } finally {
            ImageIO.setCacheDirectory(before);
        }
    }

    @Test
    void scalingRepeatsPixels() {
        ArgbImage picture = new ArgbImage(new int[] {1, 2, 3, 4, 5, 6}, 3, 2).scaled(2);
        assertEquals(6, picture.width());
        assertEquals(4, picture.height());
        assertArrayEquals(
                new int[] {
                    1, 1, 2, 2, 3, 3,
                    1, 1, 2, 2, 3, 3,
                    4, 4, 5, 5, 6, 6,
                    4, 4, 5, 5, 6, 6
                },
                picture.argb());
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ArgbImage(new int[5], 2, 3));
        assertThrows(IllegalArgumentException.class, () -> new ArgbImage(new int[0], 0, 3));
        ArgbImage picture = new ArgbImage(new int[6], 2, 3);
        assertThrows(IllegalArgumentException.class, () -> picture.scaled(0));
        assertThrows(IllegalArgumentException.class, () -> picture.scaled(100_000));
    }

    @Test
    void pngGivesBackEveryPixel() throws IOException {
        long seed = 5;
        Random random = new Random(seed);
        int[] pixels = random.ints(37 * 23).toArray();
        Path file = folder.resolve("random.png");
        PngFile.write(new ArgbImage(pixels, 37, 23), file);
        ArgbImage read = PngFile.read(file);
        assertEquals(37, read.width());
        assertArrayEquals(pixels, read.argb(), "seed " + seed);
    }

    @Test
    void pngReplacesALongerFile() throws IOException {
        Path file = folder.resolve("again.png");
        Files.write(file, new byte[100_000]);
        PngFile.write(new ArgbImage(new int[] {0xFF123456}, 1, 1), file);
        assertEquals(0xFF123456, PngFile.read(file).pixel(0, 0));
        assertTrue(Files.size(file) < 1000);
    }

    @Test
    void whatIsNoPictureIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("words.png"), "not a picture");
        String message =
                assertThrows(IOException.class, () -> PngFile.read(file)).getMessage();
        assertTrue(message.contains("words.png"), message);
    }
}
