package org.penumbra.preset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Blobs;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.Rings;
import org.penumbra.data.plane.Spirals;

/** How each data set stands in a preset, under the key "data": reading and writing side by side. */
final class DataFormat {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Function<PresetNode, PlaneData>> readers = new LinkedHashMap<>();

    DataFormat() {
        readers.put("rings", this::readRings);
        readers.put("moons", this::readMoons);
        readers.put("spirals", this::readSpirals);
        readers.put("blobs", this::readBlobs);
        readers.put("painted", this::readPainted);
    }

    /** The data set an object describes; its "kind" says which. */
    PlaneData read(PresetNode data) {
        data.requireObject("an object with a \"kind\" of data");
        Function<PresetNode, PlaneData> reader = data.child("kind").choice(readers);
        return data.build(() -> reader.apply(data));
    }

    /** The object that describes a data set. */
    ObjectNode write(PlaneData data) {
        if (data instanceof Rings rings) {
            return kind("rings")
                    .put("innerRadius", rings.innerRadius())
                    .put("thickness", rings.thickness())
                    .set("centres", places(rings.centres()));
        } else if (data instanceof Moons moons) {
            return kind("moons").put("radius", moons.radius()).put("thickness", moons.thickness());
        } else if (data instanceof Spirals spirals) {
            return kind("spirals")
                    .put("arms", spirals.arms())
                    .put("turns", spirals.turns())
                    .put("thickness", spirals.thickness());
        } else if (data instanceof Blobs blobs) {
            return kind("blobs").put("spread", blobs.spread()).set("centres", places(blobs.centres()));
        } else if (data instanceof PaintedPoints painted) {
            return kind("painted").set("drawing", drawing(painted.points()));
        }
        throw new IllegalArgumentException(
                "no preset can hold " + data.getClass().getSimpleName());
    }

    private PlaneData readRings(PresetNode data) {
        data.requireKeys(List.of("kind", "innerRadius", "thickness", "centres"));
        return new Rings(
                data.child("innerRadius").number(PlaneData.SIZE),
                data.child("thickness").number(PlaneData.SIZE),
                readPlaces(data.child("centres")));
    }

    private PlaneData readMoons(PresetNode data) {
        data.requireKeys(List.of("kind", "radius", "thickness"));
        return new Moons(
                data.child("radius").number(PlaneData.SIZE),
                data.child("thickness").number(PlaneData.SIZE));
    }

    private PlaneData readSpirals(PresetNode data) {
        data.requireKeys(List.of("kind", "arms", "turns", "thickness"));
        return new Spirals(
                (int) data.child("arms").whole(1, PlaneData.MOST_CLASSES),
                data.child("turns").number(Spirals.TURNS),
                data.child("thickness").number(Spirals.THICKNESS));
    }

    private PlaneData readBlobs(PresetNode data) {
        data.requireKeys(List.of("kind", "spread", "centres"));
        return new Blobs(readPlaces(data.child("centres")), data.child("spread").number(PlaneData.SIZE));
    }

    private PlaneData readPainted(PresetNode data) {
        data.requireKeys(List.of("kind", "drawing"));
        return new PaintedPoints(
                data.child("drawing").elements(1, PaintedPoints.MOST_POINTS, "points [x, y, class]").stream()
                        .map(DataFormat::readPoint)
                        .toList());
    }

    private static PaintedPoint readPoint(PresetNode point) {
        List<PresetNode> numbers = point.elements(3, 3, "numbers [x, y, class]");
        return new PaintedPoint(
                (float) numbers.get(0).number(PlaneData.COORDINATE),
                (float) numbers.get(1).number(PlaneData.COORDINATE),
                (int) numbers.get(2).whole(0, PlaneData.MOST_CLASSES - 1));
    }

    private static List<Position> readPlaces(PresetNode places) {
        return places.elements(1, PlaneData.MOST_CLASSES, "places [x, y]").stream()
                .map(place -> {
                    List<PresetNode> numbers = place.elements(2, 2, "numbers [x, y]");
                    return new Position(
                            numbers.get(0).number(PlaneData.COORDINATE),
                            numbers.get(1).number(PlaneData.COORDINATE));
                })
                .toList();
    }

    private static ObjectNode kind(String kind) {
        return JSON.objectNode().put("kind", kind);
    }

    private static ArrayNode places(List<Position> places) {
        ArrayNode list = JSON.arrayNode();
        places.forEach(place -> list.addArray().add(place.x()).add(place.y()));
        return list;
    }

    private static ArrayNode drawing(List<PaintedPoint> points) {
        ArrayNode list = JSON.arrayNode();
        points.forEach(point -> list.addArray().add(point.x()).add(point.y()).add(point.label()));
        return list;
    }
}
