package org.penumbra.detector.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageModel;

/**
 * How well a model answers a labelled set of images, with y alone and with the detector it brings along: the scaled outputs
 * of an autoencoder (Gamma left out).
 *
 * @param images         how many
 * @param accuracy       share that y answers right whatever its score, 0 to 1
 * @param errorQuantiles of ||r(x) - x|| over these images, by share ("0.5"); empty without a decoder
 * @param thresholds     a row for each tau and, where there is a decoder, each kappa
 * @param confusion      {@code [label][answer]}, counts
 */
public record ImageEvaluation(
        int images, double accuracy, Map<String, Double> errorQuantiles, List<Row> thresholds, int[][] confusion) {

    private static final List<Double> SHARES = List.of(0.5, 0.9, 0.99, 0.999);

    /**
     * The figures at one threshold. An answer counts as right when its class is right and its score reaches tau.
     *
     * @param tau            threshold, 0 to 1
     * @param kappa          allowance of the calibration; null without a decoder
     * @param alpha          as calibrated for tau and kappa; null without a decoder and at tau 0, which every score
     *                       reaches whatever alpha
     * @param accuracyY      share right by y, 0 to 1
     * @param acceptedY      share whose y reaches tau, right or wrong
     * @param accuracyScaled the same for the scaled outputs; null without a decoder
     * @param acceptedScaled the same for the scaled outputs; null without a decoder
     */
    public record Row(
            double tau,
            Double kappa,
            Double alpha,
            double accuracyY,
            double acceptedY,
            Double accuracyScaled,
            Double acceptedScaled) {}

    /**
     * Evaluates answers.
     *
     * @param answers of the model
     * @param model   brings the quantiles of its held-out errors, from which alpha is calibrated
     * @param taus    thresholds, 0 to 1
     * @param kappas  at least 1; not used for a model that does not reconstruct
     * @throws org.penumbra.confidence.CalibrationException when the model has a decoder but lacks what it takes to calibrate alpha
     */
    public static ImageEvaluation of(ImageAnswers answers, ImageModel model, List<Double> taus, List<Double> kappas) {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        if (model.doubts()) {
            SHARES.forEach(share -> quantiles.put(share.toString(), ImageMetrics.quantile(answers.errors(), share)));
        }
        List<Row> rows = new ArrayList<>();
        for (double tau : taus) {
            if (model.doubts()) {
                kappas.forEach(kappa -> rows.add(row(answers, model, tau, kappa)));
            } else {
                Shares y = Shares.of(ModelDetectors.outputs(model), answers, tau);
                rows.add(new Row(tau, null, null, y.right(), y.accepted(), null, null));
            }
        }
        return new ImageEvaluation(
                answers.count(), answers.accuracy(), quantiles, rows, ImageMetrics.confusion(answers));
    }

    private static Row row(ImageAnswers answers, ImageModel model, double tau, double kappa) {
        Shares y = Shares.of(ModelDetectors.outputs(model), answers, tau);
        if (tau == 0) {
            return new Row(tau, kappa, null, y.right(), y.accepted(), y.right(), y.accepted());
        }
        ConfidenceSettings settings = new Calibration.ByKappa(kappa).of(model, Defaults.WITHOUT_GAMMA, tau);
        Shares scaled = Shares.of(ModelDetectors.of(model, settings), answers, tau);
        return new Row(tau, kappa, settings.alpha(), y.right(), y.accepted(), scaled.right(), scaled.accepted());
    }

    /** Shares of the images that a detector accepts, and of those that are right besides, 0 to 1. */
    private record Shares(double right, double accepted) {

        static Shares of(Fitted fitted, ImageAnswers answers, double tau) {
            Evidence evidence = answers.evidence();
            int right = 0;
            int accepted = 0;
            for (int row = 0; row < answers.count(); row++) {
                // Every score reaches 0, which is no threshold of a verdict.
                if (tau == 0 || fitted.verdict(evidence, row, tau).known()) {
                    accepted++;
                    right += answers.answer(row) == answers.labels()[row] ? 1 : 0;
                }
            }
            return new Shares((double) right / answers.count(), (double) accepted / answers.count());
        }
    }
}
