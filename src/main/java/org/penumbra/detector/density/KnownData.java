package org.penumbra.detector.density;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Blobs;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.Rings;
import org.penumbra.detector.Description;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;

/** Data sets whose density is known, in the values of a form. */
final class KnownData {

    private static final String NAME = "data";
    private static final String RINGS = "rings";
    private static final String MOONS = "moons";
    private static final String BLOBS = "blobs";
    private static final String CENTRES = "centres";
    private static final String RADIUS = "radius";
    private static final String THICKNESS = "thickness";
    private static final String SPREAD = "spread";

    private KnownData() {}

    /** Which data they are. */
    static Description.Choice choice(PlaneData data) {
        return new Description.Choice(
                NAME,
                "whose density it is",
                List.of(RINGS, MOONS, BLOBS),
                data instanceof Rings ? RINGS : data instanceof Moons ? MOONS : BLOBS);
    }

    /** A form with what makes the data. */
    static FittedForm addTo(FittedForm form, PlaneData data) {
        if (data instanceof Rings rings) {
            return centres(form, rings.centres())
                    .with(RADIUS, rings.innerRadius())
                    .with(THICKNESS, rings.thickness());
        }
        if (data instanceof Moons moons) {
            return form.with(RADIUS, moons.radius()).with(THICKNESS, moons.thickness());
        }
        if (data instanceof Blobs blobs) {
            return centres(form, blobs.centres()).with(SPREAD, blobs.spread());
        }
        throw new IllegalArgumentException(data + ": expected data whose density is known");
    }

    private static FittedForm centres(FittedForm form, List<Position> centres) {
        double[] numbers = new double[2 * centres.size()];
        for (int i = 0; i < centres.size(); i++) {
            numbers[2 * i] = centres.get(i).x();
            numbers[2 * i + 1] = centres.get(i).y();
        }
        return form.with(CENTRES, new FormArray.Doubles(numbers, centres.size(), 2));
    }

    /** The data of a form; they refuse numbers that they may not have. */
    static PlaneData of(FittedForm form) {
        String name = form.choices().getOrDefault(NAME, "nothing");
        PlaneData data = switch (name) {
            case RINGS -> new Rings(form.number(RADIUS), form.number(THICKNESS), centres(form));
            case MOONS -> new Moons(form.number(RADIUS), form.number(THICKNESS));
            case BLOBS -> new Blobs(centres(form), form.number(SPREAD));
            default -> throw new FormException(form.id(), NAME, String.join(", ", RINGS, MOONS, BLOBS), name);
        };
        if (data.classes() != form.classes()) {
            throw new FormException(
                    form.id(), CENTRES, "as many as classes, " + form.classes(), Integer.toString(data.classes()));
        }
        if (form.dimensions() != 2) {
            throw new FormException(form.id(), "numbers an input", "2", Integer.toString(form.dimensions()));
        }
        return data;
    }

    private static List<Position> centres(FittedForm form) {
        double[] numbers = form.doubles(CENTRES, form.classes(), 2);
        List<Position> centres = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            centres.add(new Position(numbers[i], numbers[i + 1]));
        }
        return centres;
    }
}
