package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JPEG files that are damaged, those that only look odd, and those that would never be done. */
@Timeout(120)
class JpegFileTest {

    private static final String DAMAGED = "x: the picture is damaged or cut off. Save it again, best as PNG.";
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int APP13 = 0xED;
    private static final int COMMENT = 0xFE;
    private static final int SCAN = 0xDA;

    @Test
    void whateverWarnsTheReaderIsDamage() throws IOException {
        byte[] whole = jpeg(false);
        float[] expected = PictureFile.read(whole, "x").grey();
        assertEquals(DAMAGED, message(noisy(whole, 96)));
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (byte[] file : new byte[][] {whole, jpeg(true)}) {
            for (int i = 0; i < 100; i++) {
                byte[] damaged = file.clone();
                int at = 330 + random.nextInt(file.length - 340);
                for (int k = 0; k < 8; k++) {
                    damaged[at + k] = (byte) random.nextInt(256);
                }
                refused += isRefused(damaged) ? 1 : 0;
            }
        }
        assertTrue(refused >= 120, refused + " of 200 were refused");
        assertEquals(DAMAGED, message(with(whole, whole.length - 2, "more pixels than there are".getBytes())));
        assertArrayEquals(expected, PictureFile.read(whole, "x").grey());
    }

    @Test
    void whatProgramsNoteBesideThePixelsIsNoDamage() throws IOException {
        byte[] whole = jpeg(false);
        float[] expected = PictureFile.read(whole, "x").grey();
        byte[] newer = whole.clone();
        newer[11] = 9;
        assertArrayEquals(expected, PictureFile.read(newer, "JFIF of version 9").grey());
        byte[] profile = segment(APP2, "ICC_PROFILE\0\1\1 no profile at all");
        byte[] parts = segment(APP2, "ICC_PROFILE\0\1\3 a third of a profile");
        for (byte[] odd : new byte[][] {
            profile,
            parts,
            segment(APP13, "Photoshop 3.0\0 8BIM and then nothing"),
            segment(COMMENT, "made by hand"),
            segment(APP0, "JFXX\0\23 no thumbnail"),
            segment(0xE1, "Exif\0\0 no EXIF"),
            segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta"),
            segment(0xEF, "")
        }) {
            byte[] first = with(whole, 20, odd);
            assertArrayEquals(expected, PictureFile.read(first, "x").grey(), new String(odd));
        }
    }

    @Test
    void oddButWholePixelsAreRead() throws IOException {
        byte[] whole = jpeg(false);
        float[] expected = PictureFile.read(whole, "x").grey();
        assertArrayEquals(
                expected,
                PictureFile.read(with(whole, whole.length, new byte[99]), "x").grey());
        assertArrayEquals(
                expected,
                PictureFile.read(with(whole, whole.length - 2, new byte[99]), "x")
                        .grey());
        byte[] numbers = whole.clone();
        int scan = last(whole, SCAN);
        int header = 2 + ByteBuffer.wrap(whole).getShort(scan + 2);
        numbers[scan + header - 2] = 0;
        assertArrayEquals(expected, PictureFile.read(numbers, "x").grey());
        byte[] both = with(with(numbers, numbers.length - 2, new byte[99]), 20, segment(APP2, "ICC_PROFILE\0\1\1"));
        assertArrayEquals(expected, PictureFile.read(both, "x").grey());
        assertArrayEquals(expected, PictureFile.read(jpeg(true), "progressive").grey(), 1e-6f);
        try (InputStream stream = JpegFileTest.class.getResourceAsStream("/pictures/seven-cmyk.jpg")) {
            Picture cmyk = PictureFile.read(stream.readAllBytes(), "cmyk");
            assertEquals(1, cmyk.grey()[0], 0.02);
            assertEquals(0, cmyk.grey()[10 * cmyk.width() + 30], 0.1);
        }
    }

    @Test
    void moreScansThanAnyPictureHasAreRefusedBeforeTheyAreUnpacked() throws IOException {
        byte[] progressive = jpeg(true);
        int last = last(progressive, SCAN);
        byte[] scan = Arrays.copyOfRange(progressive, last, progressive.length - 2);
        int scans = new JpegSegments(progressive).scans();
        assertTrue(scans > 5, scans + " scans");
        byte[] hundred = repeated(progressive, scan, 100 - scans);
        assertEquals(64, PictureFile.read(progressive, "x").width());
        assertEquals(DAMAGED, message(hundred), "so many are unpacked, and found not to make sense");
        assertEquals(
                "x: expected a JPEG of at most 100 scans, but it has 101, which would take very long to unpack. Save it "
                        + "again, best as PNG.",
                message(repeated(progressive, scan, 101 - scans)));
        assertTrue(message(repeated(progressive, scan, 500_000)).startsWith("x: expected a JPEG of at most 100 scans"));
        byte[] wide = hundred.clone();
        int frame = last(wide, 0xC2);
        ByteBuffer.wrap(wide).putShort(frame + 5, (short) 10_000).putShort(frame + 7, (short) 10_000);
        assertTrue(message(wide).startsWith("x: expected a JPEG of at most 30 scans, but it has 100"), message(wide));
    }

    /** 64 x 64 pixels of a round blot. */
    private static byte[] jpeg(boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            double distance = Math.hypot(i % 64 - 30, i / 64 - 34);
            int level = (int) Math.max(20, Math.min(250, 12 * (distance - 5) + 40 * Math.sin(i / 7.0)));
            image.setRGB(i % 64, i / 64, 0x010101 * level);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] noisy(byte[] file, int bytes) {
        byte[] noisy = file.clone();
        byte[] noise = new byte[bytes];
        new SplittableRandom(4).nextBytes(noise);
        System.arraycopy(noise, 0, noisy, file.length / 2, bytes);
        return noisy;
    }

    private static byte[] segment(int marker, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(4 + bytes.length);
        return segment.put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] with(byte[] file, int at, byte[] more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, at);
        bytes.writeBytes(more);
        bytes.write(file, at, file.length - at);
        return bytes.toByteArray();
    }

    private static byte[] repeated(byte[] file, byte[] scan, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, file.length - 2);
        for (int i = 0; i < times && bytes.size() < PictureFile.MOST_BYTES - 1000; i++) {
            bytes.writeBytes(scan);
        }
        bytes.write(file, file.length - 2, 2);
        return bytes.toByteArray();
    }

    /** Where the last marker of a kind stands. */
    private static int last(byte[] file, int marker) {
        int found = -1;
        for (int i = 0; i + 1 < file.length; i++) {
            found = (file[i] & 0xFF) == 0xFF && (file[i + 1] & 0xFF) == marker ? i : found;
        }
        return found;
    }

    private static boolean isRefused(byte[] file) {
        try {
            PictureFile.read(file, "x");
            return false;
        } catch (PictureException refused) {
            return true;
        }
    }

    private static String message(byte[] file) {
        return assertThrows(PictureException.class, () -> PictureFile.read(file, "x"))
                .getMessage();
    }
}
