package org.penumbra.view.shell.tour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;

/** Where a card lies that explains a part of a window: beside it, below or above it, so that it covers as little of it as can be. */
final class CardPlace {

    /** Between the card and what it explains, and between the card and the edge of the window, pixels. */
    static final double GAP = 16;

    private CardPlace() {}

    /**
     * The place that covers least of the lit part; of those that cover equally little the first of: right of it, left of it,
     * below it, above it, each with the first of the sizes; else the corner that is farthest from its middle.
     *
     * @param window its size, pixels
     * @param lit    what is explained
     * @param sizes  the card may have, the most wanted first
     */
    static Bounds of(Dimension2D window, Bounds lit, List<Dimension2D> sizes) {
        List<Bounds> places = new ArrayList<>();
        sizes.forEach(size -> beside(window, lit, size, places));
        sizes.forEach(size -> corners(window, lit, size, places));
        return places.stream()
                .min(Comparator.comparingDouble(place -> Math.round(covered(place, lit))))
                .orElseThrow(() -> new IllegalArgumentException("sizes: expected one at least"));
    }

    private static void beside(Dimension2D window, Bounds lit, Dimension2D size, List<Bounds> places) {
        double x = lit.getCenterX() - size.getWidth() / 2;
        places.add(inside(window, size, lit.getMaxX() + GAP, lit.getMinY()));
        places.add(inside(window, size, lit.getMinX() - GAP - size.getWidth(), lit.getMinY()));
        places.add(inside(window, size, x, lit.getMaxY() + GAP));
        places.add(inside(window, size, x, lit.getMinY() - GAP - size.getHeight()));
    }

    private static void corners(Dimension2D window, Bounds lit, Dimension2D size, List<Bounds> places) {
        double far = Double.MAX_VALUE;
        List<Bounds> corners = new ArrayList<>(List.of(
                inside(window, size, far, far),
                inside(window, size, -far, far),
                inside(window, size, far, -far),
                inside(window, size, -far, -far)));
        corners.sort(Comparator.comparingDouble(
                corner -> -Math.hypot(corner.getCenterX() - lit.getCenterX(), corner.getCenterY() - lit.getCenterY())));
        places.addAll(corners);
    }

    private static Bounds inside(Dimension2D window, Dimension2D size, double x, double y) {
        double width = Math.min(size.getWidth(), window.getWidth() - 2 * GAP);
        double height = Math.min(size.getHeight(), window.getHeight() - 2 * GAP);
        return new BoundingBox(
                Math.max(GAP, Math.min(x, window.getWidth() - width - GAP)),
                Math.max(GAP, Math.min(y, window.getHeight() - height - GAP)),
                width,
                height);
    }

    /** How much of one lies under the other, square pixels. */
    static double covered(Bounds place, Bounds lit) {
        double width = Math.min(place.getMaxX(), lit.getMaxX()) - Math.max(place.getMinX(), lit.getMinX());
        double height = Math.min(place.getMaxY(), lit.getMaxY()) - Math.max(place.getMinY(), lit.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }
}
