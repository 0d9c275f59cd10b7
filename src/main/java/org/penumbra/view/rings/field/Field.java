package org.penumbra.view.rings.field;

import org.penumbra.view.widget.symbol.Symbol;

/** The four pictures of the rings lab, in the order they stand: two above, two below. */
public enum Field {
    /** y: the likeliest class and how likely it is. */
    PREDICTION(RingsSymbols.Y, "Prediction", "y"),
    /** c~(x). */
    CONFIDENCE(RingsSymbols.CONFIDENCE, "Confidence", "confidence"),
    /** Gamma(x). */
    CURVATURE(RingsSymbols.CURVATURE_FACTOR, "Curvature factor", "gamma"),
    /** y~: the prediction scaled with the confidence. */
    SCALED(RingsSymbols.SCALED, "Scaled outputs", "scaled");

    private final Symbol symbol;
    private final String title;
    private final String fileName;

    Field(Symbol symbol, String title, String fileName) {
        this.symbol = symbol;
        this.title = title;
        this.fileName = fileName;
    }

    /** What it shows as formulas write it. */
    public Symbol symbol() {
        return symbol;
    }

    /** What it shows in one or two words. */
    public String title() {
        return title;
    }

    /** What a file with this picture is called, without its ending. */
    public String fileName() {
        return fileName;
    }
}
