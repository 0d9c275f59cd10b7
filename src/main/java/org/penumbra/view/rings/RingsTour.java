package org.penumbra.view.rings;

import java.util.List;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.shell.tour.TourStep;

/** What a newcomer is shown in the rings lab. */
final class RingsTour {

    private RingsTour() {}

    static List<TourStep> of(RingsView view) {
        HeatmapsPane pictures = view.heatmaps();
        pictures.showAll();
        return List.of(
                new TourStep(
                        "The network is sure everywhere",
                        "Points on rings, one class a ring, are all it learns from. This picture shows its answer y for "
                                + "every place of the plane: the colour is the class, the strength the probability. "
                                + "Press Play and see how sure it becomes, also far from any point.",
                        () -> pictures.view(Field.PREDICTION)),
                new TourStep(
                        "Confidence knows where the data are",
                        "The same network learns to give noisy points back clean. Where it moves a place x far, to r(x), "
                                + "it does not know the place: confidence falls with the distance. The centres of the "
                                + "rings are pulled from all sides and move little; the curvature factor tells them "
                                + "apart from the rings.",
                        () -> pictures.view(Field.CONFIDENCE)),
                new TourStep(
                        "Both together: an honest answer",
                        "Scaled outputs are the prediction times the confidence. Inside the contour they reach the "
                                + "threshold \u03c4, and the answer is a class. Outside, the honest answer is: I don't know.",
                        () -> pictures.view(Field.SCALED)),
                new TourStep(
                        "Ask it yourself",
                        "Move the pointer over a picture to read its numbers at the right. Move the sliders: the "
                                + "pictures follow at once. Set the curvature \u03b2 to 0 and watch the centres of the "
                                + "rings light up.",
                        () -> view.controls().confidence()),
                new TourStep(
                        "Others say \u201cI don\u2019t know\u201d, too",
                        "Choose one or two other detectors here. Their pictures stand beside the confidence, and the numbers "
                                + "below each tell how well it knows the data from the rest of the plane, and how much it "
                                + "accepts far away. Begin with max softmax: it is the prediction's own doubt.",
                        () -> view.controls().compare()));
    }
}
