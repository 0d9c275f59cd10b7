package org.penumbra.view.draw.input;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.Stroke;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.PulseRedraw;

/**
 * A square to draw on with mouse, pen or finger. Ink is light on black in both themes, as the networks see it, and exactly
 * what is seen becomes the image: cropped and centred for models of digits, the whole pad for others. An image that was not
 * drawn is shown whole until one draws over it.
 */
final class InkPad extends Region {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
    private static final double USUAL_SIDE = 208;

    private final InputModel model;
    private final DigitView still = new DigitView(1);
    private final Canvas canvas = new Canvas();
    private final Label hint = new Label();
    private final Region frame = new Region();
    private final Circle brush = new Circle();
    private final PadInput hand;
    private final PulseRedraw redraw;
    private double side;

    InkPad(InputModel model, PictureInput pictures, LargePicture large) {
        this.model = model;
        setId("ink-pad");
        getStyleClass().add("ink-pad");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(
                "Draw with mouse, pen or finger; the right button erases. By keys: arrows move the pen, Space puts it "
                        + "down and lifts it. Control Z takes a stroke back, Delete empties the pad.");
        hint.getStyleClass().add("pad-hint");
        frame.getStyleClass().add("frame");
        brush.getStyleClass().add("brush");
        brush.setManaged(false);
        brush.setVisible(false);
        getChildren().addAll(still, canvas, hint, brush, frame);
        getChildren().forEach(child -> child.setMouseTransparent(true));
        // Strokes taken in before the layout are drawn in the same pulse.
        redraw = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::paint);
        hand = new PadInput(this, model, pictures, large);
        model.baseProperty().addListener((observed, before, now) -> follow());
        model.inputProperty().addListener((observed, before, now) -> tell());
        model.verdictProperty().addListener((observed, before, now) -> tell());
        large.judgedProperty().subscribe(judged -> setCursor(judged ? Cursor.HAND : Cursor.CROSSHAIR));
        model.brushWidthProperty().addListener((observed, before, now) -> redraw.request());
        model.fitProperty().addListener((observed, before, now) -> redraw.request());
        model.shownFitProperty().addListener((observed, before, now) -> redraw.request());
        hint.textProperty().bind(model.shownFitProperty().map(fit -> fit == Fit.DIGIT ? "Draw a digit" : "Draw here"));
        tell();
        follow();
    }

    private void tell() {
        String verdict = model.verdictProperty().get();
        setAccessibleText("Pad: " + model.inputProperty().get().title() + (verdict.isEmpty() ? "" : ". " + verdict));
    }

    /** The place on the pad under a place of this node, pad units; places beyond the edge lie at the edge. */
    Position place(double x, double y) {
        return inside(new Position((x - left()) / side * InputModel.PAD, (y - top()) / side * InputModel.PAD));
    }

    /** The nearest place where all of the brush is seen. */
    Position inside(Position place) {
        double radius = model.brushWidthProperty().get() / 2;
        return new Position(inside(place.x(), radius), inside(place.y(), radius));
    }

    /** How wide one of this node's pixels is on the pad, pad units. */
    double pixel() {
        return InputModel.PAD / side;
    }

    /** Shows how wide the brush is, at the pointer. */
    void showBrush(double x, double y, boolean erases) {
        double radius = model.brushWidthProperty().get() / 2 * side / InputModel.PAD;
        brush.setCenterX(x);
        brush.setCenterY(y);
        brush.setRadius(erases ? Stroke.ERASER * radius : radius);
        brush.setVisible(true);
    }

    /** Shows the brush at a place of the pad, pad units. */
    void showBrush(Position place) {
        showBrush(
                left() + place.x() / pixel(),
                top() + place.y() / pixel(),
                model.erasingProperty().get());
    }

    /** Shows no brush: the pointer is elsewhere, or a finger. */
    void hideBrush() {
        brush.setVisible(false);
    }

    /** Shows whether what is dragged over the pad could be dropped. */
    void setDropping(boolean could) {
        pseudoClassStateChanged(DROPPING, could);
    }

    /** Whether the hint is seen. */
    boolean isHintShown() {
        return hint.isVisible();
    }

    /** Ink all of it must be seen: the brush does not reach beyond the edge. */
    private static double inside(double place, double radius) {
        return Math.max(radius, Math.min(InputModel.PAD - radius, place));
    }

    private void follow() {
        Base base = model.baseProperty().get();
        boolean drawn = base instanceof Base.Drawing;
        boolean empty =
                base instanceof Base.Drawing drawing && drawing.strokes().isEmpty();
        still.setVisible(!drawn);
        hint.setVisible(empty);
        pseudoClassStateChanged(EMPTY, empty);
        redraw.request();
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, side, side);
        Base base = model.baseProperty().get();
        if (base instanceof Base.Drawing drawing) {
            graphics.setLineCap(StrokeLineCap.ROUND);
            graphics.setLineJoin(StrokeLineJoin.ROUND);
            drawing.strokes().forEach(stroke -> paint(graphics, stroke));
        } else {
            still.show(base.image(model.brushWidthProperty().get()).of(model.seenFit()));
        }
    }

    private void paint(GraphicsContext graphics, Stroke stroke) {
        double scale = side / InputModel.PAD;
        double width = model.brushWidthProperty().get() * scale;
        graphics.setLineWidth(stroke.erases() ? Stroke.ERASER * width : width);
        // What is erased is as black as the pad.
        graphics.setStroke(stroke.erases() ? Color.BLACK : Color.WHITE);
        List<Position> points = stroke.points();
        graphics.beginPath();
        graphics.moveTo(points.get(0).x() * scale, points.get(0).y() * scale);
        for (Position point : points) {
            graphics.lineTo(point.x() * scale, point.y() * scale);
        }
        if (points.size() == 1) {
            // A line without length is not drawn; one too short to be seen is a dot.
            graphics.lineTo(points.get(0).x() * scale + 0.01, points.get(0).y() * scale);
        }
        graphics.stroke();
    }

    private double left() {
        return snapPositionX((getWidth() - side) / 2);
    }

    private double top() {
        return snapPositionY((getHeight() - side) / 2);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return USUAL_SIDE / 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return width < 0 ? USUAL_SIDE / 2 : Math.max(width, USUAL_SIDE / 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL_SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? USUAL_SIDE : width;
    }

    @Override
    protected void layoutChildren() {
        double now = Math.floor(Math.min(getWidth(), getHeight()));
        if (now != side) {
            side = now;
            canvas.setWidth(side);
            canvas.setHeight(side);
            redraw.request();
        }
        still.resizeRelocate(left(), top(), side, side);
        canvas.relocate(left(), top());
        frame.resizeRelocate(left(), top(), side, side);
        hint.autosize();
        hint.relocate(
                snapPositionX(left() + (side - hint.getWidth()) / 2),
                snapPositionY(top() + (side - hint.getHeight()) / 2));
    }
}
