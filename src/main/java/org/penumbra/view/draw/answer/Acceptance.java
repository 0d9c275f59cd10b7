package org.penumbra.view.draw.answer;

import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Population;

/**
 * How a model fares with test images at some alpha and tau, without curvature.
 *
 * @param title    of the images ("MNIST test images")
 * @param images   how many
 * @param accepted share whose scaled output reaches tau, 0 to 1
 * @param right    share that is accepted and right, 0 to 1
 */
public record Acceptance(String title, int images, double accepted, double right) {

    static Acceptance of(Population population, ConfidenceSettings settings) {
        return new Acceptance(
                population.title(),
                population.answers().count(),
                population.answers().accepted(settings.tau(), settings.alpha()),
                population.answers().accuracy(settings.tau(), settings.alpha()));
    }
}
