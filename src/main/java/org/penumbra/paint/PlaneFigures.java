package org.penumbra.paint;

import java.util.List;

/**
 * The figures of a network of the plane: what the classifier says, the confidence, its curvature factor, and the scaled
 * outputs, each with its title, axes and legend, the same from the window and from the command line.
 *
 * @param painter of the colours
 * @param axes    what the edges of the grid stand for
 * @param columns cells in a row
 * @param rows    of cells
 */
public record PlaneFigures(FieldPainter painter, FigureAxes axes, int columns, int rows) {

    /**
     * y: the likeliest class and how likely it is.
     *
     * @param probabilities cells x classes, row by row, 0 to 1
     * @param subtitle      what was run; may be empty
     * @param marks         what lies over it, the last on top
     */
    public Figure prediction(float[] probabilities, int classes, String subtitle, List<FigureMark> marks) {
        int[] pixels = pixels();
        painter.prediction(probabilities, classes, pixels);
        return figure("Prediction y(x)", subtitle, pixels, classes(classes, "y of the likeliest class"), marks);
    }

    /** c~: how far the network is to be trusted. @param confidence one number a cell, 0 to 1 */
    public Figure confidence(float[] confidence, String subtitle, List<FigureMark> marks) {
        int[] pixels = pixels();
        FieldPainter.scalar(confidence, 0, 1, ColourMap.CONFIDENCE, pixels);
        return figure(
                "Confidence c\u0303(x)",
                subtitle,
                pixels,
                new Legend.Bar(ColourMap.CONFIDENCE, 0, 1, "c\u0303"),
                marks);
    }

    /** Gamma: what the curvature takes off the confidence. @param factor one number a cell, 0 to 1 */
    public Figure curvature(float[] factor, String subtitle, List<FigureMark> marks) {
        int[] pixels = pixels();
        FieldPainter.scalar(factor, 0, 1, ColourMap.CURVATURE, pixels);
        return figure(
                "Curvature \u0393(x)", subtitle, pixels, new Legend.Bar(ColourMap.CURVATURE, 0, 1, "\u0393"), marks);
    }

    /**
     * y~: the prediction times the confidence.
     *
     * @param probabilities cells x classes, row by row, 0 to 1
     * @param confidence    one number a cell, 0 to 1
     */
    public Figure scaledOutputs(
            float[] probabilities, int classes, float[] confidence, String subtitle, List<FigureMark> marks) {
        int[] pixels = pixels();
        painter.scaledOutputs(probabilities, confidence, classes, pixels);
        return figure(
                "Scaled outputs y\u0303 = c\u0303(x) \u00b7 y(x)",
                subtitle,
                pixels,
                classes(classes, "y\u0303 of the likeliest class"),
                marks);
    }

    /**
     * How far a detector accepts each place.
     *
     * @param acceptance one number a cell, 0 to 1
     * @param name       of the detector, within a sentence
     */
    public Figure acceptance(float[] acceptance, String name, String subtitle, List<FigureMark> marks) {
        int[] pixels = pixels();
        FieldPainter.scalar(acceptance, 0, 1, ColourMap.CONFIDENCE, pixels);
        return figure(
                "Acceptance by " + name,
                subtitle,
                pixels,
                new Legend.Bar(ColourMap.CONFIDENCE, 0, 1, "acceptance"),
                marks);
    }

    private int[] pixels() {
        return new int[columns * rows];
    }

    private Legend classes(int classes, String label) {
        return new Legend.Classes(painter, classes, label);
    }

    private Figure figure(String title, String subtitle, int[] pixels, Legend legend, List<FigureMark> marks) {
        return new Figure(title, subtitle, new ArgbImage(pixels, columns, rows), axes, legend, marks);
    }
}
