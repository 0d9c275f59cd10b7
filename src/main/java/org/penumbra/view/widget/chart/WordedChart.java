package org.penumbra.view.widget.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.transform.Affine;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.fx.FXGraphics2D;
import org.jfree.fx.FXHints;
import org.penumbra.view.widget.TextLayer;

/**
 * A chart on a canvas whose words lie in a {@link TextLayer} above it; that class says why. Without title, legend or
 * interaction.
 */
final class WordedChart extends JFreeChart {

    private static final long serialVersionUID = 1;

    private final transient TextLayer words = new TextLayer();
    private final transient ChartCanvas canvas;

    WordedChart(XYPlot plot) {
        super(null, null, plot, false);
        canvas = new ChartCanvas(this);
        canvas.setMouseTransparent(true);
    }

    /** Everything but the words. */
    ChartCanvas canvas() {
        return canvas;
    }

    /** To lie where the canvas does, above it. */
    TextLayer words() {
        return words;
    }

    /** Makes the canvas as large as what it lies in, in whole pixels. */
    void fill(Region room) {
        canvas.setWidth(Math.floor(room.getWidth()));
        canvas.setHeight(Math.floor(room.getHeight()));
    }

    /** A colour as the plot and its axes take it. */
    static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }

    /** @param ofCanvas the canvas's own, which would write on it */
    @Override
    public void draw(Graphics2D ofCanvas, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
        words.begin();
        // The canvas forgets its colours after each drawing. FXGraphics2D remembers them and would not set equal ones
        // again.
        super.draw(new Graphics(canvas, words), area, anchor, info);
        words.end();
    }

    /** Draws on a canvas, but writes on a layer. */
    private static final class Graphics extends FXGraphics2D {

        private final TextLayer words;

        Graphics(Canvas canvas, TextLayer words) {
            super(canvas.getGraphicsContext2D());
            this.words = words;
            // As ChartCanvas sets its own: sizes of words as JavaFX lays them out.
            setRenderingHint(FXHints.KEY_USE_FX_FONT_METRICS, true);
            setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            setZeroStrokeWidth(0.1);
        }

        @Override
        public void drawString(String text, float x, float y) {
            Objects.requireNonNull(text, "text");
            java.awt.Color ink = getColor();
            Color colour = Color.rgb(ink.getRed(), ink.getGreen(), ink.getBlue(), ink.getAlpha() / 255.0);
            AffineTransform at = getTransform();
            words.write(
                    text,
                    new TextLayer.Style(letters(getFont()), colour, HPos.LEFT, VPos.BASELINE),
                    x,
                    y,
                    new Affine(
                            at.getScaleX(),
                            at.getShearX(),
                            at.getTranslateX(),
                            at.getShearY(),
                            at.getScaleY(),
                            at.getTranslateY()));
        }

        private static javafx.scene.text.Font letters(Font font) {
            return javafx.scene.text.Font.font(
                    font.getFamily(),
                    font.isBold() ? FontWeight.BOLD : FontWeight.NORMAL,
                    font.isItalic() ? FontPosture.ITALIC : FontPosture.REGULAR,
                    font.getSize());
        }
    }
}
