package org.penumbra.view.shell.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;

/** A card covers as little as can be of what it explains, and nothing of it lies outside the window. */
class CardPlaceTest {

    private static final Dimension2D WINDOW = new Dimension2D(960, 640);
    private static final Dimension2D CARD = new Dimension2D(350, 220);

    private static Bounds of(double x, double y, double width, double height, Dimension2D... sizes) {
        return CardPlace.of(WINDOW, new BoundingBox(x, y, width, height), List.of(sizes));
    }

    @Test
    void itLiesBesideBelowOrAboveWhereThereIsRoom() {
        assertEquals(new BoundingBox(416, 100, 350, 220), of(100, 100, 300, 300, CARD), "right");
        assertEquals(new BoundingBox(134, 100, 350, 220), of(500, 100, 300, 300, CARD), "left");
        assertEquals(new BoundingBox(305, 366, 350, 220), of(100, 50, 760, 300, CARD), "below");
        assertEquals(new BoundingBox(305, 64, 350, 220), of(100, 300, 760, 300, CARD), "above");
    }

    @Test
    void aNarrowerOneIsTakenWhereTheUsualOneWouldCover() {
        Dimension2D narrow = new Dimension2D(260, 300);
        assertEquals(new BoundingBox(24, 60, 260, 300), of(300, 60, 650, 560, CARD, narrow));
    }

    @Test
    void whereNothingHelpsItLiesInTheCornerThatCoversLeast() {
        assertEquals(new BoundingBox(594, 404, 350, 220), of(0, 0, 900, 600, CARD));
        Bounds whole = of(0, 0, 960, 640, CARD);
        assertTrue(whole.getMinX() >= 16 && whole.getMaxX() <= 944, whole.toString());
        assertTrue(whole.getMinY() >= 16 && whole.getMaxY() <= 624, whole.toString());
    }

    @Test
    void aCardLargerThanTheWindowIsMadeToFit() {
        assertEquals(new BoundingBox(16, 16, 928, 608), of(0, 0, 960, 640, new Dimension2D(2000, 2000)));
    }
}
