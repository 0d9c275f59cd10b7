package org.penumbra.view.rings.field;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.penumbra.data.Position;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.AttackPath;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.live.rings.AttackPoint;
import org.penumbra.paint.ClassColours;
import org.penumbra.view.widget.ScoreText;
import org.penumbra.view.widget.plot.HeatmapView;
import org.penumbra.view.widget.plot.Layer;
import org.penumbra.view.widget.plot.PathsLayer;
import org.penumbra.view.widget.plot.PathsLayer.Mark;
import org.penumbra.view.widget.plot.PathsLayer.Trace;

/**
 * The paths of an attack over the pictures of y and of y~: in each the path that raises what it shows is bold and has its
 * score beside it, the other one is fine. The other two pictures stay free of them.
 */
public final class AttackMarks {

    private final Map<Field, PathsLayer> layers =
            new EnumMap<>(Map.of(Field.PREDICTION, new PathsLayer(), Field.SCALED, new PathsLayer()));

    /** What lies over a picture besides points and contour, the last on top. */
    public List<Layer> over(Field field) {
        return layers.containsKey(field) ? List.of(layers.get(field)) : List.of();
    }

    /** Shows an attack, or none for null. */
    public void show(AttackFrame attack, Map<Field, HeatmapView> views) {
        layers.forEach((field, layer) -> {
            List<Trace> traces = new ArrayList<>();
            HeatmapView view = views.get(field);
            view.setTag(null, "");
            if (attack != null) {
                AttackPath own = field == Field.PREDICTION ? attack.prediction() : attack.scaled();
                AttackPath other = field == Field.PREDICTION ? attack.scaled() : attack.prediction();
                traces.add(trace(other, false, attack.plan().target()));
                traces.add(trace(own, true, attack.plan().target()));
                if (!own.points().isEmpty()) {
                    view.setTag(new Position(own.end().x(), own.end().y()), ScoreText.of(own.score(), 2));
                }
            }
            layer.show(traces);
            view.redraw();
        });
    }

    private static Trace trace(AttackPath path, boolean bold, int target) {
        float[] places = new float[2 * path.points().size()];
        for (int i = 0; i < path.points().size(); i++) {
            AttackPoint point = path.points().get(i);
            places[2 * i] = (float) point.x();
            places[2 * i + 1] = (float) point.y();
        }
        return new Trace(
                places,
                bold,
                path.attacked() == Attacked.PREDICTION ? Mark.DISC : Mark.DIAMOND,
                ClassColours.argb(target));
    }
}
