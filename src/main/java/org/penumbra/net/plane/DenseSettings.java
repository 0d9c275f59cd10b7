package org.penumbra.net.plane;

import java.util.List;
import org.penumbra.data.SettingProblem;
import org.penumbra.net.layer.Activation;

/**
 * The shape of a network whose classifier and autoencoder share an encoder.
 *
 * @param hidden     units of the encoder's layers from the input on, each 1 to 1024, one to six layers; the decoder
 *                   mirrors them (2-64-64 is decoded by 64-64-2)
 * @param activation of every hidden layer, encoder and decoder alike; the reconstruction of the plane is linear
 */
public record DenseSettings(List<Integer> hidden, Activation activation) {

    /** Most units a layer may have. */
    public static final int MOST_UNITS = 1024;
    /** Most hidden layers. */
    public static final int MOST_LAYERS = 6;

    public DenseSettings {
        hidden = List.copyOf(hidden);
        if (hidden.isEmpty()
                || hidden.size() > MOST_LAYERS
                || hidden.stream().anyMatch(units -> units < 1 || units > MOST_UNITS)) {
            throw new SettingProblem(
                    "hidden layers", "one to " + MOST_LAYERS + " layers of 1 to " + MOST_UNITS + " units", hidden);
        }
    }
}
