package org.penumbra.data.ink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads PNG, JPEG, GIF (the first image) and BMP pictures. Whatever is wrong with a file becomes a
 * {@link PictureException}; its size is known before its pixels are unpacked.
 */
public final class PictureFile {

    /** Largest file that is read, bytes. */
    public static final int MOST_BYTES = 32 << 20;
    /** Most pixels a picture may have. */
    public static final int MOST_PIXELS = 16_000_000;

    /** JPEG leaves ripples about sharp edges, this high at usual quality. */
    private static final float RIPPLES = 0.12f;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

    private PictureFile() {}

    /** Reads a picture from a file; transparent parts lie on white. */
    public static Picture read(Path file) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new PictureException(name + ": expected a picture, but found a folder. Name a file in it.");
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return read(stream.readNBytes(MOST_BYTES + 1), name);
            }
        } catch (NoSuchFileException missing) {
            throw new PictureException(name + ": there is no such file. Check its name and folder.", missing);
        } catch (IOException error) {
            throw new PictureException(
                    name + ": the file could not be read ("
                            + error.getClass().getSimpleName().replace("Exception", "") + ": " + error.getMessage()
                            + "). Check that you may read it.",
                    error);
        }
    }

    /**
     * Refuses a picture before its pixels are asked for.
     *
     * @param name what the message calls it
     * @throws PictureException when it has more than {@link #MOST_PIXELS} pixels
     */
    public static void checkSize(String name, int width, int height) {
        if ((long) width * height > MOST_PIXELS) {
            throw new PictureException(name + ": expected a picture of at most " + MOST_PIXELS / 1_000_000
                    + " million pixels, but it has " + width + " x " + height + ". Make it smaller.");
        }
    }

    /**
     * Reads a picture from the bytes of its file.
     *
     * @param name what messages call it
     */
    static Picture read(byte[] file, String name) {
        if (file.length == 0) {
            throw new PictureException(name + ": expected a picture, but it is empty. Save the picture again.");
        }
        if (file.length > MOST_BYTES) {
            throw new PictureException(name + ": expected a picture of at most " + (MOST_BYTES >> 20)
                    + " MiB, but it has more. Make it smaller.");
        }
        boolean jpeg = JpegSegments.isJpeg(file);
        if (jpeg && !JpegSegments.areWhole(file) || PngChunks.isPng(file) && !PngChunks.areWhole(file)) {
            throw damaged(name, null);
        }
        try {
            float unsure = jpeg ? RIPPLES : 0;
            Unpacked unpacked = unpack(file, name, unsure);
            // Of what warns the reader, only missing pixels spoil a picture.
            if (jpeg && unpacked.warned() && !unpacked.looksLike(unpack(JpegSegments.padded(file), name, unsure))) {
                throw damaged(name, null);
            }
            return unpacked.picture();
        } catch (PictureException ours) {
            throw ours;
        } catch (IOException | RuntimeException error) {
            // The readers of the Java library answer some damaged files with any of the runtime exceptions.
            throw damaged(name, error);
        }
    }

    private static Unpacked unpack(byte[] file, String name, float unsure) throws IOException {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(stream, name);
            try {
                // Whatever else a file holds than its pixels, texts above all, stays packed.
                reader.setInput(stream, true, true);
                checkSize(name, reader.getWidth(0), reader.getHeight(0));
                boolean[] warned = new boolean[1];
                reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
                Picture picture = new GreyPixels(reader.read(0)).picture(name, unsure);
                return new Unpacked(picture, warned[0]);
            } finally {
                reader.dispose();
            }
        }
    }

    /** A picture, and whether its reader had something to say of the file. */
    private record Unpacked(Picture picture, boolean warned) {

        boolean looksLike(Unpacked other) {
            return Arrays.equals(picture.grey(), other.picture.grey());
        }
    }

    private static ImageReader reader(ImageInputStream stream, String name) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(stream); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new PictureException(
                name + ": expected a PNG, JPEG, GIF or BMP picture, but it is none. " + "Save it as PNG.");
    }

    private static PictureException damaged(String name, Exception cause) {
        return new PictureException(name + ": the picture is damaged or cut off. Save it again, best as PNG.", cause);
    }
}
