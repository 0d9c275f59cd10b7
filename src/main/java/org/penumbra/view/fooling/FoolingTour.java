package org.penumbra.view.fooling;

import java.util.List;
import org.penumbra.view.shell.tour.TourStep;

/** What a newcomer is shown in the fooling lab. */
final class FoolingTour {

    private FoolingTour() {}

    static List<TourStep> of(FoolingView view) {
        return List.of(
                new TourStep(
                        "An attack on trained networks",
                        "A small generator paints an image, and at each step it is changed a little so that the models "
                                + "see a certain digit in it. Press Play: the plain networks give in to noise that shows "
                                + "nothing, while the autoencoder mnist-dae-sym holds.",
                        () -> view.attack().victims()),
                new TourStep(
                        "Who refuses",
                        "Below each image stands what the classifier says, the confidence, and their product, which the "
                                + "attack tries to raise. The reconstruction that mnist-dae-sym makes is far from the image, "
                                + "so its confidence is low (the menu below a model\u2019s name lets another detector judge); and as it was trained among clutter, its classifier doubts too. "
                                + "Add mnist-dae-asym, which was trained without: there the classifier becomes almost sure, "
                                + "and the confidence alone refuses.",
                        () -> view.attack().victims()),
                new TourStep(
                        "The way there",
                        "The score of the target over the steps, in powers of ten. A model is fooled when its line "
                                + "reaches \u03c4.",
                        () -> view.attack().scores()),
                new TourStep(
                        "Try it yourself",
                        "Choose another digit, or all ten at once. Then leave the gradient and breed \u201cEvolved "
                                + "patterns\u201d: a few in a hundred come so close to digits that they fool mnist-dae-sym, and "
                                + "most fool mnist-dae-asym within some tens of generations. fashion-mnist-dae-sym, trained "
                                + "without clutter too, gives in to the paper\u2019s attack already, unless that begins with noise.",
                        () -> view.controls().target()));
    }
}
