package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.NamedPipe;

class PictureFileTest {

    private static final String DAMAGED = ": the picture is damaged or cut off. Save it again, best as PNG.";

    @TempDir
    Path folder;

    @Test
    void everyFormatShowsTheSameDigit() throws IOException {
        BufferedImage image = seven(BufferedImage.TYPE_INT_RGB, 90, 70);
        float[] expected =
                DigitImage.of(PictureFile.read(file(image, "png"), "seven.png")).pixels();
        for (String format : List.of("jpg", "gif", "bmp")) {
            Path file = Files.write(folder.resolve("seven." + format), file(image, format));
            Picture picture = PictureFile.read(file);
            assertEquals(90, picture.width());
            assertEquals(70, picture.height());
            assertEquals(file.toString(), picture.name());
            double error = 0;
            float[] actual = DigitImage.of(picture).pixels();
            for (int i = 0; i < actual.length; i++) {
                error += Math.abs(actual[i] - expected[i]) / actual.length;
            }
            assertTrue(error < 0.03, format + ": mean error " + error);
        }
    }

    @Test
    void greyLevelsAreThoseOfTheFile() throws IOException {
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB
        }) {
            BufferedImage image = new BufferedImage(3, 1, type);
            int most = type == BufferedImage.TYPE_USHORT_GRAY ? 65535 : 255;
            for (int x = 0; x < 3; x++) {
                int[] pixel = new int[4];
                Arrays.fill(pixel, x * most / 5);
                pixel[3] = 255;
                image.getRaster().setPixel(x, 0, pixel);
            }
            Picture picture = PictureFile.read(file(image, "png"), "levels");
            assertArrayEquals(new float[] {0, 0.2f, 0.4f}, picture.grey(), 1e-4f, "type " + type);
        }
    }

    @Test
    void coloursCountByTheirBrightnessAndTransparentPartsAreWhite() throws IOException {
        BufferedImage image = new BufferedImage(5, 1, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0x00000000, 0x80000000};
        image.setRGB(0, 0, 5, 1, pixels, 0, 5);
        float[] expected = {0.299f, 0.587f, 0.114f, 1, 1 - 128f / 255};
        assertArrayEquals(
                expected, PictureFile.read(file(image, "png"), "colours").grey(), 1e-5f);
    }

    @Test
    void lightInkOnATransparentGroundLiesOnBlackAndAllElseOnWhite() throws IOException {
        float[] onWhite = {1, 0.5f, 0, 1, 1};
        float[] onBlack = {0, 0.5f, 1, 0, 0};
        assertArrayEquals(onWhite, row(0, 0x80000000, 0xFF000000, 0, 0), 0.01f, "black ink");
        assertArrayEquals(onBlack, row(0, 0x80FFFFFF, 0xFFFFFFFF, 0, 0), 0.01f, "white ink");
        assertArrayEquals(onBlack, row(0x00FFFFFF, 0x80FFFFFF, 0xFFFFFFFF, 0, 0), 0.01f, "in white all over");
        assertArrayEquals(new float[] {0, 0.2f, 0.4f, 0, 0}, row(0, 0x33FFFFFF, 0x66FFFFFF, 0, 0), 0.01f, "a veil");
        assertArrayEquals(new float[] {1, 0.8f, 0.6f, 1, 1}, row(0, 0x33000000, 0x66000000, 0, 0), 0.01f, "a haze");
        int paper = 0xFFF0F0F0;
        float light = 240 / 255f;
        assertArrayEquals(
                new float[] {1, light, 0, light, 1},
                row(0, paper, 0xFF000000, paper, 0),
                0.01f,
                "a sheet with ink on a transparent ground");
        assertArrayEquals(
                new float[] {light, light, 1, light, light},
                row(paper, paper, 0, paper, paper),
                0.01f,
                "a sheet with a hole");
    }

    /** The levels of five pixels with a row of the first one above and below. */
    private static float[] row(int... argb) throws IOException {
        BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 15; i++) {
            image.setRGB(i % 5, i / 5, argb[0]);
        }
        image.setRGB(0, 1, 5, 1, argb, 0, 5);
        float[] pasted = Picture.ofColours("pasted", 5, 3, image.getRGB(0, 0, 5, 3, null, 0, 5))
                .grey();
        float[] read = PictureFile.read(file(image, "png"), "colours").grey();
        assertArrayEquals(pasted, read, 1e-6f);
        return Arrays.copyOfRange(read, 5, 10);
    }

    @Test
    void aVeryLargePictureIsShrunkWhileItIsRead() throws IOException {
        BufferedImage image = seven(BufferedImage.TYPE_BYTE_GRAY, 5000, 4000);
        Picture picture = PictureFile.read(file(image, "png"), "large.png");
        assertEquals(2500, picture.width());
        assertEquals(2000, picture.height());
        float[] expected = DigitImage.of(
                        PictureFile.read(file(seven(BufferedImage.TYPE_BYTE_GRAY, 2500, 2000), "png"), "half.png"))
                .pixels();
        assertArrayEquals(expected, DigitImage.of(picture).pixels(), 0.02f);
        assertEquals(1, Shrinking.of("", 4000, 4000).every());
        assertEquals(2, Shrinking.of("", 4001, 4000).every());
        assertEquals(4, Shrinking.of("", 20_000, 10_000).every());
        assertEquals(5000, Shrinking.of("", 20_000, 10_000).kept(20_000));
        assertThrows(PictureException.class, () -> Shrinking.of("", 20_001, 10_000));
        assertThrows(PictureException.class, () -> Shrinking.of("", 100_001, 1));
    }

    @Test
    void pipesAndDevicesAreRefusedAndNotWaitedFor() throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe.png"));
        for (Path file : List.of(pipe, Path.of("/dev/zero"))) {
            assertEquals(
                    file
                            + ": expected a picture, but found a named pipe, a socket or a device. Save the picture into a "
                            + "file and name that.",
                    assertThrows(PictureException.class, () -> PictureFile.read(file))
                            .getMessage());
        }
        Path seven = Files.write(folder.resolve("seven.png"), file(seven(BufferedImage.TYPE_INT_RGB, 60, 50), "png"));
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), seven);
        assertEquals(60, PictureFile.read(link).width(), "a link to a picture is as good as the picture");
    }

    @Test
    void onePixelIsAPictureButBlank() throws IOException {
        byte[] file = file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        Picture picture = PictureFile.read(file, "dot.png");
        assertArrayEquals(new float[1], picture.grey());
        assertTrue(assertThrows(PictureException.class, () -> DigitImage.of(picture))
                .getMessage()
                .startsWith("dot.png: expected a digit"));
    }

    @Test
    void aHugePictureIsRefusedByItsHeader() throws IOException {
        byte[] png = file(seven(BufferedImage.TYPE_BYTE_GRAY, 40, 40), "png");
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);
        assertEquals(
                "huge.png: expected a picture of at most 200 million pixels and at most 100000 a side, but it has "
                        + "20000 x 20000. Make it smaller.",
                message(png, "huge.png"));
        byte[] bmp = file(seven(BufferedImage.TYPE_INT_RGB, 40, 40), "bmp");
        ByteBuffer.wrap(bmp).putInt(18, Integer.reverseBytes(100_000)).putInt(22, Integer.reverseBytes(100_000));
        assertEquals("huge.bmp" + DAMAGED, message(bmp, "huge.bmp"));
        assertTrue(message(new byte[PictureFile.MOST_BYTES + 1], "long")
                .startsWith("long: expected a picture of at " + "most 32 MiB"));
    }

    @Test
    void whatIsNoPictureIsToldApart() throws IOException {
        assertEquals(
                "empty.png: expected a picture, but it is empty. Save the picture again.",
                message(new byte[0], "empty.png"));
        assertEquals(
                "notes: expected a PNG, JPEG, GIF, BMP, WebP or TIFF picture, but it is none. Save it as PNG.",
                message("Draw a seven".getBytes(), "notes"));
        Path missing = folder.resolve("missing.png");
        assertEquals(
                missing + ": there is no such file. Check its name and folder.",
                assertThrows(PictureException.class, () -> PictureFile.read(missing))
                        .getMessage());
        assertEquals(
                folder + ": expected a picture, but found a folder. Name a file in it.",
                assertThrows(PictureException.class, () -> PictureFile.read(folder))
                        .getMessage());
    }

    @Test
    void aTruncatedPictureIsRefusedWhereverItEnds() throws IOException {
        BufferedImage image = seven(BufferedImage.TYPE_INT_RGB, 60, 50);
        for (String format : List.of("png", "jpg", "gif", "bmp")) {
            byte[] whole = file(image, format);
            for (int share = 1; share <= 9; share++) {
                byte[] part = Arrays.copyOf(whole, whole.length * share / 10);
                assertEquals("part" + DAMAGED, message(part, "part"), format + ", " + share + " of 10");
            }
        }
    }

    @Test
    void aJpegIsTruncatedInEveryLanguage() throws IOException {
        byte[] whole = file(seven(BufferedImage.TYPE_INT_RGB, 60, 50), "jpg");
        Locale before = Locale.getDefault();
        try {
            for (Locale language : List.of(Locale.US, Locale.GERMANY, Locale.JAPAN)) {
                Locale.setDefault(language);
                for (int length = 2; length < whole.length; length++) {
                    byte[] part = Arrays.copyOf(whole, length);
                    assertThrows(
                            PictureException.class, () -> PictureFile.read(part, "part"), language + ", " + length);
                }
                assertEquals(60, PictureFile.read(whole, "whole").width());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTruncatedJpegThatIsGivenAnEndIsTruncatedStill() throws IOException {
        byte[] whole = file(seven(BufferedImage.TYPE_INT_RGB, 60, 50), "jpg");
        byte[] part = Arrays.copyOf(whole, whole.length - 40);
        part[part.length - 2] = (byte) 0xFF;
        part[part.length - 1] = (byte) 0xD9;
        assertEquals("part" + DAMAGED, message(part, "part"));
    }

    @Test
    void aJpegMayHaveMoreThanItNeeds() throws IOException {
        byte[] plain = file(seven(BufferedImage.TYPE_INT_RGB, 60, 50), "jpg");
        float[] expected = PictureFile.read(plain, "plain").grey();
        byte[] behind = Arrays.copyOf(plain, plain.length + 20);
        assertArrayEquals(expected, PictureFile.read(behind, "behind its end").grey());
        byte[] before = Arrays.copyOf(behind, behind.length);
        before[plain.length - 2] = 0;
        before[plain.length - 1] = 0;
        before[before.length - 2] = (byte) 0xFF;
        before[before.length - 1] = (byte) 0xD9;
        assertArrayEquals(expected, PictureFile.read(before, "before its end").grey());
    }

    @Test
    @Timeout(240)
    void mutatedPicturesGiveAPictureOrOneMessage() throws IOException {
        long seed = 20_261;
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> files = new ArrayList<>();
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_USHORT_GRAY
        }) {
            files.add(file(seven(type, 24, 24), "png"));
        }
        for (String format : List.of("jpg", "gif", "bmp")) {
            files.add(file(seven(BufferedImage.TYPE_INT_RGB, 24, 24), format));
        }
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] mutated = mutated(files.get(i % files.size()), random);
            try {
                Picture picture = PictureFile.read(mutated, "mutated");
                assertEquals(picture.width() * picture.height(), picture.grey().length);
            } catch (PictureException expected) {
                refused++;
                assertTrue(expected.getMessage().startsWith("mutated: "), expected.getMessage());
                assertFalse(expected.getMessage().contains("\n"), expected.getMessage());
            } catch (RuntimeException | Error other) {
                throw new AssertionError("seed " + seed + ", file " + i, other);
            }
        }
        assertTrue(refused > 400, refused + " refused");
    }

    private static byte[] mutated(byte[] file, SplittableRandom random) {
        byte[] mutated = file.clone();
        int changes = random.nextInt(1, 6);
        for (int i = 0; i < changes; i++) {
            // Half of them in the header, where they hurt most.
            int at = random.nextInt(random.nextBoolean() ? Math.min(60, mutated.length) : mutated.length);
            switch (random.nextInt(3)) {
                case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutated[at] = (byte) random.nextInt(256);
                default -> mutated[at] = (byte) (random.nextBoolean() ? 0xFF : 0x7F);
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
    }

    private static BufferedImage seven(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(width / 4, height / 6, width / 2, height / 8);
        graphics.fillRect(width * 5 / 8, height / 6, width / 8, height * 2 / 3);
        graphics.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), format);
        return bytes.toByteArray();
    }

    private static String message(byte[] file, String name) {
        return assertThrows(PictureException.class, () -> PictureFile.read(file, name))
                .getMessage();
    }
}
