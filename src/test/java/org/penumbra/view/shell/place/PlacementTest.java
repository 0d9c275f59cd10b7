package org.penumbra.view.shell.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.view.shell.MemoryPreferences;

/** Where a window opens, on screens that are there, are gone, or are smaller than they were. */
class PlacementTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 30, 1366, 738);
    private static final Rectangle2D LARGE = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT_OF_IT = new Rectangle2D(1920, 0, 2560, 1440);
    private static final Rectangle2D LEFT_OF_IT = new Rectangle2D(-1280, 200, 1280, 1024);

    @ParameterizedTest
    @CsvSource({
        // screen, and what the window takes of it
        "1366, 768, 1366, 768",
        "960, 640, 960, 640",
        "1280, 800, 1280, 800",
        "911, 512, 911, 512",
        "1920, 1080, 1680, 972",
        "1920, 1200, 1680, 1050",
        "3840, 2160, 1680, 1050",
    })
    void theFirstWindowIsComfortableAndNeverLargerThanItsScreen(double width, double height, double w, double h) {
        Placement place = Placement.comfortable(new Rectangle2D(100, 50, width, height));
        assertEquals(
                new Placement(100 + Math.rint((width - w) / 2), 50 + Math.rint((height - h) / 2), w, h, false), place);
        assertEquals(place, place.onto(List.of(new Rectangle2D(100, 50, width, height))));
    }

    @Test
    void aWindowThatLiesOnAScreenComesBackAsItWas() {
        for (Placement place : List.of(
                new Placement(200, 100, 1300, 900, false),
                new Placement(2000, 40, 2400, 1300, true),
                new Placement(-1200, 230, 1000, 700, false))) {
            assertEquals(place, place.onto(List.of(LARGE, RIGHT_OF_IT, LEFT_OF_IT)));
        }
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheMiddleOfTheMainOne() {
        assertEquals(
                new Placement(310, 90, 1300, 900, true),
                new Placement(2500, 300, 1300, 900, true).onto(List.of(LARGE)));
        assertEquals(
                new Placement(0, 0, 1920, 1080, false),
                new Placement(2000, 40, 2400, 1300, false).onto(List.of(LARGE)),
                "and is no larger than that");
    }

    @Test
    void aWindowOnAScreenThatIsSmallerNowLiesOnItWithAllOfIt() {
        assertEquals(
                new Placement(0, 30, 1366, 738, false), new Placement(100, 60, 1680, 972, false).onto(List.of(LAPTOP)));
        assertEquals(
                new Placement(366, 68, 1000, 700, false),
                new Placement(900, 600, 1000, 700, false).onto(List.of(LAPTOP)));
    }

    @Test
    void aTitleBarAboveOrBesideTheScreenComesBackIntoReach() {
        assertEquals(
                new Placement(200, 30, 1000, 700, false),
                new Placement(200, -400, 1000, 700, false).onto(List.of(LAPTOP)));
        assertEquals(
                new Placement(0, 40, 1000, 660, false),
                new Placement(-980, 40, 1000, 660, false).onto(List.of(LAPTOP)));
        assertEquals(
                new Placement(1920, 0, 1000, 700, false),
                new Placement(1850, -20, 1000, 700, false).onto(List.of(LARGE, RIGHT_OF_IT)),
                "the screen that most of it lies on");
    }

    @Test
    void aWindowIsNeverSmallerThanIsOfUseButWhereTheScreenIs() {
        assertEquals(
                new Placement(300, 200, 960, 640, false),
                new Placement(300, 200, 198, 175, false).onto(List.of(LARGE)));
        assertEquals(
                new Placement(0, 0, 800, 600, false),
                new Placement(300, 200, 198, 175, false).onto(List.of(new Rectangle2D(0, 0, 800, 600))));
    }

    @Test
    void whatIsRememberedComesBack() {
        Preferences memory = new MemoryPreferences();
        assertEquals(Optional.empty(), Placement.remembered(memory));
        Placement place = new Placement(-1200.5, 230, 1000, 700.25, true);
        place.remember(memory);
        assertEquals(Optional.of(place), Placement.remembered(memory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "wide", "NaN", "Infinity", "-Infinity", "1e300", "-1e300", "100001", "12,5", "0x10", "null"})
    void damagedNumbersCountAsNone(String damaged) {
        for (String key : List.of("window-x", "window-y", "window-width", "window-height")) {
            Preferences memory = new MemoryPreferences();
            new Placement(10, 20, 1000, 700, true).remember(memory);
            memory.put(key, damaged);
            assertEquals(Optional.empty(), Placement.remembered(memory), key + " = " + damaged);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "-1000"})
    void aSizeThatIsNoneCountsAsNone(String size) {
        for (String key : List.of("window-width", "window-height")) {
            Preferences memory = new MemoryPreferences();
            new Placement(10, 20, 1000, 700, true).remember(memory);
            memory.put(key, size);
            assertEquals(Optional.empty(), Placement.remembered(memory), key + " = " + size);
        }
    }

    @Test
    void anAccidentIsToldFromASizeThatSomebodyChose() {
        Placement before = new Placement(100, 50, 1300, 900, false);
        List<Rectangle2D> screens = List.of(LARGE, RIGHT_OF_IT);
        assertTrue(new Placement(100, 50, 198, 175, false).isAccident(before, screens), "JDK-8316423");
        assertTrue(new Placement(100, 50, 960, 640, false).isAccident(before, screens), "the same with a least size");
        assertTrue(new Placement(1, 1, 1920, 1080, false).isAccident(before, screens), "still as if maximised");
        assertTrue(new Placement(100, 50, 1302, 925, false).isAccident(before, screens), "a frame counted twice");
        assertFalse(before.isAccident(before, screens));
        assertFalse(new Placement(0, 0, 960, 1080, false).isAccident(before, screens), "half of the screen");
        assertFalse(new Placement(0, 0, 1920, 540, false).isAccident(before, screens), "the upper half");
        Placement whole = new Placement(0, 0, 1920, 1080, false);
        assertFalse(whole.isAccident(whole, screens), "it covered the screen before");
    }

    @Test
    void whatIsWrongWithAWindowThatHasBeenOpenedIsToldFromWhatSomebodyDidAtOnce() {
        Placement asked = new Placement(100, 50, 1300, 900, false);
        List<Rectangle2D> screens = List.of(LARGE);
        assertTrue(new Placement(100, 50, 200, 200, false).isAccidentOfOpening(asked, screens), "JDK-8316423");
        assertTrue(new Placement(100, 50, 1302, 925, false).isAccidentOfOpening(asked, screens), "a frame too much");
        assertFalse(asked.isAccidentOfOpening(asked, screens));
        assertFalse(new Placement(0, 0, 960, 640, false).isAccidentOfOpening(asked, screens), "the least size");
        assertFalse(new Placement(0, 0, 1920, 1080, false).isAccidentOfOpening(asked, screens), "the whole screen");
        Placement small = new Placement(0, 0, 700, 500, false);
        assertFalse(small.isAccidentOfOpening(small, screens), "it was to be small");
    }

    @Test
    void aWindowIsWithinReachWhereAHandCanTakeItsTitleBar() {
        List<Rectangle2D> screens = List.of(LARGE);
        assertTrue(new Placement(-800, 0, 1000, 700, false).isWithinReach(screens));
        assertTrue(new Placement(1800, 1060, 1000, 700, false).isWithinReach(screens));
        assertFalse(new Placement(-950, 0, 1000, 700, false).isWithinReach(screens), "50 pixels of it");
        assertFalse(new Placement(100, -30, 1000, 700, false).isWithinReach(screens), "above");
        assertFalse(new Placement(100, 1075, 1000, 700, false).isWithinReach(screens), "below");
        assertFalse(new Placement(0, 0, 2000, 700, false).isWithinReach(screens), "wider than the screen");
    }
}
