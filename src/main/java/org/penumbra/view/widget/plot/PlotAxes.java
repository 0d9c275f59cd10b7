package org.penumbra.view.widget.plot;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.penumbra.data.Position;
import org.penumbra.view.widget.TextLayer;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.Tick;

/**
 * The numbers along the left and lower edge of a picture, in data units, and two badges that say where the cross-hair
 * stands. The picture's corner lies {@link #left} pixels from this node's. All lengths beside letters grow with them.
 */
final class PlotAxes extends Region {
    private static final double MARK = 4;
    /** Lengths for letters of {@link ThemeColours#PLAIN_LETTER}, pixels. */
    private static final double LEFT = 40;

    private static final double BELOW = 24;
    private static final double ROOM_FOR_NUMBER = 48;

    private final Canvas leftCanvas = new Canvas();
    private final Canvas belowCanvas = new Canvas();
    private final TextLayer words = new TextLayer();
    private double letter = ThemeColours.PLAIN_LETTER;
    private PlaneScale drawnScale;
    private Color drawnColour;
    private final Label badgeX = badge();
    private final Label badgeY = badge();

    PlotAxes() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(leftCanvas, belowCanvas, words, badgeX, badgeY);
    }

    /** Sets the size of the numbers, px, which the room for them follows. */
    void setLetter(double size) {
        if (size != letter) {
            letter = size;
            drawnScale = null;
        }
    }

    /** Room for the numbers at the left, pixels. */
    double left() {
        return grown(LEFT);
    }

    /** Room for the numbers below, pixels. */
    double below() {
        return grown(BELOW);
    }

    private double grown(double length) {
        return Math.rint(length * letter / ThemeColours.PLAIN_LETTER);
    }

    /** Draws the numbers if they or their colour have changed; the pictures change far more often. */
    void draw(PlaneScale scale, ThemeColours colours) {
        if (scale.equals(drawnScale) && colours.muted().equals(drawnColour)) {
            return;
        }
        drawnScale = scale;
        drawnColour = colours.muted();
        int most = Math.max(2, (int) (Math.min(scale.width(), scale.height()) / grown(ROOM_FOR_NUMBER)));
        var region = scale.region();
        words.begin();
        drawLeft(
                clear(leftCanvas, left(), scale.height() + below()),
                scale,
                Tick.between(region.yMin(), region.yMax(), most));
        belowCanvas.setLayoutY(scale.height());
        drawBelow(
                clear(belowCanvas, scale.width() + left() + grown(ROOM_FOR_NUMBER) / 2, below()),
                scale,
                Tick.between(region.xMin(), region.xMax(), most));
        words.end();
    }

    private GraphicsContext clear(Canvas canvas, double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        graphics.setStroke(drawnColour);
        graphics.setLineWidth(1);
        return graphics;
    }

    private void drawLeft(GraphicsContext graphics, PlaneScale scale, List<Tick> ticks) {
        TextLayer.Style style = style(HPos.RIGHT, VPos.CENTER);
        for (Tick tick : ticks) {
            double y = Math.floor(scale.screenY(tick.value())) + 0.5;
            graphics.strokeLine(left() - MARK, y, left(), y);
            // The room at the left is fixed; long numbers far from 0 are squeezed rather than cut off.
            words.write(tick.label(), style, left() - MARK - 3, Math.max(y, letter / 2), left() - MARK - 4);
        }
    }

    private void drawBelow(GraphicsContext graphics, PlaneScale scale, List<Tick> ticks) {
        TextLayer.Style style = style(HPos.CENTER, VPos.TOP);
        for (Tick tick : ticks) {
            double x = Math.floor(left() + scale.screenX(tick.value())) + 0.5;
            graphics.strokeLine(x, 0, x, MARK);
            words.write(tick.label(), style, x, scale.height() + MARK + 3, grown(ROOM_FOR_NUMBER));
        }
    }

    private TextLayer.Style style(HPos across, VPos upright) {
        return new TextLayer.Style(Font.font(letter), drawnColour, across, upright);
    }

    /** Shows the badges at a place inside the picture, or hides them. */
    void mark(PlaneScale scale, Position place) {
        boolean shown = place != null && scale.region().contains(place.x(), place.y());
        badgeX.setVisible(shown);
        badgeY.setVisible(shown);
        if (!shown) {
            words.cover(List.of());
            return;
        }
        badgeX.setText(CoordinateText.of(place.x(), scale.region().width()));
        badgeY.setText(CoordinateText.of(place.y(), scale.region().height()));
        double widthX = badgeX.prefWidth(-1);
        double heightX = badgeX.prefHeight(-1);
        double x = left() + scale.screenX(place.x()) - widthX / 2;
        badgeX.resizeRelocate(
                Math.floor(Math.min(x, left() + scale.width() - widthX)), scale.height() + MARK - 1, widthX, heightX);
        double widthY = badgeY.prefWidth(-1);
        double y = scale.screenY(place.y()) - heightX / 2;
        // A long number reaches over the picture's edge rather than being cut off.
        badgeY.resizeRelocate(
                Math.max(0, left() - MARK - widthY + 1),
                Math.floor(Math.max(0, Math.min(y, scale.height() - heightX))),
                widthY,
                heightX);
        // A number half under a badge would be read as one with it.
        words.cover(List.of(badgeX.getBoundsInParent(), badgeY.getBoundsInParent()));
    }

    private static Label badge() {
        Label badge = new Label();
        badge.getStyleClass().add("axis-badge");
        badge.setManaged(false);
        badge.setVisible(false);
        return badge;
    }
}
