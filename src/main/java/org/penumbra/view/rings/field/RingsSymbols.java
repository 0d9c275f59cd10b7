package org.penumbra.view.rings.field;

import java.util.List;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.Symbol;

/** The symbols of the rings lab and what is to be said about each. Formulas: Spigler's denoising autoencoder paper. */
public final class RingsSymbols {

    /** Class probabilities. */
    public static final Symbol Y = PaperSymbols.Y;
    /** Reconstruction. */
    public static final Symbol RECONSTRUCTION = PaperSymbols.RECONSTRUCTION;
    /** Reconstruction error. */
    public static final Symbol ERROR = PaperSymbols.ERROR.explained(
            "How far the autoencoder moves x, in data units. Small on the data, but also where pulls from all sides "
                    + "cancel out, as in the middle of a ring.");
    /** Sensitivity to the error. */
    public static final Symbol ALPHA = PaperSymbols.ALPHA;
    /** Confidence. */
    public static final Symbol CONFIDENCE = PaperSymbols.CONFIDENCE;
    /** Curvature. */
    public static final Symbol GAMMA = PaperSymbols.GAMMA.explained(
            "Negative where the data density has a hill, as on a ring; positive where it has a hollow, as in the "
                    + "middle of one.");
    /** Curvature factor. */
    public static final Symbol CURVATURE_FACTOR = PaperSymbols.CURVATURE_FACTOR;
    /** Sensitivity to the curvature. */
    public static final Symbol BETA = PaperSymbols.BETA.explained(
            "How much a hollow of the density counts against x. 0 switches \u0393 off: then the middles of the rings "
                    + "look trustworthy.");
    /** Scaled outputs. */
    public static final Symbol SCALED = PaperSymbols.SCALED;
    /** Threshold. */
    public static final Symbol TAU = PaperSymbols.TAU.explained(
            "The program answers only where the largest scaled output reaches \u03c4. The contour in the pictures is "
                    + "that border.");
    /** Noise. */
    public static final Symbol SIGMA = new Symbol(
            "\u03c3",
            "Noise while training",
            "x_{noisy} = x + \u03c3 \u00b7 \u03b5,   \u03b5 ~ N(0, 1)",
            "Standard deviation of the noise added to each point before the autoencoder must give it back, in data "
                    + "units. More noise reaches farther, but blurs the rings.");
    /** Weight of the reconstruction. */
    public static final Symbol LAMBDA = PaperSymbols.LAMBDA;
    /** Dimensions. */
    public static final Symbol DIMENSIONS = PaperSymbols.DIMENSIONS;
    /** AUROC of c~. */
    public static final Symbol AUROC = new Symbol(
            "AUROC with \u0393",
            "Area under the ROC curve, with \u0393",
            "AUROC = P( c\u0303(on) > c\u0303(off) )",
            "The chance that a place on the data gets more confidence than a place off them: 0.5 is guessing, "
                    + "1 never errs.");
    /** AUROC of the confidence without Gamma. */
    public static final Symbol AUROC_WITHOUT_GAMMA = new Symbol(
            "AUROC without \u0393",
            "Area under the ROC curve, without \u0393",
            "AUROC = P( \u2016r\u2212x\u2016(on) < \u2016r\u2212x\u2016(off) )",
            "The same with the reconstruction error alone, as if \u0393 were 1. The gap to the other curve is what "
                    + "looking at the curvature brings.");
    /** Classification loss. */
    public static final Symbol CROSS_ENTROPY = PaperSymbols.CROSS_ENTROPY;
    /** Reconstruction loss. */
    public static final Symbol RECONSTRUCTION_LOSS = new Symbol(
            "reconstruction",
            "Reconstruction loss",
            "mean (r(x_{noisy}) \u2212 x)^{2}",
            "Mean squared distance between what the autoencoder gives back and the clean point, for each coordinate. "
                    + "It cannot reach 0, as noise hides where the point was.");
    /** Accuracy. */
    public static final Symbol ACCURACY = new Symbol(
            "accuracy",
            "Accuracy on the points",
            "share of points with argmax_{k} y_{k} = class",
            "How many of the training points y alone puts into the right class. It says nothing of places without "
                    + "points.");
    /** Learning rate. */
    public static final Symbol LEARNING_RATE = PaperSymbols.LEARNING_RATE;

    /** Every one of them, in the order a glossary would show them. */
    public static final List<Symbol> ALL = List.of(
            Y,
            RECONSTRUCTION,
            ERROR,
            ALPHA,
            CONFIDENCE,
            GAMMA,
            CURVATURE_FACTOR,
            BETA,
            SCALED,
            TAU,
            SIGMA,
            LAMBDA,
            DIMENSIONS,
            AUROC,
            AUROC_WITHOUT_GAMMA,
            CROSS_ENTROPY,
            RECONSTRUCTION_LOSS,
            ACCURACY,
            LEARNING_RATE);

    private RingsSymbols() {}
}
