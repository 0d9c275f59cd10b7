package org.penumbra.data.ink;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The kinds of picture files that are read. A file is what its first bytes say, whatever it is called.
 *
 * <p>The reader of each kind is chosen here and not by the registry of readers, where those of other libraries may stand
 * before the JDK's and unpack the same file to slightly other pixels.
 */
enum PictureKind {
    PNG("\u0089PNG\r\n\u001A\n"),
    JPEG("\u00FF\u00D8"),
    GIF("GIF8[79]a"),
    BMP("BM"),
    WEBP("RIFF.{4}WEBP") {
        @Override
        ImageReader reader() {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
    },
    TIFF("II\\*\0|MM\0\\*") {
        @Override
        ImageReader reader() {
            return new TIFFImageReaderSpi().createReaderInstance(null);
        }
    };

    /** What messages and help call all of them. */
    static final String ALL = "PNG, JPEG, GIF, BMP, WebP or TIFF";

    private static final int LONGEST_START = 12;
    /** Compressions of TIFF: the old way to put a JPEG into it, and the new one. */
    private static final Set<Integer> JPEG_IN_TIFF = Set.of(6, 7);

    private final Pattern start;

    PictureKind(String start) {
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    /** What a file is; empty when it is none of them. */
    static Optional<PictureKind> of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, LONGEST_START), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> kind.start.matcher(head).lookingAt())
                .findFirst();
    }

    /** A new reader, to be disposed of. */
    ImageReader reader() throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name()); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java has no reader of its own for " + name());
    }

    /** Whether all pieces that the file says it is made of lie inside it; true where a kind has no such pieces. */
    boolean isWhole(byte[] file) {
        return switch (this) {
            case PNG -> PngChunks.areWhole(file);
            case JPEG -> new JpegSegments(file).areWhole();
            case WEBP -> WebpChunks.areWhole(file);
            case GIF, BMP, TIFF -> true;
        };
    }

    /** Whether the pixels were stored with a loss that leaves ripples about sharp edges. */
    boolean hasRipples(byte[] file) {
        return switch (this) {
            case JPEG -> true;
            case WEBP -> !WebpChunks.areLossless(file);
            case TIFF -> isMadeOfJpegs(file);
            case PNG, GIF, BMP -> false;
        };
    }

    /** Most pixels that are read; fewer where the reader unpacks a picture as a whole before it is shrunk. */
    int mostPixels() {
        return this == WEBP ? Shrinking.MOST_PIXELS_AT_ONCE : Shrinking.MOST_PIXELS;
    }

    /** How many times the reader goes over all pixels. */
    int scans(byte[] file, ImageReader reader) throws IOException {
        if (this == JPEG) {
            return new JpegSegments(file).scans();
        }
        if (this != TIFF || !isMadeOfJpegs(file)) {
            return 1;
        }
        long across = (reader.getWidth(0) + reader.getTileWidth(0) - 1L) / reader.getTileWidth(0);
        long down = (reader.getHeight(0) + reader.getTileHeight(0) - 1L) / reader.getTileHeight(0);
        return Math.toIntExact(1 + JpegSegments.scansWithin(file) / (across * down));
    }

    private static boolean isMadeOfJpegs(byte[] tiff) {
        return ExifBlock.number(tiff, ExifDirectoryBase.TAG_COMPRESSION, "a TIFF")
                .filter(JPEG_IN_TIFF::contains)
                .isPresent();
    }

    /** The EXIF block of a file, from its own header on; empty where there is none. */
    Optional<byte[]> exif(byte[] file) {
        return switch (this) {
            case PNG -> PngChunks.exif(file);
            case JPEG -> new JpegSegments(file).exif();
            case WEBP -> WebpChunks.exif(file);
            case TIFF -> Optional.of(file);
            case GIF, BMP -> Optional.empty();
        };
    }
}
