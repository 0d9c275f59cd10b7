package org.penumbra.view.rings.points;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.penumbra.data.plane.Blobs;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.Rings;
import org.penumbra.data.plane.Spirals;
import org.penumbra.view.widget.form.DraftField;

/**
 * How one kind of data set is set up by hand: its fields, and the way between them and the data set. A new kind is one
 * more method here.
 */
public final class DataForm {

    private final String name;
    private final String about;
    private final Class<? extends PlaneData> type;
    private final List<DraftField<?>> fields;
    private final Supplier<PlaneData> read;
    private final Consumer<PlaneData> show;
    private final Consumer<PlaneData> showRunning;

    private <D extends PlaneData> DataForm(
            String name,
            String about,
            Class<D> type,
            List<DraftField<?>> fields,
            Supplier<PlaneData> read,
            Shower<D> shower) {
        this.name = name;
        this.about = about;
        this.type = type;
        this.fields = fields;
        this.read = read;
        this.show = data -> shower.show(type.cast(data), false);
        this.showRunning = data -> shower.show(type.cast(data), true);
    }

    /** Puts a data set into the fields. */
    private interface Shower<D> {
        void show(D data, boolean running);
    }

    /** Every kind, in the order of the menu. */
    public static List<DataForm> all(Painting painting) {
        return List.of(rings(), moons(), spirals(), blobs(), painted(painting));
    }

    private static DataForm rings() {
        var radius = DraftField.number("Inner radius", "Inner radius of every ring, data units")
                .of("inner radius of the rings");
        var thickness = DraftField.number("Thickness", "Thickness of every ring, data units")
                .of("thickness of the rings");
        var centres = DraftField.places("Centres", "One ring a class: (x, y) (x, y) ..., at most 8")
                .of("centres of the rings");
        DataForm form = new DataForm(
                "Rings",
                "One ring a class, the example of the paper",
                Rings.class,
                List.of(radius, thickness, centres),
                () -> new Rings(radius.get(), thickness.get(), centres.get()),
                (data, running) -> {
                    put(radius, data.innerRadius(), running);
                    put(thickness, data.thickness(), running);
                    put(centres, data.centres(), running);
                });
        form.show.accept(Rings.paper());
        return form;
    }

    private static DataForm moons() {
        var radius = DraftField.number("Radius", "Radius of the half circles' middle lines, data units")
                .of("radius of the moons");
        var thickness = DraftField.number("Thickness", "Thickness of both moons, data units")
                .of("thickness of the moons");
        DataForm form = new DataForm(
                "Two moons",
                "Two half circles that reach into each other",
                Moons.class,
                List.of(radius, thickness),
                () -> new Moons(radius.get(), thickness.get()),
                (data, running) -> {
                    put(radius, data.radius(), running);
                    put(thickness, data.thickness(), running);
                });
        form.show.accept(Moons.standard());
        return form;
    }

    private static DataForm spirals() {
        var arms = DraftField.whole("Arms", "One arm a class, 1 to 8").of("arms of the spirals");
        var turns = DraftField.number("Turns", "How often an arm goes round, 0.1 to 5")
                .of("turns of the spirals");
        var thickness = DraftField.number("Thickness", "Thickness of an arm, data units, at most 1")
                .of("thickness of the spirals");
        DataForm form = new DataForm(
                "Spirals",
                "One arm a class, wound about the middle",
                Spirals.class,
                List.of(arms, turns, thickness),
                () -> new Spirals(arms.get(), turns.get(), thickness.get()),
                (data, running) -> {
                    put(arms, data.arms(), running);
                    put(turns, data.turns(), running);
                    put(thickness, data.thickness(), running);
                });
        form.show.accept(Spirals.standard());
        return form;
    }

    private static DataForm blobs() {
        var spread = DraftField.number("Spread", "Standard deviation of every blob, data units")
                .of("spread of the blobs");
        var centres = DraftField.places("Centres", "One blob a class: (x, y) (x, y) ..., at most 8")
                .of("centres of the blobs");
        DataForm form = new DataForm(
                "Blobs",
                "One round Gaussian cloud a class",
                Blobs.class,
                List.of(spread, centres),
                () -> new Blobs(centres.get(), spread.get()),
                (data, running) -> {
                    put(spread, data.spread(), running);
                    put(centres, data.centres(), running);
                });
        form.show.accept(Blobs.standard());
        return form;
    }

    private static DataForm painted(Painting painting) {
        return new DataForm(
                "Own points",
                "Points you paint on the pictures, or open from a file",
                PaintedPoints.class,
                List.of(),
                () -> {
                    if (painting.pointsProperty().get().isEmpty()) {
                        throw new IllegalArgumentException(
                                "Choose a colour and drag over one of the pictures: training starts "
                                        + "when you let go. Or open a file of points.");
                    }
                    return new PaintedPoints(painting.pointsProperty().get());
                },
                (data, running) -> painting.load(data.points()));
    }

    private static <T> void put(DraftField<T> field, T value, boolean running) {
        if (running) {
            field.showRunning(value);
        } else {
            field.show(value);
        }
    }

    public String name() {
        return name;
    }

    public String about() {
        return about;
    }

    public List<DraftField<?>> fields() {
        return fields;
    }

    public boolean isPainted() {
        return type == PaintedPoints.class;
    }

    /** Whether the data set is of this kind. */
    public boolean fits(PlaneData data) {
        return type.isInstance(data);
    }

    /** Shows the data set that runs now. */
    public void showRunning(PlaneData data) {
        showRunning.accept(data);
    }

    /** Another kind runs now, so nothing here differs from it. */
    public void noRunning() {
        fields.forEach(DraftField::noRunning);
    }

    /** The data set the fields describe, or an {@link IllegalArgumentException} that says what is wrong. */
    public PlaneData read() {
        return read.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
