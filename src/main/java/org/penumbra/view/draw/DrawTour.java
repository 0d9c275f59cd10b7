package org.penumbra.view.draw;

import java.util.List;
import org.penumbra.view.shell.tour.TourStep;

/** What a newcomer is shown in the drawing lab. */
final class DrawTour {

    private DrawTour() {}

    static List<TourStep> of(DrawView view) {
        return List.of(
                new TourStep(
                        "Draw something",
                        "A digit, or anything else. It is brought to the form of the images the networks learnt from, for "
                                + "digits to their size and place; the small picture shows what the chosen network sees. Turn "
                                + "it, blend it or add noise, and that picture becomes the large one.",
                        view::input),
                new TourStep(
                        "Some networks are always sure",
                        "The first two have learnt digits and nothing else. Whatever you draw, they name a digit, mostly "
                                + "without a doubt. Try a scribble.",
                        () -> view.cards().shown(0)),
                new TourStep(
                        "Others may say that they do not know",
                        "The autoencoders try to draw your image again, r(x). What they get wrong, |r(x) \u2212 x|, takes away "
                                + "confidence: the solid bars are y times the confidence. Below the dashed line \u03c4 the honest "
                                + "answer is: unknown.",
                        () -> view.cards().shown(view.cards().cards().size() - 1)),
                new TourStep(
                        "Strict or lenient",
                        "\u03c4 is what an answer has to reach. \u03ba says how much more wrong than on real digits the "
                                + "autoencoder may be. Each card says how many real digits are still accepted. Move \u03b1 by hand "
                                + "to give all models the same.",
                        view::settings),
                new TourStep(
                        "Other ways to say that one does not know",
                        "Compare detectors in place of networks: every card is then another way to doubt the answer of one "
                                + "network, with its threshold and its reason. Nearest neighbours show the training images they "
                                + "look at.",
                        view::compare),
                new TourStep(
                        "Where your drawing lies",
                        "The errors of real test images, of noise, and of pictures of something else; the thick line is "
                                + "your drawing. Right of the dashed line it is refused. Click a card to see its errors.",
                        view::errors));
    }
}
