package org.penumbra.paint;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.penumbra.data.WholeFile;

/**
 * Writes an animated GIF picture by picture, endlessly repeated. Each picture has a palette of its own, chosen for what
 * changed in it; what did not change is left as it stands, so it neither flickers nor takes space. Needs neither a
 * display nor a font.
 */
public final class GifFile implements AutoCloseable {

    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";
    /** The palette's last place stands for "as before". */
    private static final int UNCHANGED = 255;

    private static final int SHORTEST_DELAY = 20;
    private static final int LONGEST_DELAY = 600_000;

    private final String name;
    private final int delayMillis;
    private final ImageOutputStream out;
    private final ImageWriter writer;
    private ArgbImage last;

    /** What adds the pictures, one after the other. */
    @FunctionalInterface
    public interface Pictures {
        void addTo(GifFile gif) throws IOException;
    }

    private GifFile(OutputStream stream, String name, int delayMillis) throws IOException {
        this.name = name;
        this.delayMillis = delayMillis;
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("gif");
        if (!writers.hasNext()) {
            throw new IOException("this Java has no GIF writer; the java.desktop module is needed");
        }
        writer = writers.next();
        // In memory: a copy in the temporary folder would need that folder, and room in it.
        out = new MemoryCacheImageOutputStream(stream);
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /**
     * Writes a file, whole or not at all; an existing one is replaced when the last picture has been added.
     *
     * @param path        where to write
     * @param delayMillis how long each picture is shown, 20 to 600 000 ms (viewers slow down shorter ones); rounded to
     *                    10 ms
     * @throws IOException where it cannot be written, or there is no picture
     */
    public static void write(Path path, int delayMillis, Pictures pictures) throws IOException {
        checkDelay(delayMillis);
        WholeFile.write(path, stream -> write(stream, path.toString(), delayMillis, pictures));
    }

    /**
     * Writes an animation.
     *
     * @param stream receives the file and stays open
     * @param name   what messages call it
     */
    public static void write(OutputStream stream, String name, int delayMillis, Pictures pictures) throws IOException {
        checkDelay(delayMillis);
        try (GifFile gif = new GifFile(stream, name, delayMillis)) {
            pictures.addTo(gif);
            gif.end();
        }
    }

    private static void checkDelay(int delayMillis) {
        if (delayMillis < SHORTEST_DELAY || delayMillis > LONGEST_DELAY) {
            throw new IllegalArgumentException(
                    "delay: expected " + SHORTEST_DELAY + " to " + LONGEST_DELAY + " ms, but got " + delayMillis);
        }
    }

    /**
     * Adds a picture.
     *
     * @param picture as large as the first one; its alpha is not looked at
     * @throws IOException where it cannot be written
     */
    public void add(ArgbImage picture) throws IOException {
        if (last != null && (picture.width() != last.width() || picture.height() != last.height())) {
            throw new IllegalArgumentException(name + ": expected a picture of " + last.width() + " x " + last.height()
                    + " like the first, but got " + picture.width() + " x " + picture.height());
        }
        BufferedImage image = reduced(picture);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        metadata.setFromTree(IMAGE_FORMAT, described(metadata, last == null));
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
        last = picture;
    }

    private void end() throws IOException {
        if (last == null) {
            throw new IOException(name + ": expected at least one picture, but there is none");
        }
        writer.endWriteSequence();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }

    /** The picture in at most 255 colours, with the pixels that stay as they were marked as such. */
    private BufferedImage reduced(ArgbImage picture) {
        int[] pixels = picture.argb();
        int[] changed = new int[pixels.length];
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (last == null || pixels[i] != last.argb()[i]) {
                changed[count++] = pixels[i];
            }
        }
        Palette palette = Palette.of(Arrays.copyOf(changed, count), UNCHANGED);
        BufferedImage image = new BufferedImage(
                picture.width(), picture.height(), BufferedImage.TYPE_BYTE_INDEXED, model(palette.colours()));
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            boolean differs = last == null || pixels[i] != last.argb()[i];
            indices[i] = (byte) (differs ? palette.index(pixels[i]) : UNCHANGED);
        }
        image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), indices);
        return image;
    }

    private static IndexColorModel model(int[] colours) {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < colours.length; i++) {
            red[i] = (byte) (colours[i] >> 16);
            green[i] = (byte) (colours[i] >> 8);
            blue[i] = (byte) colours[i];
        }
        return new IndexColorModel(8, 256, red, green, blue, UNCHANGED);
    }

    private IIOMetadataNode described(IIOMetadata metadata, boolean first) {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(IMAGE_FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(UNCHANGED));
        control.setAttribute("delayTime", Integer.toString(Math.round(delayMillis / 10f)));
        if (first) {
            IIOMetadataNode repeat = new IIOMetadataNode("ApplicationExtension");
            repeat.setAttribute("applicationID", "NETSCAPE");
            repeat.setAttribute("authenticationCode", "2.0");
            // Sub-block 1, repeated 0 times, which stands for "without end".
            repeat.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(repeat);
        }
        return root;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }
}
