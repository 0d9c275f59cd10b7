package org.penumbra.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.penumbra.data.Position;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Stroke;

/**
 * Ten digits and ten things that are none, fixed once: what a person would try in the drawing lab. Strokes lie on a pad
 * of {@link #PAD} x {@link #PAD} units.
 */
public final class DrawnFigures {

    /** Units a side of the pad. */
    public static final double PAD = 280;
    /** Width of the pen, units. */
    public static final double BRUSH = 22;
    /** The scribble that a classifier takes for a digit. */
    public static final String ZIGZAG = "scribble zigzag";

    private static final int SIDE = DigitImage.SIDE;
    private static final int NOISE_SEED = 1;

    private DrawnFigures() {}

    /** The strokes of every drawn figure, by name. */
    public static Map<String, List<Stroke>> strokes() {
        try (InputStream file = DrawnFigures.class.getResourceAsStream("/drawn-figures.txt")) {
            Map<String, List<Stroke>> figures = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(": ", 2);
                        figures.put(
                                parts[0],
                                Arrays.stream(parts[1].split("\\|"))
                                        .map(DrawnFigures::stroke)
                                        .toList());
                    });
            return figures;
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Stroke stroke(String numbers) {
        double[] values = Arrays.stream(numbers.trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<Position> points = new ArrayList<>();
        for (int i = 0; i < values.length; i += 2) {
            points.add(new Position(values[i], values[i + 1]));
        }
        return new Stroke(points);
    }

    /** The digits 0 to 9 as the networks see them, by label. */
    public static List<float[]> digits() {
        List<float[]> digits = new ArrayList<>();
        for (int label = 0; label < 10; label++) {
            digits.add(drawn(Integer.toString(label)));
        }
        return digits;
    }

    /** Ten images of no digit as the networks see them, by name. */
    public static Map<String, float[]> nonDigits() {
        Map<String, float[]> images = new LinkedHashMap<>();
        strokes().keySet().stream().filter(name -> name.length() > 1).forEach(name -> images.put(name, drawn(name)));
        images.put("checkerboard", painted((row, column) -> (row / 4 + column / 4) % 2));
        images.put(
                "filled square", painted((row, column) -> row >= 4 && row < 24 && column >= 4 && column < 24 ? 1 : 0));
        SplittableRandom random = new SplittableRandom(NOISE_SEED);
        images.put("noise", painted((row, column) -> random.nextDouble()));
        return images;
    }

    /** A drawn figure as the networks see it. */
    public static float[] drawn(String name) {
        return DigitImage.of(strokes().get(name), BRUSH).pixels();
    }

    private interface Brightness {
        double at(int row, int column);
    }

    private static float[] painted(Brightness brightness) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) brightness.at(i / SIDE, i % SIDE);
        }
        return pixels;
    }
}
