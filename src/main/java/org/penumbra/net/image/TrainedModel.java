package org.penumbra.net.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.penumbra.data.Sha256;

/**
 * An image network that this program trained, as plain values.
 *
 * @param settings        its shape
 * @param classes         names of the classes, by label
 * @param parameters      weights and biases, in the order of {@link ImageNetwork#blocks}
 * @param heldOutErrors   for networks that reconstruct: 1001 numbers, the 0, 0.1, ... 100 % quantiles of ||r(x)-x|| over
 *                        the held-out training images, ascending; so alpha can be calibrated without the data. Empty for
 *                        networks that don't reconstruct, or when nothing was held out
 * @param provenance      where it comes from
 */
public record TrainedModel(
        ImageSettings settings,
        List<String> classes,
        float[] parameters,
        float[] heldOutErrors,
        ImageProvenance provenance)
        implements ImageModel {

    public TrainedModel {
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

    @Override
    public String name() {
        return provenance.preset();
    }

    @Override
    public ImageShape shape() {
        return settings.shape();
    }

    @Override
    public TrainingImages trainingImages() {
        return provenance.trainingImages();
    }

    @Override
    public String weights() {
        ByteBuffer bytes = ByteBuffer.allocate(parameters.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(parameters);
        Sha256 sum = new Sha256();
        sum.update(bytes.array(), 0, bytes.capacity());
        return sum.hex();
    }

    @Override
    public ImageNetwork network() {
        ImageNetwork network = ImageNetwork.thatRefusesOverflow(settings);
        network.setParameters(parameters);
        return network;
    }
}
