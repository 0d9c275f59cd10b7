package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClassColoursTest {

    @ParameterizedTest
    @CsvSource({
        "NORMAL,3,0.2",
        "NORMAL,5,0.16",
        "NORMAL,10,0.115",
        "PROTANOPIA,3,0.13",
        "PROTANOPIA,5,0.11",
        "PROTANOPIA,10,0.09",
        "DEUTERANOPIA,3,0.13",
        "DEUTERANOPIA,5,0.13",
        "DEUTERANOPIA,10,0.09",
        "TRITANOPIA,3,0.15",
        "TRITANOPIA,5,0.13",
        "TRITANOPIA,10,0.09"
    })
    void anyTwoClassesAreToldApart(ColourSight sight, int classes, double apart) {
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < i; j++) {
                double distance = sight.see(ClassColours.argb(i)).distance(sight.see(ClassColours.argb(j)));
                assertTrue(distance >= apart, sight + ": classes " + j + " and " + i + " are " + distance + " apart");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColourSight.class)
    void everyClassIsSeenOnBothBackgrounds(ColourSight sight) {
        for (int i = 0; i < ClassColours.COUNT; i++) {
            for (int background : new int[] {FieldPainter.LIGHT_BACKGROUND, FieldPainter.DARK_BACKGROUND}) {
                double distance = sight.see(ClassColours.argb(i)).distance(sight.see(background));
                assertTrue(distance > 0.13, sight + ": class " + i + " is " + distance + " from its background");
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
