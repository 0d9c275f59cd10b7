package org.penumbra.kit;

import java.util.Arrays;
import java.util.Optional;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;

/** Answers that no network gave. */
public final class ModelAnswers {

    private static final double LEAST = 1e-9;

    private ModelAnswers() {}

    /**
     * An answer to a blank image, whose code is 0 as well.
     *
     * @param scores y; the logits are their logarithms
     * @param error  NaN for none
     */
    public static ModelAnswer of(
            ImageModel model,
            float[] scores,
            float[] reconstruction,
            double error,
            Optional<GammaEstimate> gamma,
            boolean gammaDue) {
        int omega = model.shape().omega();
        float[] logits = new float[scores.length * omega];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(Math.max(LEAST, scores[i / omega] / omega));
        }
        Evidence said = Evidence.of(1, ImageSettings.PIXELS, scores.length)
                .withInputs(new float[ImageSettings.PIXELS])
                .withOutputs(logits, Arrays.copyOf(scores, scores.length))
                .withCode(new float[ImageNetwork.CODE])
                .withErrors(Double.isNaN(error) ? new float[0] : new float[] {(float) error});
        return new ModelAnswer(model, said, reconstruction, gamma, gammaDue);
    }
}
