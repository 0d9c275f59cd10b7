package org.penumbra.view.rings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.PointSet;
import org.penumbra.detector.Description;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.ClassColours;
import org.penumbra.paint.FieldPainter;
import org.penumbra.paint.FigureAxes;
import org.penumbra.paint.FigureMark;
import org.penumbra.paint.PlaneFigures;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.widget.form.Notation;

/**
 * The pictures of the compared detectors as figures for paper and slides, on white. They hold what was seen when they were made
 * and can be asked on any thread.
 *
 * @param run     what was trained, a few words
 * @param frames  those that have a picture
 * @param points  what is drawn as points
 * @param shown   over which pictures the points are drawn
 * @param contour over which pictures the border is bold
 */
public record ComparedFigures(String run, List<ComparedFrame> frames, PointSet points, Spread shown, Spread contour) {

    public ComparedFigures {
        frames = frames.stream().filter(frame -> frame.acceptance().length > 0).toList();
    }

    /** All of them, the left one first. */
    public List<ArgbImage> draw() {
        return frames.stream().map(this::draw).toList();
    }

    /** What their files are called, in the same order: "left-max-softmax.png". */
    public List<String> names() {
        return frames.stream().map(ComparedFigures::name).toList();
    }

    private static String name(ComparedFrame frame) {
        return frame.side().name().toLowerCase(Locale.ROOT) + "-"
                + frame.detector().about().id() + ".png";
    }

    private ArgbImage draw(ComparedFrame frame) {
        Grid grid = frame.grid();
        PlaneRegion region = grid.region();
        PlaneFigures figures = new PlaneFigures(
                new FieldPainter(FieldPainter.LIGHT_BACKGROUND),
                new FigureAxes(region.xMin(), region.xMax(), region.yMin(), region.yMax(), "x", "y"),
                grid.columns(),
                grid.rows());
        return figures.acceptance(frame.acceptance(), frame.detector().about().name(), subtitle(frame), marks(frame))
                .draw();
    }

    private String subtitle(ComparedFrame frame) {
        Description about = frame.detector().about();
        String settings = about.settings().stream()
                .map(setting -> ", " + setting.name() + " = " + Notation.text(setting.value()))
                .collect(Collectors.joining());
        String choices =
                about.choices().stream().map(choice -> ", " + choice.value()).collect(Collectors.joining());
        String line = contour == Spread.OFF ? "" : ", line: \u03c4 = " + Notation.text(ComparedPicture.usualTau(frame));
        return run + String.format(Locale.ROOT, ", step %d", frame.step()) + settings + choices + line;
    }

    private List<FigureMark> marks(ComparedFrame frame) {
        List<FigureMark> marks = new ArrayList<>();
        if (shown == Spread.EVERYWHERE) {
            int[] colours =
                    Arrays.stream(points.labels()).map(ClassColours::argb).toArray();
            marks.add(new FigureMark.Dots(points.points(), colours));
        }
        if (contour != Spread.OFF) {
            marks.add(new FigureMark.Border(ComparedPicture.border(frame), contour == Spread.EVERYWHERE));
        }
        return marks;
    }
}
