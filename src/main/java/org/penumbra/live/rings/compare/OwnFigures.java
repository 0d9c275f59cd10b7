package org.penumbra.live.rings.compare;

import org.penumbra.confidence.Confidence;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.net.Evidence;

/**
 * The figures of the lab's own pictures, in the measure of the detectors beside them.
 *
 * @param generation counts the runs
 * @param step       training steps done
 * @param y          of the prediction's highest output
 * @param confidence of c~
 * @param scaled     of the highest scaled output, y~
 */
public record OwnFigures(int generation, long step, PlaceFigures y, PlaceFigures confidence, PlaceFigures scaled) {

    /** Measures. @param places with logits, scores, errors and gammas, in the order of the measure's cells */
    static OwnFigures of(PlaneMoment moment, Evidence places, ConfidenceSettings settings, PlaneMeasure measure) {
        double[] confidence = new double[places.count()];
        for (int row = 0; row < confidence.length; row++) {
            confidence[row] =
                    Confidence.confidence(places.errors()[row], places.gamma()[row], places.dimensions(), settings);
        }
        Opinion y = new MaxSoftmax().of(places.classes()).judge(places);
        Opinion scaled = FittedConfidence.of(places.dimensions(), places.classes(), 1, settings)
                .judge(places);
        return new OwnFigures(
                moment.generation(),
                moment.step(),
                measure.figures(y.ranking(), y.acceptance()),
                measure.figures(confidence, confidence),
                measure.figures(scaled.ranking(), scaled.acceptance()));
    }
}
