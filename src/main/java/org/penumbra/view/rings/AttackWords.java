package org.penumbra.view.rings;

import java.util.Locale;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PointSet;
import org.penumbra.live.rings.AttackPath;
import org.penumbra.live.rings.AttackPoint;

/**
 * What one point of an attack did, in words.
 *
 * @param headline what became of it, a few words
 * @param place    where it is, and whether there are data
 */
record AttackWords(String headline, String place) {

    /** Reads a path, which must not be empty. @param points the training points, @param target the class to be faked */
    static AttackWords of(AttackPath path, int target, PlaneData data, PointSet points) {
        AttackPoint end = path.end();
        double distance = data.distance(end.x(), end.y());
        boolean away = distance > data.offBeyond();
        int nearest = nearestClass(points, end);
        String where =
                away ? "no data there" : (distance <= data.onWithin() ? "on" : "near") + " data of class " + nearest;
        String place = String.format(Locale.ROOT, "(%.2f, %.2f), %s", end.x(), end.y(), where)
                .replace('-', '\u2212');
        return new AttackWords(headline(path, !away && nearest == target), place);
    }

    /** Among data of its class, to be taken for that class is no error. */
    private static String headline(AttackPath path, boolean honest) {
        int step = path.end().step();
        if (path.reached()) {
            return (honest ? "reached " : "fooled ")
                    + switch (path.reachedAt()) {
                        case 0 -> "at the start";
                        case 1 -> "in 1 step";
                        default -> "in " + path.reachedAt() + " steps";
                    };
        }
        return switch (path.outcome()) {
            case WALKING -> "walking, step " + step;
            case STOPPED -> "stopped at step " + step;
            case SURE, SETTLED -> "stuck at step " + step;
        };
    }

    private static int nearestClass(PointSet points, AttackPoint place) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            double distance = Math.hypot(points.x(i) - place.x(), points.y(i) - place.y());
            if (distance < least) {
                least = distance;
                nearest = points.labels()[i];
            }
        }
        return nearest;
    }
}
