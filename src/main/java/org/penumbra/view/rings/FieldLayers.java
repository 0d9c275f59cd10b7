package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.paint.ClassColours;
import org.penumbra.paint.Contours;
import org.penumbra.view.rings.field.AttackMarks;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.widget.plot.HeatmapView;
import org.penumbra.view.widget.plot.Layer;
import org.penumbra.view.widget.plot.LinesLayer;
import org.penumbra.view.widget.plot.PointsLayer;

/** What lies over the pictures of the plane: the points, the border at tau in full or as a hair line, the paths of an attack. */
final class FieldLayers {

    private final PlaneLook look;
    private final AttackMarks attack;
    private final PointsLayer points = new PointsLayer();
    private final LinesLayer contour = new LinesLayer();
    private final LinesLayer hairLine = LinesLayer.fine();

    FieldLayers(PlaneLook look, AttackMarks attack) {
        this.look = look;
        this.attack = attack;
    }

    /** The points, for pictures of others. */
    PointsLayer points() {
        return points;
    }

    /** The border where the best scaled output crosses tau. */
    void showContour(ConfidenceField field, Grid grid, double tau) {
        List<float[]> border = look.contourProperty().get() == Spread.OFF
                ? List.of()
                : Contours.lines(field.bestScaled(), grid.columns(), grid.rows(), tau);
        contour.show(border, grid);
        hairLine.show(border, grid);
    }

    /** @param dark whether the ground is */
    void showPoints(PointSet shown, boolean dark) {
        int[] colours = new int[shown.classes()];
        for (int k = 0; k < colours.length; k++) {
            colours[k] = ClassColours.argb(k);
        }
        points.show(look.pointsProperty().get() == Spread.OFF ? null : shown, colours, dark ? 0xFF000000 : 0xFFFFFFFF);
    }

    /** Nothing is known any more. */
    void forget() {
        points.show(null, new int[0], 0);
        contour.show(List.of(), null);
        hairLine.show(List.of(), null);
    }

    /** Puts over each picture what is wanted over it. */
    void arrange(Map<Field, HeatmapView> views) {
        views.forEach((field, view) -> {
            List<Layer> over = new ArrayList<>();
            if (look.pointsProperty().get().covers(field)) {
                over.add(points);
            }
            over.add(look.contourProperty().get().covers(field) ? contour : hairLine);
            over.addAll(attack.over(field));
            view.setLayers(over);
        });
    }
}
