package org.penumbra.paint;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;

/** Pictures as PNG files. Needs neither a display nor a font. */
public final class PngFile {

    private PngFile() {}

    /**
     * Writes a picture, whole or not at all; an existing file is replaced.
     *
     * @throws IOException where it cannot be written, naming the file
     */
    public static void write(ArgbImage picture, Path path) throws IOException {
        WholeFile.write(path, stream -> write(picture, stream));
    }

    /**
     * Writes a picture.
     *
     * @param stream receives the file and stays open
     */
    public static void write(ArgbImage picture, OutputStream stream) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        // In memory: a copy in the temporary folder would need that folder, and room in it.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(stream)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java has no PNG writer; the java.desktop module is needed");
            }
        }
    }

    /**
     * Reads a picture.
     *
     * @throws IOException where the file cannot be read or is no picture, naming it
     */
    public static ArgbImage read(Path path) throws IOException {
        BufferedImage image;
        try (InputStream stream = RegularFile.open(path)) {
            // Closes what it is given, but not what that reads from.
            image = ImageIO.read(new MemoryCacheImageInputStream(stream));
        }
        if (image == null) {
            throw new IOException(path + ": expected a PNG picture, but it is none");
        }
        int width = image.getWidth();
        int height = image.getHeight();
        return new ArgbImage(image.getRGB(0, 0, width, height, null, 0, width), width, height);
    }
}
