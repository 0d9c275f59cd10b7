package org.penumbra.data.ink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Letters drawn as lines of one width: the pictures need no font of the system, which a machine without a display may
 * not have. Immutable.
 */
public final class StrokeFont {

    private static final String SOURCE = "stroke-font.txt";

    /** A letter as high as a capital; marks above it move up by {@link #LIFT}. */
    private static final double TALL = 20;

    private static final double LIFT = 26;
    /** Space added behind every letter: what is read small wants more air than the letters were drawn with. */
    private static final double TRACKING = 3;

    /** Lines as x, y pairs in hundredths of the height of a capital; {@code top} is their least y. */
    private record Glyph(double advance, double top, List<double[]> lines) {

        boolean isMark() {
            return advance == 0;
        }
    }

    /** Shown for a character the font lacks: an empty box. */
    private static final Glyph MISSING = glyph("60 M 12 0 L 48 0 L 48 100 L 12 100 L 12 0");

    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    /** Reads the letters from the program's resources. */
    public StrokeFont() {
        try (InputStream in = StrokeFont.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IllegalStateException(SOURCE + " is missing beside " + StrokeFont.class.getName());
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SOURCE, e);
        }
    }

    private void add(String line) {
        String[] parts = line.split(" ", 2);
        int character =
                parts[0].startsWith("U+") ? Integer.parseInt(parts[0].substring(2), 16) : parts[0].codePointAt(0);
        glyphs.put(character, glyph(parts[1]));
    }

    private static Glyph glyph(String description) {
        String[] parts = description.split(" ", 2);
        List<double[]> lines = parts.length == 1 ? List.of() : GlyphPath.lines(parts[1]);
        double top = lines.stream()
                .flatMapToDouble(line -> IntStream.range(0, line.length / 2).mapToDouble(i -> line[2 * i + 1]))
                .min()
                .orElse(100);
        double advance = Double.parseDouble(parts[0]);
        return new Glyph(advance == 0 ? 0 : advance + TRACKING, top, lines);
    }

    /** Whether the font can write a character, if need be as a letter and a mark. */
    public boolean has(int codePoint) {
        return apart(Character.toString(codePoint)).allMatch(glyphs::containsKey);
    }

    /** Width of a text in units of the height of a capital. */
    public double width(String text) {
        return apart(text)
                        .mapToDouble(character -> glyphOf(character).advance())
                        .sum()
                / 100;
    }

    /**
     * The lines of a text.
     *
     * @param text      a single line
     * @param x         where it starts
     * @param baseline  the y its letters stand on, growing downwards
     * @param capHeight height of a capital
     * @return polylines as x, y pairs, to be drawn with a round pen
     */
    public List<double[]> lines(String text, double x, double baseline, double capHeight) {
        double scale = capHeight / 100;
        List<double[]> lines = new ArrayList<>();
        double at = 0;
        Glyph letter = MISSING;
        for (int character : apart(text).toArray()) {
            Glyph glyph = glyphOf(character);
            // "at" is behind the letter by now: a mark goes back to its middle.
            double left = glyph.isMark() ? at - (letter.advance() + TRACKING) / 2 : at;
            double lift = glyph.isMark() && glyph.top() < TALL && letter.top() < TALL ? LIFT : 0;
            for (double[] line : glyph.lines()) {
                lines.add(placed(line, x + left * scale, baseline - (100 + lift) * scale, scale));
            }
            at += glyph.advance();
            letter = glyph.isMark() ? letter : glyph;
        }
        return lines;
    }

    private static double[] placed(double[] line, double x, double y, double scale) {
        double[] placed = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            placed[i] = x + line[i] * scale;
            placed[i + 1] = y + line[i + 1] * scale;
        }
        return placed;
    }

    /** The characters, letters with accents as letter and mark. */
    private static IntStream apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).codePoints();
    }

    private Glyph glyphOf(int character) {
        return glyphs.getOrDefault(character, MISSING);
    }
}
