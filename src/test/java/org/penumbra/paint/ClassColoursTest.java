package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.kit.Contrast;

class ClassColoursTest {

    private static final int[] BACKGROUNDS = {FieldPainter.LIGHT_BACKGROUND, FieldPainter.DARK_BACKGROUND};

    @ParameterizedTest
    @CsvSource({
        "NORMAL,3,0.22",
        "NORMAL,5,0.15",
        "NORMAL,10,0.13",
        "PROTANOPIA,3,0.17",
        "PROTANOPIA,5,0.15",
        "PROTANOPIA,10,0.1",
        "DEUTERANOPIA,3,0.155",
        "DEUTERANOPIA,5,0.15",
        "DEUTERANOPIA,10,0.11",
        "TRITANOPIA,3,0.155",
        "TRITANOPIA,5,0.14",
        "TRITANOPIA,10,0.11"
    })
    void anyTwoClassesAreToldApart(ColourSight sight, int classes, double apart) {
        List<String> near = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < i; j++) {
                double distance = sight.see(ClassColours.argb(i)).distance(sight.see(ClassColours.argb(j)));
                if (distance < apart) {
                    near.add("classes " + j + " and " + i + " are " + distance + " apart");
                }
            }
        }
        assertEquals(List.of(), near, sight::name);
    }

    @ParameterizedTest
    @EnumSource(ColourSight.class)
    void everyClassIsSeenOnBothBackgrounds(ColourSight sight) {
        for (int i = 0; i < ClassColours.COUNT; i++) {
            for (int background : BACKGROUNDS) {
                double distance = sight.see(ClassColours.argb(i)).distance(sight.see(background));
                double least = i < 3 ? 0.27 : 0.19;
                assertTrue(distance > least, sight + ": class " + i + " is " + distance + " from its background");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColourSight.class)
    void whatIsHalfSureIsSeenOnBothBackgroundsToo(ColourSight sight) {
        for (int background : BACKGROUNDS) {
            FieldPainter painter = new FieldPainter(background);
            for (int i = 0; i < 3; i++) {
                double distance = sight.see(painter.classColour(i, 0.5)).distance(sight.see(background));
                assertTrue(
                        distance > 0.13, sight + ": half of class " + i + " is " + distance + " from its background");
            }
        }
    }

    @Test
    void theFirstThreeHaveTheContrastOfGraphics() {
        for (int i = 0; i < 3; i++) {
            for (int background : BACKGROUNDS) {
                double contrast = Contrast.of(ClassColours.argb(i), background);
                assertTrue(contrast >= 3, "class " + i + ": " + contrast + " to 1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColourSight.class)
    void pointsAreSeenWhereGammaIsHigh(ColourSight sight) {
        for (int background : BACKGROUNDS) {
            int ground = new FieldPainter(background).curvature().argb(1);
            for (int i = 0; i < 3; i++) {
                double distance = sight.see(ClassColours.argb(i)).distance(sight.see(ground));
                assertTrue(distance > 0.1, sight + ": class " + i + " is " + distance + " from a high Gamma");
            }
        }
    }

    @Test
    void noClassHasTheColourOfNoNumber() {
        for (int i = 0; i < ClassColours.COUNT; i++) {
            double distance = OkLab.of(ClassColours.argb(i)).distance(OkLab.of(ColourMap.NOT_A_NUMBER));
            assertTrue(distance > 0.09, "class " + i + " comes as near as " + distance);
        }
    }

    @Test
    void coloursRepeatAfterTheLast() {
        assertEquals(ClassColours.argb(0), ClassColours.argb(ClassColours.COUNT));
        assertThrows(IllegalArgumentException.class, () -> ClassColours.argb(-1));
    }
}
