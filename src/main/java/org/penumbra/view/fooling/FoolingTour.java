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
                                + "nothing, the autoencoder holds.",
                        () -> view.attack().victims()),
                new TourStep(
                        "Who refuses",
                        "Below each image stand y, what the classifier says, then the confidence, and then their product. "
                                + "The autoencoder's reconstruction r(x) is far from the image, so the confidence is low; "
                                + "and as it was trained among clutter, y doubts too. Add mnist-dae-asym, which was not: "
                                + "there y rises almost to 1, and the confidence alone refuses.",
                        () -> view.attack().victims()),
                new TourStep(
                        "The way there",
                        "The score of the target over the steps, in powers of ten. A model is fooled when its line "
                                + "reaches \u03c4.",
                        () -> view.attack().scores()),
                new TourStep(
                        "Try it yourself",
                        "Choose another digit, or all ten at once. Add fashion-mnist-dae-sym, which was trained without "
                                + "clutter: it gives in. Or leave the gradient and breed patterns: a few come so close "
                                + "to digits that they fool this autoencoder too.",
                        () -> view.controls().target()));
    }
}
