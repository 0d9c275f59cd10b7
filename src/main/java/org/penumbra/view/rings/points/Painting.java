package org.penumbra.view.rings.points;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.penumbra.data.plane.PaintedPoint;

/** Points painted by hand, stroke by stroke. */
public final class Painting {

    /** Classes one can paint with. */
    public static final int CLASSES = 4;

    private final ReadOnlyObjectWrapper<List<PaintedPoint>> points =
            new ReadOnlyObjectWrapper<>(this, "points", List.of());
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label");
    private final Deque<List<PaintedPoint>> before = new ArrayDeque<>();

    /** All points so far; replaced as a whole when a stroke ends. */
    public ReadOnlyObjectProperty<List<PaintedPoint>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** Class of the next stroke, 0 to 3. */
    public IntegerProperty labelProperty() {
        return label;
    }

    /** Adds the points of a finished stroke. */
    public void stroke(List<PaintedPoint> stroke) {
        if (!stroke.isEmpty()) {
            List<PaintedPoint> all = new ArrayList<>(points.get());
            all.addAll(stroke);
            change(all);
        }
    }

    /** Puts other points in the place of all; undo brings those back. */
    public void replace(List<PaintedPoint> others) {
        if (!others.equals(points.get())) {
            change(others);
        }
    }

    /** Takes the last stroke, or the last clearing, back. */
    public void undo() {
        if (!before.isEmpty()) {
            points.set(before.pop());
        }
    }

    /** Takes all points away; undo brings them back. */
    public void clear() {
        if (!points.get().isEmpty()) {
            change(List.of());
        }
    }

    /** Shows points that were painted before; there is nothing to undo. */
    void load(List<PaintedPoint> loaded) {
        if (!loaded.equals(points.get())) {
            before.clear();
            points.set(List.copyOf(loaded));
        }
    }

    private void change(List<PaintedPoint> next) {
        before.push(points.get());
        points.set(List.copyOf(next));
    }
}
