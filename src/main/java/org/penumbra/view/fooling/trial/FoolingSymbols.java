package org.penumbra.view.fooling.trial;

import java.util.List;
import java.util.Locale;
import org.penumbra.detector.Description;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.Symbol;

/** The symbols of the fooling lab and what is to be said about each. Formulas: Spigler's denoising autoencoder paper. */
public final class FoolingSymbols {

    /** Class probabilities. */
    static final Symbol Y =
            PaperSymbols.Y.explained("What the classifier says of the image, here for the target class. An "
                    + "attack can bring it to almost 1 with an image that shows nothing.");
    /** Confidence. */
    static final Symbol CONFIDENCE =
            PaperSymbols.CONFIDENCE.explained("How far the network knows images like this one: 1 on "
                    + "the data, less the farther r(x) is from x. It is 1 for a network without a decoder, which cannot doubt. "
                    + "\u0393 is computed where the score would reach \u03c4 without it.");
    /** Scaled outputs. */
    public static final Symbol SCALED =
            PaperSymbols.SCALED.explained("What the attack tries to raise, for the target class, and what "
                    + "is held against \u03c4. The attack has to be sure of the class and close to the data at once.");
    /** Reconstruction. */
    static final Symbol RECONSTRUCTION = PaperSymbols.RECONSTRUCTION.explained(
            "What the denoising autoencoder makes of the "
                    + "fooling image. It gives back what it knows from its data, so it does not look like an image that shows nothing.");
    /** Reconstruction error. */
    static final Symbol ERROR =
            PaperSymbols.ERROR.explained("How far r(x) is from the fooling image x, over all 784 pixels. "
                    + "Beside it the distance of each pixel, black for 0.");
    /** Threshold. */
    public static final Symbol TAU = PaperSymbols.TAU.explained(
            "The attack has fooled a model when the score of the target class " + "reaches \u03c4.");
    /** Allowance. */
    public static final Symbol KAPPA = new Symbol(
            "\u03ba",
            "Allowance of the calibration",
            "\u03b1 = \u2212ln(\u03c4) \u00b7 D / (\u03ba \u00b7 q),   q = 99 % quantile of \u2016r(x) \u2212 x\u2016",
            "How generous \u03b1 is: an image whose error is \u03ba times that of all but 1 % of the held-out training images "
                    + "just reaches \u03c4 when its class is sure. Larger is more generous, also to attacks.");
    /** Sensitivity to the curvature. */
    public static final Symbol BETA =
            PaperSymbols.BETA.explained("How much a hollow of the density counts against an image. 0 leaves "
                    + "\u0393 out. Above 0 each image that would fool is examined exactly, which takes long.");
    /** Sensitivity to the error. */
    public static final Symbol ALPHA =
            PaperSymbols.ALPHA.explained("How fast confidence falls with the reconstruction error; "
                    + "calibrated by \u03c4 and \u03ba on images that were held out when the model was trained.");

    /** Units a class. */
    public static final Symbol OMEGA = new Symbol(
            "\u03c9",
            "Competitive overcomplete outputs (COOL)",
            "y_{k} = \u220f_{j} ( \u03c9 \u00b7 unit_{k,j} )",
            "Each class has \u03c9 units under one softmax, which must agree: their product is the score. Kardan and Stanley "
                    + "proposed it against fooling.");
    /** What is to be known of an autoencoder that was trained on its images alone. */
    public static final Symbol WITHOUT_CLUTTER = new Symbol(
            "no clutter",
            "Trained without clutter",
            "x_{noisy} = x + \u03c3 \u00b7 \u03b5",
            "While it learned, this autoencoder saw its own images with noise, and never a shape of no class. So nothing "
                    + "taught it not to copy such shapes: smooth patterns can have a small error. \u201cEvolved patterns\u201d "
                    + "fool it far sooner and far more often than one that was trained among clutter.");
    /** What is to be known of an autoencoder that was trained among shapes of no class. */
    public static final Symbol CLUTTER = new Symbol(
            "clutter",
            "Trained among clutter",
            "x_{noisy} = clutter + \u03c3 \u00b7 \u03b5 with probability \u03c1, else x + \u03c3 \u00b7 \u03b5",
            "While it learned, random shapes of no class took the place of some images, and this autoencoder had to answer "
                    + "them with doubt. So it learned not to copy what is not among its images, which makes it harder to fool, "
                    + "though not impossible.");

    /** The start that is grey. */
    static final Symbol GREY = new Symbol(
            "z \u223c U",
            "Start from grey",
            "x = sigmoid(W z + b), z_{j} \u223c U(0, 1), W_{ij}, b_{i} \u223c U(\u22121/\u221aD, 1/\u221aD)",
            "The attack moves W and b of a small generator. With uniform numbers W z is small, so the first image is nearly "
                    + "grey all over. Autoencoders often give a flat image back well, so from here the attack starts where "
                    + "the confidence is already high.");
    /** The start that is noise. */
    static final Symbol NOISE = new Symbol(
            "z \u223c N",
            "Start from noise",
            "x = sigmoid(W z + b), z_{j} \u223c N(0, 1), W_{ij} \u223c N(0, 2/D), b = 0",
            "The attack moves W and b of a small generator. With normal numbers every pixel is drawn on its own, and the "
                    + "first image is noise, which no autoencoder gives back. The paper does not say how its generator "
                    + "starts; what it reports of autoencoders fits this start.");

    /** What is held against a threshold of a detector's own. */
    static final Symbol HELD = new Symbol(
            "s",
            "What is held against the threshold",
            "s = acceptance where t is the answer, else 0",
            "This detector accepts by a scale of its own, so it is fooled when the target class is the answer and the "
                    + "acceptance reaches the detector\u2019s threshold. Bars and curves are drawn so that it lies at \u03c4.");

    /** What a detector accepts by, with its threshold where that is its own. */
    public static Symbol acceptance(AttackedModel victim, double tau) {
        Description about = victim.fitted().about();
        Threshold threshold = victim.threshold(tau);
        String meaning = sentence(about.meaning()) + " Source: " + about.source() + ".";
        return new Symbol(
                sign(about),
                about.name(),
                "",
                threshold.ofScore()
                        ? meaning
                        : meaning + " An answer counts from " + NumberScale.text(threshold.value()) + " on.");
    }

    /** How a detector writes what it holds against its threshold, with the tilde over its letter. */
    public static String sign(Description detector) {
        return detector.symbol().replace("~", "\u0303");
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** Every one of them that no detector brings along. */
    static final List<Symbol> ALL = List.of(
            Y,
            CONFIDENCE,
            SCALED,
            RECONSTRUCTION,
            ERROR,
            TAU,
            KAPPA,
            BETA,
            ALPHA,
            OMEGA,
            WITHOUT_CLUTTER,
            CLUTTER,
            GREY,
            NOISE,
            HELD);

    /** How a generator starts. */
    public static Symbol of(GeneratorStart start) {
        return switch (start) {
            case GREY -> GREY;
            case NOISE -> NOISE;
        };
    }

    /** What a model's provenance says of the shapes among its images. */
    public static Symbol clutter(ImageModel model) {
        return model.trainingImages().clutter() > 0 ? CLUTTER : WITHOUT_CLUTTER;
    }

    private FoolingSymbols() {}
}
