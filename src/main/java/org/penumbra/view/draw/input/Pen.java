package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;

/**
 * A stroke that is being drawn. Screens tell where a pen is in whole pixels, which would make its edge tremble; so close
 * places that lie on one line are left out, each of the others is averaged with its neighbours (1 : 2 : 1), and a smooth
 * curve goes through them, from where the pen started to where it is now. None of that moves the stroke farther than a pixel
 * or two from where the pen was: corners stay, and what a busy machine saw of the pen in a few places only goes through them.
 */
final class Pen {

    /** Places farther apart than this are never left out between two others, pad units. */
    private static final double NEAR = 2;
    /** How far a place that is left out may lie from the line between its neighbours, pixels. */
    private static final double OFF_LINE = 0.75;
    /** How far a place is moved at most to calm the pen, pixels. */
    private static final double CALMED = 0.5;
    /** The curve consists of pieces this long, pad units. */
    private static final double PIECE = 1;

    private final double pixel;
    private final boolean erases;
    private final List<Position> places = new ArrayList<>();
    /** Where the pen was since the last of the places. */
    private final List<Position> since = new ArrayList<>();

    /**
     * @param start  where the pen touches the pad
     * @param pixel  how exactly places are told, pad units; 0 for places that are exact
     * @param erases whether it takes ink away
     */
    Pen(Position start, double pixel, boolean erases) {
        this.pixel = pixel;
        this.erases = erases;
        places.add(start);
    }

    /** Whether it takes ink away. */
    boolean erases() {
        return erases;
    }

    /** Where the pen has gone. */
    void to(Position place) {
        if (!since.isEmpty() && !isSpared(place)) {
            places.add(since.get(since.size() - 1));
            since.clear();
        }
        since.add(place);
    }

    /** Whether a line straight to a place would pass all the pen touched since the last place that is kept. */
    private boolean isSpared(Position place) {
        Position from = places.get(places.size() - 1);
        return from.distance(place.x(), place.y()) <= NEAR
                && since.stream().allMatch(passed -> distance(passed, from, place) <= OFF_LINE * pixel);
    }

    /** From a place to a straight line. */
    private static double distance(Position place, Position from, Position to) {
        double x = to.x() - from.x();
        double y = to.y() - from.y();
        double squared = x * x + y * y;
        double along = squared == 0 ? 0 : ((place.x() - from.x()) * x + (place.y() - from.y()) * y) / squared;
        double within = Math.max(0, Math.min(1, along));
        return place.distance(from.x() + within * x, from.y() + within * y);
    }

    /** The stroke so far. */
    Stroke stroke() {
        List<Position> all = new ArrayList<>(places);
        if (!since.isEmpty()) {
            all.add(since.get(since.size() - 1));
        }
        return new Stroke(calm(all), erases).smooth(PIECE);
    }

    private List<Position> calm(List<Position> all) {
        List<Position> calm = new ArrayList<>(all);
        for (int i = 1; i < all.size() - 1; i++) {
            Position before = all.get(i - 1);
            Position here = all.get(i);
            Position after = all.get(i + 1);
            double x = (before.x() - 2 * here.x() + after.x()) / 4;
            double y = (before.y() - 2 * here.y() + after.y()) / 4;
            double length = Math.sqrt(x * x + y * y);
            double share = length > CALMED * pixel ? CALMED * pixel / length : 1;
            calm.set(i, new Position(here.x() + share * x, here.y() + share * y));
        }
        return calm;
    }
}
