package org.penumbra.view.rings.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.Position;
import org.penumbra.live.rings.compare.OwnFigures;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.paint.FieldPainter;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.widget.plot.HeatmapView;
import org.penumbra.view.widget.plot.Layer;
import org.penumbra.view.widget.plot.Overlay;

/** The pictures of both detectors, and the figures that stand below the lab's own pictures while anything is compared. */
public final class ComparedPictures {

    private final CompareModel model;
    private final Map<Side, ComparedPicture> pictures = new EnumMap<>(Side.class);
    private final Map<Field, FigureLine> own = new EnumMap<>(Field.class);
    private final Region empty = FigureLine.empty();

    /** @param changed told when something is to be painted anew */
    public ComparedPictures(CompareModel model, Runnable changed) {
        this.model = model;
        for (Side side : Side.values()) {
            pictures.put(side, new ComparedPicture(side, model));
            model.frameProperty(side).addListener((observed, before, now) -> changed.run());
        }
        for (Field field : List.of(Field.PREDICTION, Field.CONFIDENCE, Field.SCALED)) {
            FigureLine line = new FigureLine(field.fileName());
            line.remark("");
            own.put(field, line);
        }
        model.ownProperty().subscribe(this::show);
    }

    private void show(OwnFigures figures) {
        own.get(Field.PREDICTION).show(figures == null ? PlaceFigures.NONE : figures.y());
        own.get(Field.CONFIDENCE).show(figures == null ? PlaceFigures.NONE : figures.confidence());
        own.get(Field.SCALED).show(figures == null ? PlaceFigures.NONE : figures.scaled());
    }

    /** Told when a detector comes or goes. */
    public void onChoice(Runnable chosen) {
        for (Side side : Side.values()) {
            model.detectorProperty(side).addListener((observed, before, now) -> {
                if (before == null || now == null) {
                    chosen.run();
                }
            });
        }
    }

    /** Both pictures, whether there is a detector to be seen or not. */
    public List<ComparedPicture> all() {
        return List.copyOf(pictures.values());
    }

    /** One of them. */
    public ComparedPicture at(Side side) {
        return pictures.get(side);
    }

    /** The views of those with a detector. */
    public List<HeatmapView> views() {
        List<HeatmapView> views = new ArrayList<>();
        pictures.values().stream().filter(ComparedPicture::isOn).forEach(picture -> views.add(picture.view()));
        return views;
    }

    /** What stands below one of the lab's own pictures; null while nothing is compared. */
    public Region line(Field field) {
        return !model.isOn() ? null : own.containsKey(field) ? own.get(field) : empty;
    }

    /** Does something with each view. */
    public void forEachView(Consumer<HeatmapView> action) {
        pictures.values().forEach(picture -> action.accept(picture.view()));
    }

    /** Paints what has something new to show. */
    public void repaint(FieldPainter painter, Overlay arrows) {
        pictures.values().stream().filter(ComparedPicture::isOn).forEach(picture -> {
            picture.repaint(painter);
            picture.setArrows(arrows);
        });
    }

    /** Which layers lie over them, as {@link ComparedPicture#arrange} has it. */
    public void arrange(Layer points, Spread shown, Spread contour) {
        pictures.values().forEach(picture -> picture.arrange(points, shown, contour));
    }

    /** Marks what the detectors look at for a place; null for none. */
    public void point(Position place) {
        pictures.values().forEach(picture -> picture.point(place));
    }

    /** Another run has nothing to show yet. */
    public void forget() {
        pictures.values().forEach(ComparedPicture::forget);
    }
}
