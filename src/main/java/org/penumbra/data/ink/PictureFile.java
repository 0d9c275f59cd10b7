package org.penumbra.data.ink;

import java.awt.color.CMMException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads PNG, JPEG, GIF, BMP, WebP and TIFF pictures; of several in one file the first. They come the way up that their
 * EXIF says, and very large ones are shrunk while they are read. Whatever is wrong with a file becomes a
 * {@link PictureException}; its size is known before its pixels are unpacked.
 */
public final class PictureFile {

    /** Largest file that is read, bytes. */
    public static final int MOST_BYTES = 32 << 20;

    /** JPEG and lossy WebP leave ripples about sharp edges, this high at usual quality. */
    private static final float RIPPLES = 0.12f;
    /** A file that a program made has 1 to 20 scans. */
    private static final int MOST_SCANS = 100;
    /** Twenty scans of 150 million pixels each, which take about five seconds. */
    private static final long MOST_SCANNED = 3_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(PictureFile.class);

    private PictureFile() {}

    /** Reads a picture from a file. Transparent parts lie on white, or on black where all that stands there is light. */
    public static Picture read(Path file) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new PictureException(name + ": expected a picture, but found a folder. Name a file in it.");
            }
            // Reading a named pipe would wait for whoever writes into it, perhaps for ever.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new PictureException(name + ": expected a picture, but found a named pipe, a socket or a device. "
                        + "Save the picture into a file and name that.");
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
        PictureKind kind = PictureKind.of(file)
                .orElseThrow(() -> new PictureException(
                        name + ": expected a " + PictureKind.ALL + " picture, but it is none. Save it as PNG."));
        if (!kind.isWhole(file)) {
            throw damaged(name, null);
        }
        try {
            Picture picture = kind == PictureKind.JPEG
                    ? unpackJpeg(file, name)
                    : unpack(file, kind, name).picture();
            return kind.exif(file)
                    .map(exif -> Orientation.of(exif, name))
                    .orElse(Orientation.UPRIGHT)
                    .upright(picture);
        } catch (PictureException ours) {
            throw ours;
        } catch (IOException | RuntimeException error) {
            // The readers answer some damaged files with any of the runtime exceptions.
            throw damaged(name, error);
        } catch (OutOfMemoryError tooLarge) {
            // All that was made for this picture is gone by now.
            throw new PictureException(
                    name
                            + ": unpacking it takes more memory than the program may use. Make it smaller, or save it again "
                            + "as PNG.",
                    tooLarge);
        }
    }

    /**
     * What warns the reader of a JPEG, or even stops it, stands either in what programs note beside the pixels, or it is
     * damage. Damage is left when the notes are not.
     */
    private static Picture unpackJpeg(byte[] file, String name) throws IOException {
        Unpacked unpacked = null;
        try {
            unpacked = unpack(file, PictureKind.JPEG, name);
        } catch (IIOException | CMMException | IllegalArgumentException inNotesOrPixels) {
            LOG.debug("{}: tried again without what is noted beside the pixels", name, inNotesOrPixels);
        }
        if (unpacked != null && !unpacked.warned()) {
            return unpacked.picture();
        }
        Unpacked essence = unpack(new JpegSegments(file).essence(), PictureKind.JPEG, name);
        if (essence.warned()) {
            throw damaged(name, null);
        }
        return unpacked == null ? essence.picture() : unpacked.picture();
    }

    private static Unpacked unpack(byte[] file, PictureKind kind, String name) throws IOException {
        ImageReader reader = kind.reader();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Whatever else a file holds than its pixels, texts above all, stays packed.
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int every = Shrinking.of(name, width, height, kind.mostPixels()).every();
            checkScans(name, kind.scans(file, reader), (long) width * height);
            float unsure = kind.hasRipples(file) ? RIPPLES : 0;
            boolean[] warned = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            return new Unpacked(new GreyPixels(reader.read(0, how)).picture(name, unsure), warned[0]);
        } finally {
            reader.dispose();
        }
    }

    /** Refuses a JPEG that goes over its pixels again and again, each time in a few bytes of the file. */
    private static void checkScans(String name, int scans, long pixels) {
        if (scans > MOST_SCANS || scans * pixels > MOST_SCANNED) {
            throw new PictureException(name + ": expected a JPEG of at most "
                    + Math.min(MOST_SCANS, MOST_SCANNED / pixels) + " scans, but it has " + scans
                    + ", which would take very long to unpack. Save it again, best as PNG.");
        }
    }

    /** A picture, and whether its reader had something to say of the file. */
    private record Unpacked(Picture picture, boolean warned) {}

    private static PictureException damaged(String name, Exception cause) {
        return new PictureException(name + ": the picture is damaged or cut off. Save it again, best as PNG.", cause);
    }
}
