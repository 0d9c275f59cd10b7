package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;
import org.penumbra.data.ink.StrokeFont;

/** Letters as strokes on the pad: what no network here has learned. */
final class Letters {

    /** All of them, in the order of a menu. */
    static final String ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /**
     * All of them, those first that the autoencoder doubts most: in the order of the largest scaled output of mnist-dae-sym
     * at tau 90 % and kappa 1, the smallest first (LettersTest measures it).
     */
    static final String DOUBTED_FIRST = "RLxrGfmWMwNFpXkEeKQPaunHtgdjChcVTBAvbyiDqsZUzYSJolIO";

    /** Height of a capital, pad units. */
    private static final double CAPITAL = 62;

    private final StrokeFont font = new StrokeFont();

    /** A letter in the middle of the pad, to be drawn on if one likes. */
    Base.Drawing draw(char letter) {
        List<double[]> lines = font.lines(Character.toString(letter), 0, 0, CAPITAL);
        double left = bound(lines, 0, true);
        double right = bound(lines, 0, false);
        double top = bound(lines, 1, true);
        double bottom = bound(lines, 1, false);
        double x = InputModel.PAD / 2 - (left + right) / 2;
        double y = InputModel.PAD / 2 - (top + bottom) / 2;
        List<Stroke> strokes = new ArrayList<>();
        for (double[] line : lines) {
            List<Position> points = new ArrayList<>();
            for (int i = 0; i < line.length; i += 2) {
                points.add(new Position(line[i] + x, line[i + 1] + y));
            }
            strokes.add(new Stroke(points));
        }
        return new Base.Drawing("letter " + letter, strokes);
    }

    private static double bound(List<double[]> lines, int axis, boolean least) {
        double bound = lines.get(0)[axis];
        for (double[] line : lines) {
            for (int i = axis; i < line.length; i += 2) {
                bound = least ? Math.min(bound, line[i]) : Math.max(bound, line[i]);
            }
        }
        return bound;
    }
}
