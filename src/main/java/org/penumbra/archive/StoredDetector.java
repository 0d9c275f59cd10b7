package org.penumbra.archive;

import org.penumbra.archive.ModelException.Kind;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageShape;

/**
 * A fitted detector, and what it was fitted on. It judges what one network says, and no other's: the code of another has other
 * meanings.
 *
 * @param fitted the detector
 * @param on     what it was fitted on
 */
public record StoredDetector(Fitted fitted, FittedOn on) {

    /**
     * The detector, for a network.
     *
     * @param network  that is to be judged
     * @param called   what messages call the network
     * @param source   what messages call the detector's file
     * @throws ModelException when the detector was fitted on another network
     */
    public Fitted requireFor(ImageModel network, String called, String source) {
        if (!on.isOf(network)) {
            throw new ModelException(
                    Kind.OTHER_WEIGHTS,
                    source + ": expected a detector that was fitted on " + called + " (weights "
                            + network.weights() + "), but it was fitted on " + on.model() + " (weights "
                            + on.weights() + "). Fit one with \"penumbra fit " + called + " --detector "
                            + fitted.about().id() + "\"");
        }
        ImageShape shape = network.shape();
        FittedForm form = fitted.form();
        if (form.classes() != shape.classes() || form.omega() != shape.omega()) {
            throw new ModelException(
                    Kind.HEADER,
                    source + ": expected a detector of " + shape.classes() + " classes and " + shape.omega()
                            + " units each, as " + called + " has, but it is of " + form.classes() + " and "
                            + form.omega() + "; fit it again");
        }
        return fitted;
    }
}
