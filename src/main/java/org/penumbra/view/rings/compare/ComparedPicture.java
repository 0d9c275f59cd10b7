package org.penumbra.view.rings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.detector.Fitted;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.paint.ColourMap;
import org.penumbra.paint.Contours;
import org.penumbra.paint.FieldPainter;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.FieldBar;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.widget.PixelPicture;
import org.penumbra.view.widget.plot.HeatmapView;
import org.penumbra.view.widget.plot.Layer;
import org.penumbra.view.widget.plot.LinesLayer;
import org.penumbra.view.widget.plot.Overlay;

/**
 * The picture of a detector: its acceptance over the plane in the colours of the confidence, the border where it reaches the
 * threshold that is usual for it, and its figures below. What lies under the pointer is marked.
 */
public final class ComparedPicture {

    private final Side side;
    private final CompareModel model;
    private final FieldBar bar = new FieldBar(Field.CONFIDENCE);
    private final HeatmapView view;
    private final FigureLine line;
    private final LinesLayer bold = new LinesLayer();
    private final LinesLayer hair = LinesLayer.fine();
    private final DetectorMarks marks = new DetectorMarks();
    /** How long the picture of another detector is left in place of one that is being fitted: mostly it comes sooner. */
    private final PauseTransition gone = new PauseTransition(Duration.millis(300));

    private PixelPicture picture;
    private Grid grid;
    private ComparedFrame painted;
    private String paintedKind = CompareModel.NONE;
    private Overlay arrows;

    public ComparedPicture(Side side, CompareModel model) {
        this.side = side;
        this.model = model;
        String id = side.name().toLowerCase(Locale.ROOT);
        view = new HeatmapView("", "", bar.bar());
        view.setId("heatmap-" + id);
        line = new FigureLine(id);
        view.setFooter(line);
        line.remark("");
        model.detectorProperty(side).subscribe(now -> rename());
        model.fittingProperty(side).addListener((observed, before, now) -> remark());
        gone.setOnFinished(event -> forget());
    }

    /** The view of it. */
    public HeatmapView view() {
        return view;
    }

    /** Which of the two it is. */
    public Side side() {
        return side;
    }

    /** Whether there is a detector to be seen. */
    public boolean isOn() {
        return model.detectorProperty(side).get() != null;
    }

    private void rename() {
        model.about(side).ifPresent(about -> {
            view.setTitle(CompareSymbols.sign(about), CompareSymbols.title(about));
            if (!about.id().equals(paintedKind) && painted != null) {
                gone.playFromStart();
            }
        });
        remark();
    }

    /** Says that a fit goes on, where what is seen is not yet its result. */
    private void remark() {
        double share = model.fittingProperty(side).get();
        boolean waiting = isOn() && model.present(side).isEmpty();
        line.remark(waiting && !Double.isNaN(share) ? String.format(Locale.ROOT, "fitting, %.0f %%", 100 * share) : "");
        view.setNotice(
                waiting && painted == null
                        ? "Fitting \u2026"
                        : model.present(side).map(ComparedFrame::problem).orElse(""));
    }

    /** Another run has nothing to show yet. */
    public void forget() {
        painted = null;
        picture = null;
        grid = null;
        bold.show(List.of(), null);
        hair.show(List.of(), null);
        marks.clear();
        view.setOverlay(arrows);
        view.clear();
        line.show(PlaceFigures.NONE);
        remark();
    }

    /**
     * Which layers lie over it.
     *
     * @param points  the layer of the points
     * @param shown   over which pictures they lie
     * @param contour over which pictures the border is bold
     */
    public void arrange(Layer points, Spread shown, Spread contour) {
        List<Layer> layers = new ArrayList<>();
        if (shown == Spread.EVERYWHERE) {
            layers.add(points);
        }
        if (contour != Spread.OFF) {
            layers.add(contour == Spread.EVERYWHERE ? bold : hair);
        }
        view.setLayers(layers);
    }

    /** The arrows that lie over it; null for none. */
    public void setArrows(Overlay shown) {
        if (shown != arrows) {
            arrows = shown;
            view.setOverlay(marks.over(arrows));
        }
    }

    /** Paints the newest frame, when it has not been. @param painter of the colours of the theme */
    public void repaint(FieldPainter painter) {
        bar.show(1, painter);
        ComparedFrame frame = model.frameProperty(side).get();
        if (frame == null || frame == painted) {
            return;
        }
        gone.stop();
        painted = frame;
        paintedKind = frame.detector().about().id();
        grid = frame.grid();
        line.show(frame.figures());
        if (frame.acceptance().length == 0) {
            picture = null;
            bold.show(List.of(), null);
            hair.show(List.of(), null);
            view.clear();
            view.setOverlay(arrows);
        } else {
            if (picture == null || picture.columns() != grid.columns() || picture.rows() != grid.rows()) {
                picture = new PixelPicture(grid.columns(), grid.rows());
            }
            FieldPainter.scalar(frame.acceptance(), 0, 1, ColourMap.CONFIDENCE, picture.pixels());
            picture.changed();
            List<float[]> border = border(frame);
            bold.show(border, grid);
            hair.show(border, grid);
            view.show(picture, grid);
        }
        remark();
    }

    /** Where the acceptance reaches the usual threshold. */
    static List<float[]> border(ComparedFrame frame) {
        return Contours.lines(
                frame.acceptance(), frame.grid().columns(), frame.grid().rows(), usualTau(frame));
    }

    /** It may depend on what the detector was fitted on. */
    static double usualTau(ComparedFrame frame) {
        return frame.fitted()
                .map(Fitted::about)
                .orElseGet(() -> frame.detector().about())
                .usualTau();
    }

    /** Marks what the detector looks at for a place; null for none. */
    public void point(Position place) {
        Optional<ComparedFrame> frame = Optional.ofNullable(painted).filter(seen -> isOn());
        bar.bar()
                .markedProperty()
                .set(frame.map(seen -> acceptance(seen, place)).orElse(Double.NaN));
        if (frame.isPresent() ? marks.point(frame.get(), place) : marks.clear()) {
            view.setOverlay(marks.over(arrows));
        }
    }

    private static double acceptance(ComparedFrame frame, Position place) {
        Grid grid = frame.grid();
        PlaneRegion region = grid.region();
        if (frame.acceptance().length == 0 || place == null || !region.contains(place.x(), place.y())) {
            return Double.NaN;
        }
        return frame.acceptance()[PointedPlace.cell(grid, place)];
    }

    /** A copy of its pixels, opaque ARGB, row by row from the top; empty before the first frame. */
    public int[] pixels() {
        return picture == null ? new int[0] : picture.pixels().clone();
    }

    /** What stands below the picture: its AUROC. */
    public String auroc() {
        return line.auroc();
    }
}
