package org.penumbra.dist;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the icons as desktops do, by their headers. */
class IconFilesTest {

    @TempDir
    private Path folder;

    @Test
    void thePngOfLinuxIsTheSignOnNothing() throws Exception {
        IconFiles.write(folder);
        BufferedImage image = read(Files.readAllBytes(folder.resolve("penumbra.png")));
        assertAll(
                () -> assertEquals(512, image.getWidth()),
                () -> assertEquals(512, image.getHeight()),
                () -> assertEquals(0, image.getRGB(2, 2) >>> 24, "a corner is not clear"),
                () -> assertEquals(0xfff2a60d, image.getRGB(90, 300), "the sun"),
                // The moon, four tenths of its grey.
                () -> assertEquals(102, image.getRGB(380, 200) >>> 24, "the moon"));
    }

    @Test
    void theIcoOfWindowsListsPicturesOfTheSizesItSays() throws Exception {
        ByteBuffer file = ByteBuffer.wrap(IconFiles.ico()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, file.getShort());
        assertEquals(1, file.getShort(), "not an icon");
        int count = file.getShort();
        assertEquals(7, count);
        int end = 6 + 16 * count;
        for (int i = 0; i < count; i++) {
            int width = file.get() & 0xff;
            int height = file.get() & 0xff;
            assertEquals(0, file.getShort(), "palette");
            assertEquals(1, file.getShort(), "planes");
            assertEquals(32, file.getShort(), "bits");
            int length = file.getInt();
            int offset = file.getInt();
            assertEquals(end, offset, "pictures do not follow one another");
            BufferedImage picture = read(Arrays.copyOfRange(file.array(), offset, offset + length));
            assertEquals(width == 0 ? 256 : width, picture.getWidth());
            assertEquals(height == 0 ? 256 : height, picture.getHeight());
            end = offset + length;
        }
        assertEquals(file.capacity(), end);
    }

    @Test
    void theIcnsOfMacHoldsPicturesOfTheSizesThatTheirNamesMean() throws Exception {
        ByteBuffer file = ByteBuffer.wrap(IconFiles.icns());
        assertEquals("icns", name(file));
        assertEquals(file.capacity(), file.getInt());
        Map<String, Integer> found = new HashMap<>();
        while (file.hasRemaining()) {
            String name = name(file);
            byte[] picture = new byte[file.getInt() - 8];
            file.get(picture);
            found.put(name, read(picture).getWidth());
        }
        assertEquals(IconFiles.macSides(), found);
    }

    @Test
    void theSevenIsDarkOnWhitePaper() throws Exception {
        BufferedImage seven = read(TrialDigit.seven());
        assertEquals(0xffffffff, seven.getRGB(3, 3));
        assertEquals(0xff000000, seven.getRGB(125, 222));
    }

    private static String name(ByteBuffer file) {
        byte[] name = new byte[4];
        file.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static BufferedImage read(byte[] png) throws Exception {
        assertTrue(png[1] == 'P' && png[2] == 'N' && png[3] == 'G', "no PNG picture");
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
