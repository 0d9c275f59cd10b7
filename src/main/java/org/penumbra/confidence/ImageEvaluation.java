package org.penumbra.confidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageModel;

/**
 * How well a model answers a labelled set of images, with y alone and with the scaled outputs (without curvature,
 * beta = 0).
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
     * @throws CalibrationException when the model has a decoder but lacks what it takes to calibrate alpha
     */
    public static ImageEvaluation of(ImageAnswers answers, ImageModel model, List<Double> taus, List<Double> kappas) {
        boolean reconstructs = model.doubts();
        Map<String, Double> quantiles = new LinkedHashMap<>();
        if (reconstructs) {
            SHARES.forEach(share -> quantiles.put(share.toString(), ImageMetrics.quantile(answers.errors(), share)));
        }
        List<Row> rows = new ArrayList<>();
        for (double tau : taus) {
            if (reconstructs) {
                kappas.forEach(kappa -> rows.add(row(answers, tau, kappa, calibrated(model, tau, kappa))));
            } else {
                rows.add(row(answers, tau, null, null));
            }
        }
        return new ImageEvaluation(
                answers.count(), answers.accuracy(), quantiles, rows, ImageMetrics.confusion(answers));
    }

    private static Double calibrated(ImageModel model, double tau, double kappa) {
        return tau == 0 ? null : new Calibration.ByKappa(kappa).alpha(model, tau);
    }

    private static Row row(ImageAnswers answers, double tau, Double kappa, Double alpha) {
        double right = ImageMetrics.accuracy(answers, tau, 0);
        double accepted = ImageMetrics.accepted(answers, tau, 0);
        if (kappa == null) {
            return new Row(tau, null, null, right, accepted, null, null);
        }
        double known = alpha == null ? 0 : alpha;
        return new Row(
                tau,
                kappa,
                alpha,
                right,
                accepted,
                ImageMetrics.accuracy(answers, tau, known),
                ImageMetrics.accepted(answers, tau, known));
    }
}
