package org.penumbra.detector.jury;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.detector.Detector;
import org.penumbra.detector.confidence.ReconstructionError;
import org.penumbra.detector.neighbour.DeepNeighbours;
import org.penumbra.detector.neighbour.Keeping;
import org.penumbra.detector.softmax.Energy;
import org.penumbra.detector.softmax.MaxSoftmax;

/** Who sits on the jury. */
public enum Members {
    /** Reconstruction error, deep nearest neighbours and max softmax. */
    THREE(List.of(ReconstructionError.KIND.usual(), neighbours(), new MaxSoftmax())),
    /** Those and energy. */
    FOUR(List.of(ReconstructionError.KIND.usual(), neighbours(), new MaxSoftmax(), Energy.KIND.usual())),
    /** For a network without a decoder: deep nearest neighbours, max softmax and energy. */
    WITHOUT_DECODER(List.of(neighbours(), new MaxSoftmax(), Energy.KIND.usual()));

    private final List<Detector> jurors;

    Members(List<Detector> jurors) {
        this.jurors = jurors;
    }

    /** With fewer images than alone, so that a jury with its own scores of held-out images fits into a file of 3 MB. */
    private static Detector neighbours() {
        return new DeepNeighbours(Keeping.BYTES, 10, 8000);
    }

    /** They, with their usual settings but for the neighbours, of which the jury remembers 8 000. */
    public List<Detector> jurors() {
        return jurors;
    }

    /** What they are called, in their order. */
    List<String> ids() {
        return jurors.stream().map(juror -> juror.about().id()).collect(Collectors.toList());
    }

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is called so, which must exist. */
    static Members of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
