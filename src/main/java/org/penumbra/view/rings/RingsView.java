package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.MouseEvent;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PointSet;
import org.penumbra.view.lab.LabView;
import org.penumbra.view.rings.compare.ComparedCard;
import org.penumbra.view.rings.points.Painting;

/** The rings lab as it is seen: controls, four pictures, numbers and curves, and a line on the engine. */
public final class RingsView extends LabView {

    private final RingsModel model;
    private final ControlsPane controls;
    private final HeatmapsPane heatmaps;
    private final PointerPane pointer;
    private final CurvesPane curves;
    private final AttackCard attack;
    private final List<PaintedPoint> stroke = new ArrayList<>();

    /** @param commands what the controls ask of the lab */
    RingsView(RingsModel model, RunCommands commands) {
        super("rings");
        this.model = model;
        controls = new ControlsPane(model, commands);
        heatmaps = new HeatmapsPane(model);
        pointer = new PointerPane(model);
        curves = new CurvesPane(model);
        attack = new AttackCard(model);
        setSide(controls, controls.transport().play());
        ComparedCard compared = new ComparedCard(model.compare(), model.look().pointerProperty());
        setLayers(
                new RingsStage(heatmaps, new ReadingsPane(pointer, compared, attack, curves)),
                new StartingCover(model));
        setBottom(new RingsStatusBar(model));
        bindBrush();
        bindAttack();
    }

    ControlsPane controls() {
        return controls;
    }

    HeatmapsPane heatmaps() {
        return heatmaps;
    }

    PointerPane pointer() {
        return pointer;
    }

    CurvesPane curves() {
        return curves;
    }

    /** While "painted by hand" is chosen, dragging over a picture paints, and letting go restarts with the points. */
    private void bindBrush() {
        SetupDraft draft = controls.draft();
        Painting painting = draft.painting();
        draft.formProperty().subscribe(form -> showBrush());
        painting.labelProperty().subscribe(label -> showBrush());
        painting.pointsProperty().subscribe(points -> showBrush());
        heatmaps.onPaint(this::paint);
        heatmaps.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> endStroke());
    }

    private void bindAttack() {
        AttackModel points = model.attack();
        heatmaps.attackProperty().bind(points.frameProperty());
        heatmaps.placingProperty().bind(points.armedProperty());
        heatmaps.onPlace(points::start);
        points.armedProperty().subscribe(armed -> showBrush());
    }

    private void showBrush() {
        // A mouse that chooses where an attack starts does not paint.
        boolean painting = controls.draft().formProperty().get().isPainted()
                && !model.attack().armedProperty().get();
        heatmaps.paintingClassProperty()
                .set(painting ? controls.draft().painting().labelProperty().get() : null);
        heatmaps.draftProperty().set(painting ? drawn() : null);
    }

    private void paint(Position place) {
        stroke.add(new PaintedPoint(
                (float) place.x(),
                (float) place.y(),
                controls.draft().painting().labelProperty().get()));
        heatmaps.draftProperty().set(drawn());
    }

    private void endStroke() {
        List<PaintedPoint> ended = List.copyOf(stroke);
        stroke.clear();
        controls.draft().painting().stroke(ended);
    }

    /** The finished strokes and the one being drawn. */
    private PointSet drawn() {
        List<PaintedPoint> all =
                new ArrayList<>(controls.draft().painting().pointsProperty().get());
        all.addAll(stroke);
        float[] places = new float[2 * all.size()];
        int[] labels = new int[all.size()];
        for (int i = 0; i < labels.length; i++) {
            places[2 * i] = all.get(i).x();
            places[2 * i + 1] = all.get(i).y();
            labels[i] = all.get(i).label();
        }
        return new PointSet(
                places,
                labels,
                Math.max(Painting.CLASSES, model.setupProperty().get().data().classes()));
    }
}
