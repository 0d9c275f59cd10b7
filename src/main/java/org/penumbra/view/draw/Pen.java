package org.penumbra.view.draw;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.Stroke;

/**
 * A stroke that is being drawn. Screens tell where a pen is in whole pixels; places too close to each other are left out,
 * and a smooth curve goes through the others, up to where the pen is now.
 */
final class Pen {

    /** Places nearer than this to the one before are left out, pad units. */
    private static final double NEAR = 1.5;
    /** The curve consists of pieces this long, pad units. */
    private static final double PIECE = 1;

    private final List<Position> places = new ArrayList<>();
    private Position last;

    Pen(Position start) {
        places.add(start);
        last = start;
    }

    /** Where the pen has gone. */
    void to(Position place) {
        Position kept = places.get(places.size() - 1);
        if (kept.distance(place.x(), place.y()) >= NEAR) {
            places.add(place);
        }
        last = place;
    }

    /** The stroke so far. */
    Stroke stroke() {
        List<Position> all = new ArrayList<>(places);
        if (!last.equals(places.get(places.size() - 1))) {
            all.add(last);
        }
        return new Stroke(all).smooth(PIECE);
    }
}
