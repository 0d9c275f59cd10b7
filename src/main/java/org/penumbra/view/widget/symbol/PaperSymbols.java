package org.penumbra.view.widget.symbol;

/**
 * The symbols of the paper that several labs show, each with what is true of it in all of them. A lab that has more to
 * say of one takes it with {@link Symbol#explained}. Formulas: Spigler's denoising autoencoder paper.
 */
public final class PaperSymbols {

    /** Class probabilities. */
    public static final Symbol Y = new Symbol(
            "y(x)",
            "Class probabilities",
            "y = softmax(W h(x) + b)",
            "What the classifier says of x: one number for each class, together 1. "
                    + "It says so everywhere, also far from all data.");
    /** Reconstruction. */
    public static final Symbol RECONSTRUCTION = new Symbol(
            "r(x)",
            "Reconstruction",
            "r(x) = Dec(Enc(x))",
            "What the denoising autoencoder makes of x. It pulls points back to the data: for small \u03c3, "
                    + "r(x) \u2212 x points where the data become denser.");
    /** Reconstruction error. */
    public static final Symbol ERROR = new Symbol(
            "\u2016r\u2212x\u2016",
            "Reconstruction error",
            "\u2016r(x) \u2212 x\u2016_{2} = \u221a( \u03a3_{i} (r_{i}(x) \u2212 x_{i})^{2} )",
            "How far the autoencoder moves x, in the units of the input. Small on the data.");
    /** Sensitivity to the error. */
    public static final Symbol ALPHA = new Symbol(
            "\u03b1",
            "Sensitivity to the error",
            "c\u0303(x) = exp(\u2212\u03b1/D \u00b7 \u2016r(x) \u2212 x\u2016_{2}) \u00b7 \u0393(x)",
            "How fast confidence falls with the reconstruction error. 0 trusts everything; large values trust only "
                    + "the data themselves.");
    /** Confidence. */
    public static final Symbol CONFIDENCE = new Symbol(
            "c\u0303(x)",
            "Confidence",
            "c\u0303(x) = exp(\u2212\u03b1/D \u00b7 \u2016r(x) \u2212 x\u2016_{2}) \u00b7 \u0393(x)",
            "Whether the network knows the neighbourhood of x from its data: 1 on them, near 0 far away.");
    /** Curvature. */
    public static final Symbol GAMMA = new Symbol(
            "\u03b3(x)",
            "Curvature of the log-density",
            "\u03b3(x) = 1/D \u00b7 \u03a3_{i} (\u2202r_{i}/\u2202x_{i} \u2212 1)",
            "Negative where the data density has a hill; positive where it has a hollow.");
    /** Curvature factor. */
    public static final Symbol CURVATURE_FACTOR = new Symbol(
            "\u0393(x)",
            "Curvature factor",
            "\u0393 = 1 if \u03b3 \u2264 0, else exp(\u2212\u03b2 \u00b7 \u03b3)",
            "Takes confidence away in hollows of the density, where the reconstruction error alone is small "
                    + "though there are no data.");
    /** Sensitivity to the curvature. */
    public static final Symbol BETA = new Symbol(
            "\u03b2",
            "Sensitivity to the curvature",
            "\u0393 = exp(\u2212\u03b2 \u00b7 \u03b3) where \u03b3 > 0",
            "How much a hollow of the density counts against x. 0 switches \u0393 off.");
    /** Scaled outputs. */
    public static final Symbol SCALED = new Symbol(
            "y\u0303(x)",
            "Scaled outputs",
            "y\u0303(x) = c\u0303(x) \u00b7 y(x)",
            "The class probabilities, each times the confidence. They no longer add up to 1; what is missing is "
                    + "doubt.");
    /** Threshold. */
    public static final Symbol TAU = new Symbol(
            "\u03c4",
            "Threshold",
            "answer = argmax_{k} y\u0303_{k} if max_{k} y\u0303_{k} \u2265 \u03c4, else unknown",
            "The program answers only where the largest scaled output reaches \u03c4.");
    /** Weight of the reconstruction. */
    public static final Symbol LAMBDA = new Symbol(
            "\u03bb",
            "Weight of the reconstruction",
            "loss = cross-entropy(y) + \u03bb \u00b7 mean (r \u2212 x)^{2}",
            "How much training cares for giving points back, beside telling classes apart.");
    /** Dimensions. */
    public static final Symbol DIMENSIONS = new Symbol(
            "D",
            "Dimensions of the input",
            "x \u2208 \u211d^{D}",
            "How many numbers an input has: 2 in the plane, 784 for a picture of 28 \u00d7 28 pixels.");
    /** Classification loss. */
    public static final Symbol CROSS_ENTROPY = new Symbol(
            "cross-entropy",
            "Classification loss",
            "\u2212 mean log y_{true}(x)",
            "How surprised the classifier is by the true classes, in nats. 0 is certain and right; "
                    + "log k, for k classes, is guessing.");
    /** Learning rate. */
    public static final Symbol LEARNING_RATE = new Symbol(
            "\u03b7",
            "Learning rate",
            "w \u2190 w \u2212 \u03b7 \u00b7 m\u0302 / (\u221av\u0302 + \u03b5)",
            "How far one training step (Adam) moves the weights. Too large and the loss explodes; too small and "
                    + "nothing seems to happen.");

    private PaperSymbols() {}
}
