package org.penumbra.view.rings;

import java.util.List;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.preset.Preset;

/** The states the tests of the rings lab start from. */
public final class RingsPresets {

    private RingsPresets() {}

    /** The paper's rings. */
    public static Preset paper() {
        Rings rings = new Rings(0.6, 0.1, List.of(new Position(-1, 1), new Position(1, 1), new Position(1, -1)));
        PlaneSetup setup = new PlaneSetup(
                rings,
                3000,
                new DenseSettings(List.of(64, 64), Activation.RELU),
                new PlaneTrainingSettings(1e-3, 0.1, 10, 128),
                1);
        return new Preset(
                "rings",
                "Three rings",
                "The paper's example.",
                setup,
                6000,
                new ConfidenceSettings(20, 2, 0.5),
                PlaneRegion.STANDARD);
    }
}
