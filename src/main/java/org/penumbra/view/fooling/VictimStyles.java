package org.penumbra.view.fooling;

import java.util.List;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.chart.LineStyle;

/** How the lines of the victims are drawn, told apart also without colour. */
final class VictimStyles {

    /** The line of tau. */
    static final LineStyle TAU = new LineStyle(ThemeColours::text, 1, 4, 3);

    private static final List<LineStyle> VICTIMS = List.of(
            new LineStyle(ThemeColours::orange, 2.5f),
            new LineStyle(ThemeColours::pink, 2.5f, 8, 3),
            new LineStyle(ThemeColours::accent, 2.5f, 2, 2),
            new LineStyle(ThemeColours::green, 2.5f, 10, 3, 2, 3));

    private VictimStyles() {}

    /** The style of the victim with this index. */
    static LineStyle of(int victim) {
        return VICTIMS.get(victim % VICTIMS.size());
    }
}
