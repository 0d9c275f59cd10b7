package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifFileTest {

    @TempDir
    Path folder;

    @Test
    void picturesOfFewColoursComeBackExactly() throws IOException {
        List<ArgbImage> pictures = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            int[] pixels = new int[60 * 40];
            for (int i = 0; i < pixels.length; i++) {
                int column = i % 60;
                pixels[i] = column < 30 ? 0xFF204060 : 0xFF000000 | (column * 4) << 16 | (step * 60) << 8;
            }
            pictures.add(new ArgbImage(pixels, 60, 40));
        }
        pictures.add(pictures.get(3));
        Path file = write(pictures, 70);
        List<ArgbImage> shown = read(file);
        assertEquals(5, shown.size());
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(pictures.get(i).argb(), shown.get(i).argb(), "picture " + i);
        }
    }

    @Test
    void heatmapsOfManyColoursStayClose() throws IOException {
        AnalyticField field = new AnalyticField();
        int side = AnalyticField.SIDE;
        List<ArgbImage> pictures = new ArrayList<>();
        for (int step = 1; step <= 3; step++) {
            float[] confidence = field.confidence.clone();
            for (int i = 0; i < confidence.length; i++) {
                confidence[i] = (float) Math.pow(confidence[i], step);
            }
            int[] half = new int[side * side];
            int[] pixels = new int[2 * side * side];
            new FieldPainter(FieldPainter.DARK_BACKGROUND).scaledOutputs(field.probabilities, confidence, 3, half);
            System.arraycopy(half, 0, pixels, 0, half.length);
            FieldPainter.scalar(confidence, 0, 1, ColourMap.CONFIDENCE, half);
            System.arraycopy(half, 0, pixels, half.length, half.length);
            pictures.add(new ArgbImage(pixels, side, 2 * side));
        }
        assertTrue(pictures.get(0).argb().length > 256);
        List<ArgbImage> shown = read(write(pictures, 50));
        for (int p = 0; p < pictures.size(); p++) {
            double sum = 0;
            double most = 0;
            for (int i = 0; i < 2 * side * side; i++) {
                double distance = OkLab.of(pictures.get(p).argb()[i])
                        .distance(OkLab.of(shown.get(p).argb()[i]));
                sum += distance;
                most = Math.max(most, distance);
            }
            double mean = sum / (2 * side * side);
            assertTrue(mean < 0.004 && most < 0.04, "picture " + p + ": mean " + mean + ", most " + most);
        }
    }

    @Test
    void delayAndEndlessLoopAreWritten() throws IOException {
        Path file = write(List.of(new ArgbImage(new int[] {1}, 1, 1), new ArgbImage(new int[] {2}, 1, 1)), 70);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            for (int i = 0; i < 2; i++) {
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                assertEquals("7", control.getAttribute("delayTime"));
            }
            reader.dispose();
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.startsWith("GIF89a"));
        assertTrue(bytes.contains("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000"));
    }

    @Test
    void unchangedPicturesTakeHardlyAnySpace() throws IOException {
        int[] pixels = new int[200 * 200];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 2654435;
        }
        ArgbImage picture = new ArgbImage(pixels, 200, 200);
        long one = Files.size(write(List.of(picture), 50));
        long two = Files.size(write(List.of(picture, picture), 50));
        assertTrue(two - one < 2500, one + " and " + two + " bytes");
    }

    @Test
    void longerFileIsReplacedWhole() throws IOException {
        Path file = folder.resolve("film.gif");
        Files.write(file, new byte[100_000]);
        GifFile.write(file, 50, gif -> gif.add(new ArgbImage(new int[] {0xFF00FF00}, 1, 1)));
        assertTrue(Files.size(file) < 2000, Files.size(file) + " bytes");
    }

    @Test
    void withoutPicturesThereIsNoFile() throws IOException {
        Path file = folder.resolve("none.gif");
        String message = assertThrows(IOException.class, () -> GifFile.write(file, 50, gif -> {}))
                .getMessage();
        assertEquals(file + ": expected at least one picture, but there is none", message);
        assertFalse(Files.exists(file));
    }

    @Test
    void wrongDelayAndWrongSizeAreRefused() throws IOException {
        Path file = folder.resolve("film.gif");
        assertThrows(IllegalArgumentException.class, () -> GifFile.write(file, 5, gif -> {}));
        GifFile.write(file, 50, gif -> {
            gif.add(new ArgbImage(new int[6], 2, 3));
            String message = assertThrows(
                            IllegalArgumentException.class, () -> gif.add(new ArgbImage(new int[6], 3, 2)))
                    .getMessage();
            assertTrue(message.contains("film.gif") && message.contains("2 x 3") && message.contains("3 x 2"), message);
        });
    }

    @Test
    void folderThatIsNotThereIsNamed() throws IOException {
        Path missing = folder.resolve("missing");
        String message = assertThrows(
                        IOException.class,
                        () -> GifFile.write(
                                missing.resolve("film.gif"), 50, gif -> gif.add(new ArgbImage(new int[1], 1, 1))))
                .getMessage();
        assertTrue(message.contains(missing.toString()), message);
    }

    private Path write(List<ArgbImage> pictures, int delay) throws IOException {
        Path file = folder.resolve("film" + pictures.size() + ".gif");
        GifFile.write(file, delay, gif -> {
            for (ArgbImage picture : pictures) {
                gif.add(picture);
            }
        });
        return file;
    }

    /** What a viewer shows: every picture laid over the ones before. */
    private static List<ArgbImage> read(Path file) throws IOException {
        List<ArgbImage> shown = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            int[] pixels = null;
            for (int p = 0; p < reader.getNumImages(true); p++) {
                BufferedImage image = reader.read(p);
                int[] laid = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                for (int i = 0; pixels != null && i < laid.length; i++) {
                    laid[i] = laid[i] >>> 24 == 0 ? pixels[i] : laid[i];
                }
                pixels = laid;
                shown.add(new ArgbImage(laid, image.getWidth(), image.getHeight()));
            }
            reader.dispose();
        }
        return shown;
    }
}
