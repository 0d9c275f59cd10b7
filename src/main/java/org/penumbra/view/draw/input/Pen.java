package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;

/**
 * A stroke that is being drawn. Screens tell where a pen is in whole pixels, which would make its edge tremble: places too
 * close to each other are left out, each of the others is averaged with its neighbours (1 : 2 : 1), and a smooth curve goes
 * through them, from where the pen started to where it is now.
 */
final class Pen {

    /** Places nearer than this to the one before are left out, pad units. */
    private static final double NEAR = 2;
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
        return new Stroke(calm(all)).smooth(PIECE);
    }

    private static List<Position> calm(List<Position> places) {
        List<Position> calm = new ArrayList<>(places);
        for (int i = 1; i < places.size() - 1; i++) {
            Position before = places.get(i - 1);
            Position here = places.get(i);
            Position after = places.get(i + 1);
            calm.set(
                    i,
                    new Position(
                            (before.x() + 2 * here.x() + after.x()) / 4, (before.y() + 2 * here.y() + after.y()) / 4));
        }
        return calm;
    }
}
