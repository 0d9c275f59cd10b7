package org.penumbra.net.image;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.layer.Batch;
import org.penumbra.net.layer.Dense;
import org.penumbra.net.layer.Parameters;
import org.penumbra.net.layer.UpsampledDeconvolution;

/** The decoder of an image network, from the code to the reconstruction; one worker's share of the rows of a batch. */
final class ImageDecoder implements AutoCloseable {

    private final Dense dense;
    private final List<UpsampledDeconvolution> upwards = new ArrayList<>();
    private final List<Batch> outputs = new ArrayList<>();
    private final List<Batch> gradients = new ArrayList<>();

    /**
     * @param architecture one that reconstructs
     * @param rows         most rows
     * @param keeps        whether there will be backward passes
     */
    ImageDecoder(
            ImageArchitecture architecture,
            ImageLayout layout,
            Parameters parameters,
            Parameters gradient,
            int rows,
            boolean keeps) {
        boolean symmetric = architecture == ImageArchitecture.DAE_SYM;
        dense = new Dense(
                ImageLayout.CODE,
                symmetric ? ImageLayout.FEATURES : ImageSettings.PIXELS,
                symmetric ? Activation.RELU : Activation.SIGMOID,
                parameters,
                gradient,
                layout.from("decoder1"));
        outputs.add(new Batch(rows, dense.outputs()));
        if (symmetric) {
            upwards.add(new UpsampledDeconvolution(
                    ImageLayout.PLACES,
                    ImageLayout.CHANNELS2,
                    ImageLayout.CHANNELS1,
                    ImageLayout.KERNEL,
                    Activation.RELU,
                    parameters,
                    gradient,
                    layout.from("decoder2")));
            upwards.add(new UpsampledDeconvolution(
                    12,
                    ImageLayout.CHANNELS1,
                    1,
                    ImageLayout.KERNEL,
                    Activation.SIGMOID,
                    parameters,
                    gradient,
                    layout.from("decoder3")));
            upwards.forEach(layer -> outputs.add(new Batch(rows, layer.outputs())));
        }
        if (keeps) {
            outputs.forEach(batch -> gradients.add(new Batch(rows, batch.width())));
        }
    }

    /** r(x) of the last forward pass, rows x 784. */
    Batch reconstruction() {
        return outputs.get(outputs.size() - 1);
    }

    /** Where dL/dr goes before {@link #backward}. */
    Batch reconstructionGradient() {
        return gradients.get(gradients.size() - 1);
    }

    void forward(Batch code, int rows) {
        dense.forward(code, outputs.get(0), rows);
        for (int layer = 0; layer < upwards.size(); layer++) {
            upwards.get(layer).refresh();
            upwards.get(layer).forward(outputs.get(layer), outputs.get(layer + 1), rows);
        }
    }

    /**
     * From {@link #reconstructionGradient} back.
     *
     * @param codeGradient receives dL/d code on both sides
     * @param add          whether to add to what its native side holds
     * @param learn        whether to leave the gradient of the parameters
     */
    void backward(Batch code, Batch codeGradient, boolean add, boolean learn, int rows) {
        for (int layer = upwards.size() - 1; layer >= 0; layer--) {
            upwards.get(layer)
                    .backward(
                            outputs.get(layer),
                            outputs.get(layer + 1),
                            gradients.get(layer + 1),
                            gradients.get(layer),
                            learn,
                            rows);
        }
        dense.backward(code, outputs.get(0), gradients.get(0), codeGradient, add, learn, rows);
    }

    /**
     * Derivatives of the reconstruction in directions of the code, at the codes of the last forward pass.
     *
     * @param tangents rows x 400, native side up to date
     * @return rows x 784; the batch of gradients, so good until the next call
     */
    Batch tangent(Batch tangents, int rows) {
        dense.findSlopes(outputs.get(0), rows);
        dense.tangent(tangents, outputs.get(0), gradients.get(0), rows);
        for (int layer = 0; layer < upwards.size(); layer++) {
            upwards.get(layer).findSlopes(outputs.get(layer + 1), rows);
            upwards.get(layer).tangent(gradients.get(layer), outputs.get(layer + 1), gradients.get(layer + 1), rows);
        }
        return gradients.get(gradients.size() - 1);
    }

    /** Frees native memory. */
    @Override
    public void close() {
        upwards.forEach(UpsampledDeconvolution::close);
        outputs.forEach(Batch::close);
        gradients.forEach(Batch::close);
    }
}
