package org.penumbra.view.experiments;

import java.util.List;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.chart.LineStyle;

/** How the curves of a report are drawn. No two of a chart have the same colour and dashes. */
final class CurveStyles {

    /** The paper's, in the background. */
    private static final List<LineStyle> PAPER = List.of(
            new LineStyle(ThemeColours::muted, 1.5f, 6, 4),
            new LineStyle(ThemeColours::muted, 1.5f, 2, 3),
            new LineStyle(ThemeColours::muted, 1.5f, 9, 3, 2, 3),
            new LineStyle(ThemeColours::muted, 1.5f, 12, 5));

    private static final float[][] DASHES = {{}, {9, 4}, {2, 3}, {9, 3, 2, 3}};

    private CurveStyles() {}

    /** Of one of the paper's curves. @param place among them, from 0 */
    static LineStyle paper(int place) {
        return PAPER.get(place % PAPER.size());
    }

    /** Of one of ours. @param place among them, from 0 */
    static LineStyle ours(int place) {
        float[] dashes = DASHES[place / 5 % DASHES.length];
        return switch (place % 5) {
            case 0 -> new LineStyle(ThemeColours::accent, 2, dashes);
            case 1 -> new LineStyle(ThemeColours::orange, 2, dashes);
            case 2 -> new LineStyle(ThemeColours::green, 2, dashes);
            case 3 -> new LineStyle(ThemeColours::pink, 2, dashes);
            default -> new LineStyle(ThemeColours::text, 2, dashes);
        };
    }
}
