package org.penumbra.experiment.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.data.ink.StrokeFont;
import org.penumbra.paint.ArgbImage;

class CurvesPictureTest {

    private static final int PAPER = 0xFF6A7080;

    @Test
    void axesHoldAllPlacesWithTheirIntervals() {
        PictureAxis right = CurvesPicture.right(SampleReport.curves());
        assertEquals(1 - 9 * 0.02, right.low(), 1e-12);
        assertEquals(10 + 9 * 0.02, right.high(), 1e-12);
        assertArrayEquals(
                IntStream.rangeClosed(1, 10).asDoubleStream().toArray(),
                right.ticks().values());
        PictureAxis up = CurvesPicture.up(SampleReport.curves());
        assertEquals(0.5 - 0.01, up.low(), 1e-12);
        assertEquals(1 + 0.01, up.high(), 1e-12);
        assertEquals("0.50", up.ticks().label(0));
        assertEquals("1.00", up.ticks().label(up.ticks().count() - 1));

        PictureAxis free = CurvesPicture.up(curves(
                Curves.Axis.of("x"),
                Curves.Axis.of("y"),
                new Curves.Curve("a", List.of(0.0, 1.0), List.of(2.0, 4.0), List.of(0.5, 1.0), false)));
        assertEquals(1.5 - 0.07, free.low(), 1e-12);
        assertEquals(5 + 0.07, free.high(), 1e-12);
    }

    @Test
    void classesAreCountedInWholeNumbers() {
        Curves.Curve three = Curves.Curve.of("a", List.of(1.0, 2.0, 3.0), List.of(0.0, 1.0, 2.0));
        PictureAxis right = CurvesPicture.right(curves(Curves.Axis.of("x"), Curves.Axis.of("y"), three));
        assertArrayEquals(new double[] {1, 2, 3}, right.ticks().values());
        Curves.Curve one = Curves.Curve.of("a", List.of(4.0), List.of(0.25));
        Curves alone = curves(Curves.Axis.of("x"), Curves.Axis.of("y"), one);
        assertArrayEquals(
                new double[] {3, 4, 5}, CurvesPicture.right(alone).ticks().values());
        assertTrue(
                CurvesPicture.up(alone).low() < 0.25 && CurvesPicture.up(alone).high() > 0.25);
        assertEquals(1600, CurvesPicture.of(alone).width());
    }

    @Test
    void curvesAreToldApartWithoutColour() {
        List<Curves.Curve> many = Collections.nCopies(28, Curves.Curve.of("a", List.of(), List.of()));
        Set<List<Object>> looks = new HashSet<>();
        for (CurveLook look : CurveLook.of(many)) {
            looks.add(List.of(look.dashes(), look.mark().getBounds2D(), System.identityHashCode(look.mark())));
            double contrast = 1.05 / (luminance(look.colour().getRGB()) + 0.05);
            assertTrue(contrast >= 3, "contrast with white paper: " + contrast);
        }
        assertEquals(28, looks.size());
    }

    @Test
    void theCurvesOfThePaperAreDashedGrey() {
        Curves.Curve level = new Curves.Curve("level", List.of(0.0, 10.0), List.of(1.0, 1.0), List.of(), true);
        ArgbImage picture = CurvesPicture.of(curves(Curves.Axis.of("x"), new Curves.Axis("y", 0, 2), level));
        int row = row(picture, PAPER);
        int runs = 0;
        for (int x = 1; x < 1200; x++) {
            runs += picture.pixel(x, row) == PAPER && picture.pixel(x - 1, row) != PAPER ? 1 : 0;
        }
        assertTrue(runs > 20, "dashes: " + runs);
        assertFalse(IntStream.of(picture.argb())
                .anyMatch(pixel -> pixel
                        == CurveLook.of(List.of(Curves.Curve.of("a", List.of(), List.of())))
                                .get(0)
                                .colour()
                                .getRGB()));
    }

    @Test
    void intervalsAreLightBands() {
        Curves.Curve level = new Curves.Curve("level", List.of(0.0, 10.0), List.of(1.0, 1.0), List.of(0.5, 0.5), false);
        ArgbImage picture = CurvesPicture.of(curves(Curves.Axis.of("x"), new Curves.Axis("y", 0, 2), level));
        int blue = CurveLook.of(List.of(level)).get(0).colour().getRGB();
        int row = row(picture, blue);
        int light = picture.pixel(700, row - 100);
        assertEquals(light, picture.pixel(700, row + 100));
        assertEquals(255 - 0.16 * (255 - (blue >> 16 & 255)), light >> 16 & 255, 2);
        assertEquals(0xFFFFFFFF, picture.pixel(700, row - 330));
    }

    @Test
    void theFirstCurveLiesOnTop() {
        Curves.Curve first = Curves.Curve.of("a", List.of(0.0, 10.0), List.of(1.0, 1.0));
        Curves.Curve second = new Curves.Curve("b", first.x(), first.y(), List.of(), true);
        ArgbImage picture =
                CurvesPicture.of(curves(Curves.Axis.of("x"), new Curves.Axis("y", 0, 2), second, first, first));
        int blue = CurveLook.of(List.of(first)).get(0).colour().getRGB();
        int row = row(picture, blue);
        assertEquals(blue, picture.pixel(700, row), "ours, and the first of them");
    }

    @Test
    void theLegendHoldsAllCurvesInTheirOrderAndMakesRoomForThem() {
        List<Curves.Curve> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(Curves.Curve.of(
                    "a curve with quite a long name, number " + i, List.of(0.0, 1.0), List.of(0.0, (double) i)));
        }
        Curves curves = curves(Curves.Axis.of("x"), Curves.Axis.of("y"), many.toArray(Curves.Curve[]::new));
        ArgbImage picture = CurvesPicture.of(curves);
        assertTrue(picture.height() > 1000, "height " + picture.height());
        CurveLegend legend = new CurveLegend(many, new StrokeFont());
        assertTrue(picture.height() >= legend.height());
        int left = 1600 - 44 - legend.width();
        List<Integer> colours = new ArrayList<>();
        for (int y = 0; y < picture.height(); y++) {
            int pixel = picture.pixel(left + 1, y);
            if (CurveLook.of(many).stream().anyMatch(look -> look.colour().getRGB() == pixel)
                    && (y == 0 || picture.pixel(left + 1, y - 1) != pixel)) {
                colours.add(pixel);
            }
        }
        assertEquals(
                CurveLook.of(many).stream().map(look -> look.colour().getRGB()).toList(), colours);
    }

    @Test
    void longCurvesAreMarkedAtEvenDistances() {
        List<Double> places =
                DoubleStream.iterate(0, x -> x + 0.001).limit(1000).boxed().toList();
        Curves curves = curves(
                Curves.Axis.of("x"),
                Curves.Axis.of("y"),
                Curves.Curve.of("a", places, places),
                Curves.Curve.of("b", places, places));
        List<CurvePiece> pieces = CurvePiece.of(curves.curves());
        BitSet first = pieces.get(0).marked(CurvesPicture.right(curves), CurvesPicture.up(curves));
        assertEquals(8, first.cardinality());
        int before = first.nextSetBit(0);
        for (int at = first.nextSetBit(before + 1); at >= 0; at = first.nextSetBit(at + 1)) {
            assertEquals(125, at - before, 2);
            before = at;
        }
        BitSet second = pieces.get(1).marked(CurvesPicture.right(curves), CurvesPicture.up(curves));
        assertFalse(first.intersects(second));
    }

    @Test
    void whatIsNotKnownPartsACurve() {
        List<CurvePiece> pieces = CurvePiece.of(List.of(Curves.Curve.of(
                "a", List.of(0.0, 1.0, 2.0, 3.0, 4.0), List.of(1.0, Double.NaN, 3.0, 4.0, Double.NaN))));
        assertEquals(2, pieces.size());
        assertArrayEquals(new double[] {0}, pieces.get(0).x());
        assertArrayEquals(new double[] {2, 3}, pieces.get(1).x());
        assertFalse(CurvesPicture.shows(curves(
                Curves.Axis.of("x"), Curves.Axis.of("y"), Curves.Curve.of("a", List.of(1.0), List.of(Double.NaN)))));
    }

    @Test
    void longNamesAreBrokenBetweenWordsAndWithinLongOnes() {
        StrokeFont font = new StrokeFont();
        WrappedText words = WrappedText.of("one two three", font.width("one two") + 0.01, font);
        assertEquals(List.of("one two", "three"), words.lines());
        assertEquals(font.width("one two"), words.width());
        WrappedText letters = WrappedText.of("i iiiiiiiiii", font.width("iiii") + 0.01, font);
        assertEquals(
                "iiiiiiiiii",
                String.join("", letters.lines().subList(1, letters.lines().size())));
        assertTrue(letters.lines().stream().allMatch(line -> font.width(line) <= font.width("iiii") + 0.01));
    }

    private static Curves curves(Curves.Axis x, Curves.Axis y, Curves.Curve... curves) {
        return new Curves("c", "Curves", "", x, y, List.of(curves));
    }

    /** The row in the plot that has the most pixels of a colour. */
    private static int row(ArgbImage picture, int colour) {
        int best = 0;
        int most = 0;
        for (int y = 130; y < picture.height() - 130; y++) {
            int count = 0;
            for (int x = 200; x < 1200; x++) {
                count += picture.pixel(x, y) == colour ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = y;
            }
        }
        assertTrue(most > 300, "pixels of the colour in one row: " + most);
        return best;
    }

    private static double luminance(int rgb) {
        double sum = 0;
        double[] weights = {0.0722, 0.7152, 0.2126};
        for (int i = 0; i < 3; i++) {
            double share = (rgb >> 8 * i & 255) / 255.0;
            sum += weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
