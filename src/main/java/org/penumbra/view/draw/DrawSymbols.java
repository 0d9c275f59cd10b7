package org.penumbra.view.draw;

import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.Symbol;

/** The symbols of the drawing lab, with what is to be said of each where inputs are images. */
final class DrawSymbols {

    /** Reconstruction error. */
    static final Symbol ERROR =
            PaperSymbols.ERROR.explained("How far the autoencoder moves the image: the length of r(x) \u2212 x over "
                    + "all 784 pixels, where the ink of a full pixel is 1. Below it is held against the errors of images it has "
                    + "never seen.");
    /** Residual. */
    static final Symbol RESIDUAL = new Symbol(
            "|r\u2212x|",
            "Residual",
            "|r_{i}(x) \u2212 x_{i}| for each pixel i",
            "What the autoencoder would change, pixel by pixel: 0 is right, 1 is black for white. The error \u2016r(x) \u2212 x\u2016 "
                    + "sums up all of them.");
    /** Curvature. */
    static final Symbol GAMMA =
            PaperSymbols.GAMMA.explained("Below 0 near the data, and for images of 784 pixels almost "
                    + "everywhere: r can follow the input in few directions only. It is estimated from random probes (Hutchinson), "
                    + "so it comes a moment later and with a standard error.");
    /** Sensitivity to the curvature. */
    static final Symbol BETA =
            PaperSymbols.BETA.explained("How much a hollow of the density counts against x. 0 switches "
                    + "\u0393 off. With images it seldom matters, as \u03b3 is below 0.");
    /** Sensitivity to the error. */
    static final Symbol ALPHA =
            PaperSymbols.ALPHA.explained("How fast confidence falls with the reconstruction error. Each "
                    + "autoencoder has errors of its own size; so \u03b1 is calibrated for each, until it is moved by hand: then it is "
                    + "the same for all.");
    /** Threshold. */
    static final Symbol TAU =
            PaperSymbols.TAU.explained("The program answers only where the largest scaled output reaches "
                    + "\u03c4. It is the dashed line through the bars.");
    /** Allowance of the calibration. */
    static final Symbol KAPPA = new Symbol(
            "\u03ba",
            "Allowance of the calibration",
            "\u03b1 = \u2212ln(\u03c4) \u00b7 D / (\u03ba \u00b7 q),   q: 99 % quantile of \u2016r(x) \u2212 x\u2016",
            "An image whose error is \u03ba times that of the worst in a hundred held-out training images just reaches \u03c4 when "
                    + "its class is sure. 1 is strict; 2 accepts more real images, and more that are not.");

    private DrawSymbols() {}
}
