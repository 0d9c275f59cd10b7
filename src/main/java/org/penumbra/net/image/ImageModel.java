package org.penumbra.net.image;

import java.util.List;

/**
 * A trained image network as plain values.
 *
 * @param settings        its shape
 * @param classes         names of the classes, by label
 * @param parameters      weights and biases, in the order of {@link ImageNetwork#blocks}
 * @param heldOutErrors   for networks that reconstruct: 1001 numbers, the 0, 0.1, ... 100 % quantiles of ||r(x)-x|| over
 *                        the held-out training images, ascending; so alpha can be calibrated without the data. Empty for
 *                        networks that don't reconstruct, or when nothing was held out
 * @param provenance      where it comes from
 */
public record ImageModel(
        ImageSettings settings,
        List<String> classes,
        float[] parameters,
        float[] heldOutErrors,
        ImageProvenance provenance) {

    /** How many quantiles a network that reconstructs has. */
    public static final int QUANTILES = 1001;
    /** Which of them is the 99 % quantile, by which alpha is calibrated. */
    public static final int INDEX_OF_99 = 990;

    public ImageModel {
        classes = List.copyOf(classes);
        if (classes.size() != settings.classes()) {
            throw new IllegalArgumentException(
                    "classes: expected " + settings.classes() + " names, but got " + classes.size());
        }
        int count = ImageNetwork.parameterCount(settings);
        if (parameters.length != count) {
            throw new IllegalArgumentException("parameters: expected " + count + ", but got " + parameters.length);
        }
        if (heldOutErrors.length != 0 && !settings.architecture().reconstructs()) {
            throw new IllegalArgumentException("held-out errors: expected none, as "
                    + settings.architecture().id() + " does not reconstruct, but got " + heldOutErrors.length);
        }
        if (heldOutErrors.length != 0 && heldOutErrors.length != QUANTILES) {
            throw new IllegalArgumentException(
                    "held-out errors: expected " + QUANTILES + " quantiles or none, but got " + heldOutErrors.length);
        }
    }

    /** Whether it can doubt its own answer: it has a decoder, and so a reconstruction error and a confidence c~. */
    public boolean doubts() {
        return settings.architecture().reconstructs();
    }

    /**
     * A network with these parameters; to be closed by the caller. It refuses to answer, by an
     * {@link org.penumbra.net.OverflowException}, where its numbers overflow.
     */
    public ImageNetwork network() {
        ImageNetwork network = ImageNetwork.thatRefusesOverflow(settings);
        network.setParameters(parameters);
        return network;
    }
}
