package org.penumbra.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;

/**
 * Strokes on the pad as a short text: of each only the places that tell its shape, as two pairs of signs for x and y, in
 * twentieths of a unit. Strokes of the eraser begin with {@code ~}. What was written and read is written the same again.
 */
final class DrawnText {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    /** Steps of a place in a unit of the pad. */
    private static final int STEPS = 20;
    /** Where places begin, pad units: a pen may leave the pad a little. */
    private static final int FIRST = -50;

    private static final int MOST = SIGNS.length() * SIGNS.length() - 1;
    private static final int PLACE = 4;
    /** How far the line may be from places that are left out, steps: a fifth of a unit, a twentieth of a pixel. */
    private static final double NEAR = 4;

    private static final int MOST_PLACES = 50_000;
    private static final char ERASER = '~';

    private DrawnText() {}

    static String of(List<Stroke> strokes) {
        return strokes.stream().map(DrawnText::of).collect(Collectors.joining(";"));
    }

    private static String of(Stroke stroke) {
        StringBuilder text = new StringBuilder(stroke.erases() ? "" + ERASER : "");
        for (int[] place : shape(stroke)) {
            for (int value : place) {
                text.append(SIGNS.charAt(value / SIGNS.length())).append(SIGNS.charAt(value % SIGNS.length()));
            }
        }
        return text.toString();
    }

    private static List<int[]> shape(Stroke stroke) {
        List<int[]> places = new ArrayList<>();
        for (Position point : stroke.points()) {
            int[] place = {step(point.x()), step(point.y())};
            if (places.isEmpty() || !Arrays.equals(places.get(places.size() - 1), place)) {
                places.add(place);
            }
        }
        boolean[] kept = new boolean[places.size()];
        kept[0] = true;
        kept[kept.length - 1] = true;
        keep(places, 0, kept.length - 1, kept);
        List<int[]> shape = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                shape.add(places.get(i));
            }
        }
        return shape;
    }

    private static int step(double at) {
        return (int) Math.max(0, Math.min(MOST, Math.rint((at - FIRST) * STEPS)));
    }

    /** Keeps the place that is farthest from the straight line, as long as it is far (Ramer 1972, Douglas and Peucker 1973). */
    private static void keep(List<int[]> places, int from, int to, boolean[] kept) {
        // A stack of its own: a scribble of one stroke is too long for the machine's.
        List<int[]> open = new ArrayList<>(List.of(new int[] {from, to}));
        while (!open.isEmpty()) {
            int[] piece = open.remove(open.size() - 1);
            int farthest = -1;
            double distance = NEAR;
            for (int i = piece[0] + 1; i < piece[1]; i++) {
                double off = off(places.get(i), places.get(piece[0]), places.get(piece[1]));
                if (off > distance) {
                    distance = off;
                    farthest = i;
                }
            }
            if (farthest >= 0) {
                kept[farthest] = true;
                open.add(new int[] {piece[0], farthest});
                open.add(new int[] {farthest, piece[1]});
            }
        }
    }

    private static double off(int[] place, int[] from, int[] to) {
        double x = to[0] - from[0];
        double y = to[1] - from[1];
        double squared = x * x + y * y;
        double along = squared == 0 ? 0 : ((place[0] - from[0]) * x + (place[1] - from[1]) * y) / squared;
        double within = Math.max(0, Math.min(1, along));
        return Math.hypot(place[0] - from[0] - within * x, place[1] - from[1] - within * y);
    }

    static List<Stroke> read(String text) {
        List<Stroke> strokes = new ArrayList<>();
        int places = 0;
        for (String one : StateValue.parts(text, ';')) {
            boolean erases = !one.isEmpty() && one.charAt(0) == ERASER;
            Stroke stroke = new Stroke(points(erases ? one.substring(1) : one), erases);
            places += stroke.points().size();
            if (places > MOST_PLACES) {
                throw new IllegalArgumentException("expected strokes of at most " + MOST_PLACES + " places");
            }
            strokes.add(stroke);
        }
        return strokes;
    }

    private static List<Position> points(String text) {
        if (text.isEmpty() || text.length() % PLACE != 0) {
            throw new IllegalArgumentException(
                    StateReader.expected("strokes of four signs a place, with ; between them", text));
        }
        List<Position> points = new ArrayList<>(text.length() / PLACE);
        for (int i = 0; i < text.length(); i += PLACE) {
            points.add(new Position(coordinate(text, i), coordinate(text, i + 2)));
        }
        return points;
    }

    private static double coordinate(String text, int at) {
        int high = SIGNS.indexOf(text.charAt(at));
        int low = SIGNS.indexOf(text.charAt(at + 1));
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException(StateReader.expected("letters, digits, - and _ in strokes", text));
        }
        return (double) (high * SIGNS.length() + low) / STEPS + FIRST;
    }
}
