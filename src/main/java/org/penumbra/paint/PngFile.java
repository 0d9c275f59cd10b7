package org.penumbra.paint;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures as PNG files. Needs neither a display nor a font. */
public final class PngFile {

    private PngFile() {}

    /**
     * Writes a picture; an existing file is replaced.
     *
     * @throws IOException where it cannot be written, naming the file
     */
    public static void write(ArgbImage picture, Path path) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException(path + ": this Java has no PNG writer; the java.desktop module is needed");
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
        try (var in = Files.newInputStream(path)) {
            image = ImageIO.read(in);
        }
        if (image == null) {
            throw new IOException(path + ": expected a PNG picture, but it is none");
        }
        int width = image.getWidth();
        int height = image.getHeight();
        return new ArgbImage(image.getRGB(0, 0, width, height, null, 0, width), width, height);
    }
}
