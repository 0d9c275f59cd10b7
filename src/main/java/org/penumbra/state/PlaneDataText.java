package org.penumbra.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Blobs;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.Rings;
import org.penumbra.data.plane.Spirals;
import org.penumbra.state.StateValue.Call;

/**
 * Data of the plane as a word with numbers in brackets: {@code rings(0.6,0.1;-1,1;1,1)} are radius, thickness and centres,
 * {@code moons(1.4,0.2)}, {@code spirals(2,1.5,0.12)}, {@code blobs(0.25;-1,0;1,0)}, {@code painted(0.5,1,0;2,1,1)} are points
 * with their classes.
 */
final class PlaneDataText {

    private static final String EXPECTED =
            "data such as moons(1.4,0.2), rings(0.6,0.1;-1,1;1,1), spirals(2,1.5,0.12), blobs(0.25;-1,0;1,0) or "
                    + "painted(0.5,1,0;2,1,1)";

    private PlaneDataText() {}

    static String of(PlaneData data) {
        if (data instanceof Rings rings) {
            return call("rings", numbers(rings.innerRadius(), rings.thickness()) + places(rings.centres()));
        } else if (data instanceof Moons moons) {
            return call("moons", numbers(moons.radius(), moons.thickness()));
        } else if (data instanceof Spirals spirals) {
            return call("spirals", numbers(spirals.arms(), spirals.turns(), spirals.thickness()));
        } else if (data instanceof Blobs blobs) {
            return call("blobs", numbers(blobs.spread()) + places(blobs.centres()));
        }
        return call(
                "painted",
                ((PaintedPoints) data)
                        .points().stream()
                                .map(point -> StateValue.number(point.x()) + "," + StateValue.number(point.y()) + ","
                                        + point.label())
                                .collect(Collectors.joining(";")));
    }

    private static String call(String name, String content) {
        return new Call(name, content).toString();
    }

    private static String numbers(double... values) {
        List<String> texts = new ArrayList<>();
        for (double value : values) {
            texts.add(StateValue.number(value));
        }
        return String.join(",", texts);
    }

    private static String places(List<Position> places) {
        return places.stream().map(place -> ";" + numbers(place.x(), place.y())).collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException for a text that means no data, or data that cannot be */
    static PlaneData read(String text) {
        Call call = Call.of(text).orElseThrow(() -> wrong(text));
        List<String> rows = StateValue.parts(call.content(), ';');
        if (rows.isEmpty()) {
            throw wrong(text);
        }
        return switch (call.name()) {
            case "rings" -> {
                List<Double> sizes = row(rows.get(0), 2, text);
                yield new Rings(sizes.get(0), sizes.get(1), places(rows, text));
            }
            case "moons" -> {
                List<Double> sizes = only(rows, 2, text);
                yield new Moons(sizes.get(0), sizes.get(1));
            }
            case "spirals" -> {
                List<Double> sizes = only(rows, 3, text);
                if (sizes.get(0) != Math.rint(sizes.get(0))) {
                    throw wrong(text);
                }
                yield new Spirals(sizes.get(0).intValue(), sizes.get(1), sizes.get(2));
            }
            case "blobs" ->
                new Blobs(places(rows, text), row(rows.get(0), 1, text).get(0));
            case "painted" -> painted(rows, text);
            default -> throw wrong(text);
        };
    }

    private static PaintedPoints painted(List<String> rows, String text) {
        if (rows.size() > PaintedPoints.MOST_POINTS) {
            throw new IllegalArgumentException(
                    "expected at most " + PaintedPoints.MOST_POINTS + " painted points, but found " + rows.size());
        }
        Function<String, PaintedPoint> point = row -> {
            List<Double> numbers = row(row, 3, text);
            double label = numbers.get(2);
            if (label != Math.rint(label) || label < 0 || label >= PlaneData.MOST_CLASSES) {
                throw wrong(row);
            }
            return new PaintedPoint(numbers.get(0).floatValue(), numbers.get(1).floatValue(), (int) label);
        };
        return new PaintedPoints(rows.stream().map(point).toList());
    }

    private static List<Position> places(List<String> rows, String text) {
        if (rows.size() > PlaneData.MOST_CLASSES + 1) {
            throw new IllegalArgumentException(
                    "expected at most " + PlaneData.MOST_CLASSES + " centres, but found " + (rows.size() - 1));
        }
        return rows.subList(1, rows.size()).stream()
                .map(row -> row(row, 2, text))
                .map(numbers -> new Position(numbers.get(0), numbers.get(1)))
                .toList();
    }

    private static List<Double> only(List<String> rows, int count, String text) {
        if (rows.size() != 1) {
            throw wrong(text);
        }
        return row(rows.get(0), count, text);
    }

    private static List<Double> row(String row, int count, String text) {
        List<String> numbers = StateValue.parts(row, ',');
        if (numbers.size() != count) {
            throw wrong(text);
        }
        return numbers.stream()
                .map(number -> StateReader.number(number, PlaneData.COORDINATE))
                .toList();
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(StateReader.expected(EXPECTED, text));
    }
}
