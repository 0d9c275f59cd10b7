package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Pictures whose EXIF says how they are to be turned. The picture that is meant is three wide and two high; its pixels are
 * stored in each of the eight ways.
 */
class OrientationTest {

    private static final int SHORT = 3;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] MEANT = {10, 60, 110, (byte) 160, (byte) 210, (byte) 250};
    /** How rows of the picture lie in the file for orientations 1 to 8, by the number of the pixel. */
    private static final List<int[][]> STORED = List.of(
            new int[][] {{0, 1, 2}, {3, 4, 5}},
            new int[][] {{2, 1, 0}, {5, 4, 3}},
            new int[][] {{5, 4, 3}, {2, 1, 0}},
            new int[][] {{3, 4, 5}, {0, 1, 2}},
            new int[][] {{0, 3}, {1, 4}, {2, 5}},
            new int[][] {{2, 5}, {1, 4}, {0, 3}},
            new int[][] {{5, 2}, {4, 1}, {3, 0}},
            new int[][] {{3, 0}, {4, 1}, {5, 2}});

    @Test
    void allEightWaysComeUprightFromPngAndTiff() throws IOException {
        for (int number = 1; number <= 8; number++) {
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                assertMeant(PictureFile.read(png(stored(number), exif(order, number)), "png " + number));
                assertMeant(PictureFile.read(tiff(order, number), "tiff " + number));
            }
        }
    }

    @Test
    void allEightWaysComeUprightFromJpegAndWebp() throws IOException {
        float[] upright =
                PictureFile.read(jpeg(large(1), new byte[0]), "upright").grey();
        byte[] webp = resource("seven-lossless.webp");
        Picture plain = PictureFile.read(webp, "plain");
        for (int number = 1; number <= 8; number++) {
            byte[] exif = exif(ByteOrder.BIG_ENDIAN, number);
            Picture jpeg = PictureFile.read(jpeg(large(number), exif), "jpeg " + number);
            assertEquals(24, jpeg.width(), "orientation " + number);
            assertArrayEquals(upright, jpeg.grey(), 0.03f, "orientation " + number);
            Picture turned = PictureFile.read(webp(webp, exif), "webp " + number);
            assertArrayEquals(Orientation.of(number).upright(plain).grey(), turned.grey(), "orientation " + number);
            assertEquals(number < 5 ? plain.width() : plain.height(), turned.width());
        }
    }

    @Test
    void ofTwoBlocksTheFirstCountsAndAThumbnailsNever() throws IOException {
        byte[] twice = jpeg(jpeg(large(1), exif(ByteOrder.BIG_ENDIAN, 6)), exif(ByteOrder.BIG_ENDIAN, 1));
        assertEquals(24, PictureFile.read(twice, "twice").width());
        ByteBuffer withThumbnail = ByteBuffer.allocate(44).order(ByteOrder.BIG_ENDIAN);
        withThumbnail.put(exif(ByteOrder.BIG_ENDIAN, 1)).putInt(22, 26);
        withThumbnail.position(26);
        withThumbnail.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) SHORT);
        withThumbnail.putInt(1).putShort((short) 6).putShort((short) 0).putInt(0);
        assertMeant(PictureFile.read(png(stored(1), withThumbnail.array()), "thumbnail"));
    }

    @Test
    void anExifThatSaysNothingUsableLeavesThePictureAsItIs() throws IOException {
        byte[] good = exif(ByteOrder.BIG_ENDIAN, 6);
        byte[] manyValues = good.clone();
        ByteBuffer.wrap(manyValues).putInt(14, 70_000);
        byte[] farAway = good.clone();
        ByteBuffer.wrap(farAway).putInt(4, Integer.MAX_VALUE);
        byte[] circle = exif(ByteOrder.BIG_ENDIAN, 1);
        ByteBuffer.wrap(circle).putInt(22, 8);
        for (byte[] broken : List.of(
                new byte[0],
                new byte[] {'M', 'M'},
                "no EXIF at all".getBytes(),
                Arrays.copyOf(good, 12),
                manyValues,
                farAway,
                circle,
                exif(ByteOrder.BIG_ENDIAN, 0),
                exif(ByteOrder.BIG_ENDIAN, 9),
                exif(ByteOrder.LITTLE_ENDIAN, 0xFFFF))) {
            String which = HexFormat.of().formatHex(broken);
            assertMeant(PictureFile.read(png(stored(1), broken), which));
            assertEquals(24, PictureFile.read(jpeg(large(1), broken), which).width(), which);
        }
        byte[] wrongSum = png(stored(1), good);
        wrongSum[8 + 25 + 8 + good.length] ^= 1;
        assertMeant(PictureFile.read(wrongSum, "a wrong check sum"));
    }

    @Test
    void noDamageToTheExifCostsThePicture() throws IOException {
        long seed = 20_261_127;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] jpeg = resource("three-exif-orientation-6.jpg");
        int turned = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = jpeg.clone();
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                damaged[30 + random.nextInt(26)] = (byte) random.nextInt(256);
            }
            Picture picture = PictureFile.read(damaged, "seed " + seed + ", file " + i);
            assertEquals(280, picture.width());
            turned += DigitImage.of(picture).pixels()[5 * 28 + 12] > 0.5f ? 1 : 0;
        }
        assertTrue(turned > 0 && turned < 300, turned + " of 300 were turned");
    }

    private static void assertMeant(Picture picture) {
        assertEquals(3, picture.width(), picture.name());
        assertEquals(2, picture.height(), picture.name());
        for (int i = 0; i < MEANT.length; i++) {
            assertEquals((MEANT[i] & 0xFF) / 255f, picture.grey()[i], 1e-6, picture.name() + ", pixel " + i);
        }
    }

    /** A block with one number, which says how the picture is to be turned. */
    private static byte[] exif(ByteOrder order, int number) {
        ByteBuffer exif = ByteBuffer.allocate(26).order(order);
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes());
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
        exif.putShort((short) number).putShort((short) 0).putInt(0);
        return exif.array();
    }

    private static BufferedImage stored(int number) {
        int[][] rows = STORED.get(number - 1);
        BufferedImage image = new BufferedImage(rows[0].length, rows.length, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                image.getRaster().setSample(x, y, 0, MEANT[rows[y][x]] & 0xFF);
            }
        }
        return image;
    }

    /** The same with eight times as many pixels each way, for a format with blocks of eight. */
    private static byte[] large(int number) throws IOException {
        BufferedImage small = stored(number);
        BufferedImage image =
                new BufferedImage(8 * small.getWidth(), 8 * small.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, small.getRaster().getSample(x / 8, y / 8, 0));
            }
        }
        return file(image, "jpg");
    }

    private static byte[] png(BufferedImage image, byte[] exif) throws IOException {
        byte[] png = file(image, "png");
        int behindHeader = 8 + 25;
        ByteBuffer with = ByteBuffer.allocate(png.length + 12 + exif.length);
        with.put(png, 0, behindHeader)
                .putInt(exif.length)
                .put("eXIf".getBytes())
                .put(exif);
        CRC32 sum = new CRC32();
        sum.update(with.array(), behindHeader + 4, 4 + exif.length);
        with.putInt((int) sum.getValue()).put(png, behindHeader, png.length - behindHeader);
        return with.array();
    }

    private static byte[] jpeg(byte[] jpeg, byte[] exif) {
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + 10 + exif.length);
        with.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + exif.length));
        with.put("Exif".getBytes()).putShort((short) 0).put(exif).put(jpeg, 2, jpeg.length - 2);
        return with.array();
    }

    private static byte[] webp(byte[] webp, byte[] exif) {
        ByteBuffer with = ByteBuffer.allocate(webp.length + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        with.put(webp).put("EXIF".getBytes()).putInt(exif.length).put(exif);
        with.putInt(4, with.capacity() - 8);
        return with.array();
    }

    /** Grey pixels in one strip, by hand. */
    private static byte[] tiff(ByteOrder order, int number) {
        int[][] rows = STORED.get(number - 1);
        int width = rows[0].length;
        int[][] tags = {
            {256, width},
            {257, rows.length},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 8},
            {ORIENTATION, number},
            {277, 1},
            {278, rows.length},
            {279, MEANT.length}
        };
        ByteBuffer tiff = ByteBuffer.allocate(16 + 2 + 12 * tags.length + 4).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes());
        tiff.putShort((short) 42).putInt(16);
        for (int[] row : rows) {
            for (int pixel : row) {
                tiff.put(MEANT[pixel]);
            }
        }
        tiff.position(16);
        tiff.putShort((short) tags.length);
        for (int[] tag : tags) {
            tiff.putShort((short) tag[0]).putShort((short) SHORT).putInt(1);
            tiff.putShort((short) tag[1]).putShort((short) 0);
        }
        return tiff.array();
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), format);
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = OrientationTest.class.getResourceAsStream("/pictures/" + name)) {
            return stream.readAllBytes();
        }
    }
}
