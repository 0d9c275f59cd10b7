package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.Contrast;

class ColourMapTest {

    /** What rounding three channels to 8 bits may shift a lightness by; less than a step of the map. */
    private static final double ROUNDING = 0.003;

    private static final List<ColourMap> MAPS =
            List.of(ColourMap.CONFIDENCE, ColourMap.CURVATURE, ColourMap.CURVATURE_ON_DARK, ColourMap.RESIDUAL);

    private static ColourMap map(String name) {
        return MAPS.stream().filter(map -> map.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confidence", "curvature", "curvature-on-dark", "residual"})
    void lightnessRisesByEqualSteps(String name) {
        int[] colours = map(name).colours();
        double first = OkLab.of(colours[0]).lightness();
        double last = OkLab.of(colours[255]).lightness();
        assertTrue(first < 0.2 && last > (name.endsWith("on-dark") ? 0.69 : 0.95), first + " to " + last);
        for (int i = 0; i < 256; i++) {
            double even = first + (last - first) * i / 255;
            assertEquals(even, OkLab.of(colours[i]).lightness(), ROUNDING, name + " step " + i);
            // The shorter the way, the smaller its steps, down to what 8 bits can tell.
            int before = Math.max(0, i - (name.endsWith("on-dark") ? 2 : 1));
            assertTrue(
                    i == before
                            || OkLab.of(colours[i]).lightness()
                                    > OkLab.of(colours[before]).lightness(),
                    name + " falls at step " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"confidence", "curvature", "curvature-on-dark", "residual"})
    void neighboursLookEquallyFarApart(String name) {
        int[] colours = map(name).colours();
        double shortest = 1;
        double longest = 0;
        for (int i = 0; i + 16 < 256; i++) {
            double distance = OkLab.of(colours[i]).distance(OkLab.of(colours[i + 16]));
            shortest = Math.min(shortest, distance);
            longest = Math.max(longest, distance);
        }
        assertTrue(longest < 1.5 * shortest, name + ": 16 steps look " + shortest + " to " + longest + " long");
    }

    @ParameterizedTest
    @CsvSource({
        "confidence,PROTANOPIA",
        "confidence,DEUTERANOPIA",
        "confidence,TRITANOPIA",
        "curvature,PROTANOPIA",
        "curvature,DEUTERANOPIA",
        "curvature,TRITANOPIA",
        "curvature-on-dark,PROTANOPIA",
        "curvature-on-dark,DEUTERANOPIA",
        "curvature-on-dark,TRITANOPIA",
        "residual,PROTANOPIA",
        "residual,DEUTERANOPIA",
        "residual,TRITANOPIA"
    })
    void colourBlindEyesSeeItRiseEverywhere(String name, ColourSight sight) {
        int[] colours = map(name).colours();
        double before = -1;
        for (int i = 0; i < 256; i += 8) {
            double lightness = sight.see(colours[i]).lightness();
            assertTrue(lightness > before + 0.012, name + " step " + i + ": " + before + " to " + lightness);
            before = lightness;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "confidence,curvature,NORMAL,0.11",
        "confidence,curvature,PROTANOPIA,0.05",
        "confidence,curvature,DEUTERANOPIA,0.05",
        "confidence,curvature-on-dark,NORMAL,0.11",
        "confidence,residual,NORMAL,0.11"
    })
    void twoMapsAreNotMistakenForEachOther(String one, String other, ColourSight sight, double apart) {
        double sum = 0;
        for (int i = 64; i < 224; i++) {
            sum += sight.see(map(one).colours()[i])
                    .distance(sight.see(map(other).colours()[i]));
        }
        assertTrue(sum / 160 > apart, sight + ": on average " + sum / 160);
    }

    @Test
    void onDarkGroundAHighGammaDoesNotDazzle() {
        // An even white square is 21 times as bright as the ground; what fills most of the picture stays below half of
        // that.
        assertTrue(Contrast.of(ColourMap.CURVATURE_ON_DARK.argb(1), FieldPainter.DARK_BACKGROUND) < 7.5);
        assertTrue(Contrast.of(ColourMap.CURVATURE.argb(1), FieldPainter.DARK_BACKGROUND) > 15);
    }

    @Test
    void fractionsFindTheirColour() {
        ColourMap map = ColourMap.CONFIDENCE;
        int[] colours = map.colours();
        assertEquals(colours[0], map.argb(0));
        assertEquals(colours[0], map.argb(-5));
        assertEquals(colours[128], map.argb(0.5));
        assertEquals(colours[255], map.argb(1));
        assertEquals(colours[255], map.argb(Double.POSITIVE_INFINITY));
        assertEquals(ColourMap.NOT_A_NUMBER, map.argb(Double.NaN));
    }

    @Test
    void noMapHoldsTheColourOfNoNumber() {
        for (ColourMap map : MAPS) {
            for (int colour : map.colours()) {
                double distance = OkLab.of(colour).distance(OkLab.of(ColourMap.NOT_A_NUMBER));
                assertTrue(distance > 0.08, map.name() + " comes as near as " + distance);
            }
        }
    }

    @Test
    void callersCannotChangeAMap() {
        ColourMap.CONFIDENCE.colours()[3] = 0;
        assertEquals(255, ColourMap.CONFIDENCE.colours()[3] >>> 24);
    }
}
