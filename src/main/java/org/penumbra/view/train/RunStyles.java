package org.penumbra.view.train;

import java.util.function.Function;
import javafx.scene.paint.Color;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.chart.LineStyle;

/** How the lines of runs are drawn: hue tells what is measured, dashes and strength which run it is. */
final class RunStyles {

    /** As faint as leaves a contrast of 3 to 1 on the ground of both themes; orange has little to spare. */
    private static final double FAINT_TEXT = 0.55;

    private static final double FAINT_ACCENT = 0.75;
    private static final double FAINT_ORANGE = 0.97;
    private static final float[][] DASHES = {{9, 4}, {2, 3}, {9, 3, 2, 3}};

    static final LineStyle TRAINED_LOSS = new LineStyle(ThemeColours::accent, 1);
    static final LineStyle HELD_LOSS = new LineStyle(ThemeColours::accent, 2.5f);
    static final LineStyle TRAINED_RECONSTRUCTION = new LineStyle(ThemeColours::orange, 1);
    static final LineStyle HELD_RECONSTRUCTION = new LineStyle(ThemeColours::orange, 2.5f);

    private RunStyles() {}

    /** The loss of an earlier run. */
    static LineStyle keptLoss(int place) {
        return kept(ThemeColours::accent, FAINT_ACCENT, place);
    }

    /** The reconstruction loss of an earlier run. */
    static LineStyle keptReconstruction(int place) {
        return kept(ThemeColours::orange, FAINT_ORANGE, place);
    }

    /** Of the sample beside an earlier run's name. */
    static LineStyle sample(int place) {
        return kept(ThemeColours::text, FAINT_TEXT, place);
    }

    private static LineStyle kept(Function<ThemeColours, Color> colour, double opacity, int place) {
        return new LineStyle(
                colours -> {
                    Color full = colour.apply(colours);
                    return full.deriveColor(0, 1, 1, opacity);
                },
                1.5f,
                DASHES[place]);
    }
}
