package org.penumbra.view.train;

import java.util.List;
import org.penumbra.view.shell.tour.TourStep;

/** What a newcomer is shown in the training lab. */
final class TrainTour {

    private TrainTour() {}

    static List<TourStep> of(TrainView view) {
        return List.of(
                new TourStep(
                        "Press Play and watch it learn",
                        "A network learns to tell images apart, and to give noisy ones back clean. It begins with digits "
                                + "that the program makes itself, so nothing need be downloaded. Pause, go step by step, "
                                + "stop, or go back to the initial weights at any time.",
                        () -> view.controls().transport()),
                new TourStep(
                        "Two losses fall",
                        "Thin lines are measured while training, thick ones on images it does not train on. As long as "
                                + "the thick ones fall, it learns something that holds for new images.",
                        view::losses),
                new TourStep(
                        "What it knows and what it does not",
                        "The errors of images like those it learns, beside those of images of no class. At first they "
                                + "lie on each other; as they move apart, the network can tell that it does not know.",
                        view::spread),
                new TourStep(
                        "From mist to digits",
                        "The same held-out images over the whole run: what goes in, what the autoencoder makes of it, "
                                + "and the answer. Wrong answers are red.",
                        view::watched),
                new TourStep(
                        "Choose, compare, use",
                        "Take another preset or other images, keep a run in the charts to compare the next one with it, "
                                + "and use the finished model in the other labs. Trained by DL4J's layers instead of our own, the same run "
                                + "has the same losses: keep the one and train the other to see it.",
                        () -> view.controls().source()));
    }
}
