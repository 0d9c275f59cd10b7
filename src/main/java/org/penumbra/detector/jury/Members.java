package org.penumbra.detector.jury;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.detector.Detector;
import org.penumbra.detector.confidence.ReconstructionError;
import org.penumbra.detector.mahalanobis.Mahalanobis;
import org.penumbra.detector.neighbour.DeepNeighbours;
import org.penumbra.detector.neighbour.Keeping;
import org.penumbra.detector.softmax.Energy;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.detector.svm.WSvm;

/** Who sits on the jury. */
public enum Members {
    /** Reconstruction error with both sides, energy, deep nearest neighbours and the W-SVM on the code: the usual ones. */
    WITH_SVM(List.of(new ReconstructionError(true), Energy.KIND.usual(), neighbours(), svm())),
    /** The same without the W-SVM: smaller and quicker. */
    THREE(List.of(new ReconstructionError(true), Energy.KIND.usual(), neighbours())),
    /** Max softmax, energy, Mahalanobis distance and deep nearest neighbours; none needs a decoder. */
    FOUR(List.of(new MaxSoftmax(), Energy.KIND.usual(), Mahalanobis.KIND.usual(), neighbours())),
    /** Reconstruction error with one side, max softmax, energy and deep nearest neighbours. */
    WITH_ERROR(List.of(ReconstructionError.KIND.usual(), new MaxSoftmax(), Energy.KIND.usual(), neighbours()));

    private final List<Detector> jurors;

    Members(List<Detector> jurors) {
        this.jurors = jurors;
    }

    /** With fewer images than alone, so that a jury with its own scores of held-out images fits into a file of 3 MB. */
    private static Detector neighbours() {
        return new DeepNeighbours(Keeping.BYTES, 10, 6000);
    }

    private static Detector svm() {
        return WSvm.KIND.with(Map.of("features", "code", "images", "4000"));
    }

    /** They, with their usual settings but for the neighbours, of which the jury remembers 6 000, and the W-SVM, which sees the code
     * of 4 000 images. */
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
