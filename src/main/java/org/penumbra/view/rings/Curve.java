package org.penumbra.view.rings;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;
import org.penumbra.live.CurvePoint;
import org.penumbra.view.widget.Symbol;
import org.penumbra.view.widget.ThemeColours;

/**
 * One line of a chart.
 *
 * @param symbol what it shows, as the legend names and explains it
 * @param value  its number at a point of the curves
 * @param colour of the line in a theme
 * @param width  of the line, pixels
 * @param dashes lengths of dashes and gaps, pixels; none for a solid line. No two lines of a chart have the same, so
 *               that they can be told apart without colour
 */
record Curve(Symbol symbol, ToDoubleFunction<CurvePoint> value, Function<ThemeColours, Color> colour, float width,
             float... dashes) {
}
