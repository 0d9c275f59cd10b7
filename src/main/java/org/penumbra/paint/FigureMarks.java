package org.penumbra.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws what lies over the picture of a figure. Nothing of it reaches beyond the picture's edges. */
final class FigureMarks {

    private static final int PAPER = 0xFFFFFFFF;
    private static final int INK = 0xFF1B1E28;

    private static final double SMALLEST_DOT = 1.6;
    private static final double LARGEST_DOT = 4;
    private static final double RIM = 0.8;
    private static final double HEAD = 4;
    private static final double SHORTEST_ARROW = 2.5;
    private static final double LABEL = 11;

    private final ArgbCanvas canvas;
    private final FigureAxes axes;
    private final int width;
    private final int height;
    private final double cell;

    /**
     * @param canvas as large as the picture, which it shows
     * @param axes   what its edges stand for
     * @param cell   pixels a cell is wide and high
     */
    FigureMarks(ArgbCanvas canvas, FigureAxes axes, int width, int height, double cell) {
        this.canvas = canvas;
        this.axes = axes;
        this.width = width;
        this.height = height;
        this.cell = cell;
    }

    void draw(FigureMark mark) {
        if (mark instanceof FigureMark.Border border) {
            border(border);
        } else if (mark instanceof FigureMark.Dots dots) {
            dots(dots);
        } else if (mark instanceof FigureMark.Arrows arrows) {
            arrows(arrows);
        } else if (mark instanceof FigureMark.Path path) {
            path(path);
        }
    }

    private double x(double value) {
        return (value - axes.xMin()) / (axes.xMax() - axes.xMin()) * width;
    }

    private double y(double value) {
        return (axes.yMax() - value) / (axes.yMax() - axes.yMin()) * height;
    }

    private void border(FigureMark.Border border) {
        List<double[]> lines = new ArrayList<>();
        for (float[] contour : border.lines()) {
            double[] line = new double[contour.length];
            for (int i = 0; i < line.length; i++) {
                line[i] = (contour[i] + 0.5) * cell;
            }
            lines.add(line);
        }
        canvas.stroke(lines, border.bold() ? 3.6 : 1.7, PAPER);
        canvas.stroke(lines, border.bold() ? 1.6 : 0.7, INK);
    }

    private void dots(FigureMark.Dots dots) {
        double radius = radius(dots.places());
        for (int i = 0; i < dots.colours().length; i++) {
            double x = x(dots.places()[2 * i]);
            double y = y(dots.places()[2 * i + 1]);
            if (x >= -radius && y >= -radius && x <= width + radius && y <= height + radius) {
                dot(x, y, radius + RIM, PAPER);
                dot(x, y, radius, dots.colours()[i]);
            }
        }
    }

    private double radius(float[] places) {
        double[] x = span(places, 0);
        double[] y = span(places, 1);
        double area = Math.abs((x(x[1]) - x(x[0])) * (y(y[1]) - y(y[0])));
        int count = Math.max(1, places.length / 2);
        return Math.min(LARGEST_DOT, Math.max(SMALLEST_DOT, 0.36 * Math.sqrt(area / count)));
    }

    private static double[] span(float[] places, int from) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < places.length; i += 2) {
            least = Math.min(least, places[i]);
            most = Math.max(most, places[i]);
        }
        return least > most ? new double[] {0, 0} : new double[] {least, most};
    }

    private void dot(double x, double y, double radius, int colour) {
        canvas.stroke(List.of(new double[] {x, y}), 2 * radius, colour);
    }

    private void arrows(FigureMark.Arrows arrows) {
        List<double[]> lines = new ArrayList<>();
        float[] ends = arrows.ends();
        for (int at = 0; at + 3 < ends.length; at += 4) {
            double tailX = x(ends[at]);
            double tailY = y(ends[at + 1]);
            double tipX = x(ends[at + 2]);
            double tipY = y(ends[at + 3]);
            double length = Math.hypot(tipX - tailX, tipY - tailY);
            if (length >= SHORTEST_ARROW) {
                double unitX = (tipX - tailX) / length;
                double unitY = (tipY - tailY) / length;
                double head = Math.min(HEAD, 0.6 * length);
                lines.add(new double[] {tailX, tailY, tipX, tipY});
                lines.add(new double[] {
                    tipX - head * (unitX + 0.6 * unitY),
                    tipY - head * (unitY - 0.6 * unitX),
                    tipX,
                    tipY,
                    tipX - head * (unitX - 0.6 * unitY),
                    tipY - head * (unitY + 0.6 * unitX)
                });
            }
        }
        canvas.stroke(lines, 2.8, PAPER);
        canvas.stroke(lines, 1.2, INK);
    }

    private void path(FigureMark.Path path) {
        float[] places = path.places();
        if (places.length < 2) {
            return;
        }
        double[] line = new double[places.length];
        for (int i = 0; i < line.length; i += 2) {
            line[i] = x(places[i]);
            line[i + 1] = y(places[i + 1]);
        }
        double ink = path.bold() ? 2.6 : 1.2;
        canvas.stroke(List.of(line), ink + 2.2, PAPER);
        canvas.stroke(List.of(line), ink, INK);
        double start = path.bold() ? 4.5 : 3.5;
        dot(line[0], line[1], start + 1.1, PAPER);
        dot(line[0], line[1], start, INK);
        dot(line[0], line[1], start - ink, PAPER);
        end(path, line[line.length - 2], line[line.length - 1], ink);
    }

    private void end(FigureMark.Path path, double lastX, double lastY, double ink) {
        double radius = path.bold() ? 7 : 4.5;
        double x = Math.max(radius + 2, Math.min(width - radius - 2, lastX));
        double y = Math.max(radius + 2, Math.min(height - radius - 2, lastY));
        if (path.diamond()) {
            for (double[] layer : new double[][] {{radius + 1.2, PAPER}, {radius, INK}, {radius - ink, path.fill()}}) {
                diamond(x, y, layer[0], (int) layer[1]);
            }
        } else {
            dot(x, y, radius + 1.2, PAPER);
            dot(x, y, radius, INK);
            dot(x, y, radius - ink, path.fill());
        }
        if (!path.label().isEmpty()) {
            double wide = canvas.textWidth(path.label(), LABEL);
            boolean right = x + radius + 6 + wide < width;
            double textX = right ? x + radius + 6 : x - radius - 6;
            canvas.text(path.label(), textX, y + LABEL / 2, LABEL, right ? 0 : 1, 4.5, PAPER);
            canvas.text(path.label(), textX, y + LABEL / 2, LABEL, right ? 0 : 1, 1.5, INK);
        }
    }

    /** A square on its corner, filled by lines beside each other. */
    private void diamond(double x, double y, double radius, int colour) {
        double[] line = new double[4];
        for (double down = -radius; down <= radius; down += 0.5) {
            double half = radius - Math.abs(down);
            line[0] = x - half;
            line[1] = y + down;
            line[2] = x + half;
            line[3] = y + down;
            canvas.stroke(List.of(Arrays.copyOf(line, 4)), 1, colour);
        }
    }
}
