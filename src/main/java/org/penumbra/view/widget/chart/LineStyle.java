package org.penumbra.view.widget.chart;

import java.util.function.Function;
import javafx.scene.paint.Color;
import org.penumbra.view.widget.ThemeColours;

/**
 * How a line of a chart is drawn.
 *
 * @param colour of the line in a theme
 * @param width  of the line, pixels
 * @param dashes lengths of dashes and gaps, pixels; none for a solid line. No two lines of a chart have the same, so
 *               that they can be told apart without colour
 */
public record LineStyle(Function<ThemeColours, Color> colour, float width, float... dashes) {}
