package org.penumbra.view.rings.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.PointSet;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.AttackPath;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.live.rings.AttackPoint;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.ClassColours;
import org.penumbra.paint.Contours;
import org.penumbra.paint.FieldPainter;
import org.penumbra.paint.Figure;
import org.penumbra.paint.FigureAxes;
import org.penumbra.paint.FigureMark;
import org.penumbra.paint.FigureSheet;
import org.penumbra.paint.PlaneFigures;
import org.penumbra.view.widget.ScoreText;
import org.penumbra.view.widget.form.Notation;

/**
 * The pictures of a moment as figures for paper and slides: with title, axes, legend and the overlays that were on. They are
 * drawn on white in both themes. It holds what was seen when it was made and can be asked on any thread.
 *
 * @param run      what was trained, a few words
 * @param frame    the network's answers
 * @param settings alpha, beta, tau
 * @param points   what is drawn as points
 * @param shown    over which pictures the points are drawn
 * @param contour  over which pictures the contour is bold
 * @param arrows   whether arrows are drawn
 * @param attack   whose paths are drawn over y and y~; null for none
 */
public record FieldFigures(
        String run,
        RingsFrame frame,
        ConfidenceSettings settings,
        PointSet points,
        Spread shown,
        Spread contour,
        boolean arrows,
        AttackFrame attack) {

    /** One picture. */
    public ArgbImage draw(Field field) {
        return figure(field, ConfidenceField.of(frame.response(), settings)).draw();
    }

    /** All four, in their order. */
    public List<ArgbImage> drawEach() {
        ConfidenceField values = ConfidenceField.of(frame.response(), settings);
        return Stream.of(Field.values())
                .map(field -> figure(field, values).draw())
                .toList();
    }

    /**
     * All four in one picture, two above and two below.
     *
     * @param others further pictures behind them
     */
    public ArgbImage drawAll(List<ArgbImage> others) {
        List<ArgbImage> all = new ArrayList<>(drawEach());
        all.addAll(others);
        return FigureSheet.of(all, 2);
    }

    private Figure figure(Field field, ConfidenceField values) {
        Grid grid = frame.grid();
        PlaneRegion region = grid.region();
        PlaneFigures figures = new PlaneFigures(
                new FieldPainter(FieldPainter.LIGHT_BACKGROUND),
                new FigureAxes(region.xMin(), region.xMax(), region.yMin(), region.yMax(), "x", "y"),
                grid.columns(),
                grid.rows());
        float[] probabilities = frame.response().probabilities();
        int classes = frame.response().classes();
        List<FigureMark> marks = marks(field, values);
        String words = subtitle(field);
        return switch (field) {
            case PREDICTION -> figures.prediction(probabilities, classes, words, marks);
            case CONFIDENCE -> figures.confidence(values.confidence(), words, marks);
            case CURVATURE -> figures.curvature(values.curvatureFactor(), words, marks);
            case SCALED -> figures.scaledOutputs(probabilities, classes, values.confidence(), words, marks);
        };
    }

    private String subtitle(Field field) {
        String words = run + String.format(Locale.ROOT, ", step %d", frame.step());
        String alpha = ", \u03b1 = " + Notation.text(settings.alpha());
        String beta = ", \u03b2 = " + Notation.text(settings.beta());
        words += switch (field) {
            case PREDICTION -> "";
            case CURVATURE -> beta;
            case CONFIDENCE, SCALED -> alpha + beta;
        };
        return contour == Spread.OFF ? words : words + ", line: y\u0303 = \u03c4 = " + Notation.text(settings.tau());
    }

    private List<FigureMark> marks(Field field, ConfidenceField values) {
        List<FigureMark> marks = new ArrayList<>();
        if (shown.covers(field)) {
            int[] colours =
                    Arrays.stream(points.labels()).map(ClassColours::argb).toArray();
            marks.add(new FigureMark.Dots(points.points(), colours));
        }
        if (arrows) {
            marks.add(new FigureMark.Arrows(FlowArrows.of(frame).ends()));
        }
        if (contour != Spread.OFF) {
            Grid grid = frame.grid();
            marks.add(new FigureMark.Border(
                    Contours.lines(values.bestScaled(), grid.columns(), grid.rows(), settings.tau()),
                    contour.covers(field)));
        }
        if (attack != null && (field == Field.PREDICTION || field == Field.SCALED)) {
            boolean ofY = field == Field.PREDICTION;
            marks.add(path(ofY ? attack.scaled() : attack.prediction(), false));
            marks.add(path(ofY ? attack.prediction() : attack.scaled(), true));
        }
        return marks;
    }

    private FigureMark path(AttackPath path, boolean own) {
        float[] places = new float[2 * path.points().size()];
        for (int i = 0; i < path.points().size(); i++) {
            AttackPoint point = path.points().get(i);
            places[2 * i] = (float) point.x();
            places[2 * i + 1] = (float) point.y();
        }
        return new FigureMark.Path(
                places,
                own,
                path.attacked() == Attacked.SCALED,
                ClassColours.argb(attack.plan().target()),
                own && places.length > 0 ? ScoreText.of(path.score(), 2) : "");
    }
}
