package org.penumbra.view.train.card;

import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.Symbol;

/** The symbols of the training lab that are its own, or of which it has more to say. */
public final class TrainSymbols {

    public static final Symbol SIGMA = new Symbol(
            "\u03c3",
            "Noise while training",
            "x_{noisy} = x + \u03c3 \u00b7 \u03b5,   \u03b5 ~ N(0, 1)",
            "Standard deviation of the noise added to each pixel, of which 0 is black and 1 is white. The autoencoder "
                    + "must give back the clean image; the classifier sees the noisy one, too.");
    public static final Symbol CLUTTER = new Symbol(
            "\u03c1",
            "Clutter while training",
            "x_{noisy} = clutter + \u03c3 \u00b7 \u03b5 with probability \u03c1, else x + \u03c3 \u00b7 \u03b5",
            "How many images random shapes of no class take the place of: patches, strokes, spots, rings. The network "
                    + "must answer them with doubt, every class alike, and with the mean of all images: so it learns "
                    + "not to copy what is not among its images. 0: none.");
    public static final Symbol OMEGA = new Symbol(
            "\u03c9",
            "Units a class",
            "score_{k} = \u03a0_{j} (\u03c9 \u00b7 u_{k,j})",
            "How many output units compete for each class (COOL). The score is high only where all of them agree.");
    public static final Symbol TRAIN_LOSS = new Symbol(
            "cross-entropy",
            "Classification loss while training",
            PaperSymbols.CROSS_ENTROPY.formula(),
            "Over the batches since the last point, with noise, clutter and dropout, in nats. 0 is certain and right; "
                    + "log k, for k classes, is guessing.");
    public static final Symbol HELD_LOSS = new Symbol(
            "held-out cross-entropy",
            "Validation loss",
            PaperSymbols.CROSS_ENTROPY.formula(),
            "The same over clean images that are not trained on, in nats. While it falls, the network learns something "
                    + "that holds for new images; when it rises, it learns its images by heart.");
    public static final Symbol TRAIN_RECONSTRUCTION = new Symbol(
            "reconstruction",
            "Reconstruction loss while training",
            "1/D \u00b7 \u2016r(x_{noisy}) \u2212 x\u2016^{2}",
            "Mean squared error a pixel between what the autoencoder makes of corrupted images and what it should, over the "
                    + "batches since the last point.");
    public static final Symbol HELD_RECONSTRUCTION = new Symbol(
            "held-out reconstruction",
            "Reconstruction loss, held out",
            "1/D \u00b7 \u2016r(x) \u2212 x\u2016^{2}",
            "The same over clean images that are not trained on.");
    public static final Symbol ACCURACY = new Symbol(
            "held-out accuracy",
            "Right answers on held-out images",
            "share of images with argmax_{k} y_{k} = class",
            "How many images that are not trained on y alone puts into the right class. It says nothing of images of "
                    + "no class.");
    static final Symbol TOP_SCORE = new Symbol(
            "max y",
            "Highest score",
            "max_{k} y_{k}(x)",
            "How sure the classifier is of its answer. A network that knew what it does not know would be sure of "
                    + "known images only.");
    static final Symbol INPUT = new Symbol(
            "x",
            "Input",
            "x \u2208 [0, 1]^{784}",
            "An image as the network sees it: 28 \u00d7 28 pixels, 0 is black, 1 is white. These are held-out images, "
                    + "the same over the whole run.");
    static final Symbol RECONSTRUCTION = PaperSymbols.RECONSTRUCTION.explained(
            "What the autoencoder makes of x. Before training it is grey mist; it learns to draw what it was shown, "
                    + "and nothing else.");
    static final Symbol ANSWER = new Symbol(
            "y",
            "Answer",
            "argmax_{k} y_{k}(x)",
            "The class with the highest y, and that y in percent. Red where the image is of another class.");

    private TrainSymbols() {}
}
